import Foundation
import Testing

@Suite("Providers, shelters and registers on the command line")
struct HouseTranscriptTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        for name in ["territory", "provider"] {
            let file = name == "territory" ? "moldova-territories.csv" : "moldova-providers.csv"
            let path = TestDesk.root.appendingPathComponent("shifts/directory/\(file)").path
            let outcome = try desk.run([name, "import", path])
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        return desk
    }

    @Test("the directory that is shipped imports, and finds who serves a place in any spelling")
    func directory() throws {
        let desk = try desk()
        try Transcript(
            """
            $ ringbuoy provider list --service safe_accommodation --free --json
            [
            {"code":"capc-chisinau",…"places":24,"taken":0,"free":24,"next_free":null,"free_overdue_since":null}
            ]
            $ ringbuoy provider list --service social_reintegration --place hancesti
            code…
            team-hincesti…
            …
            $ ringbuoy provider list --place Тирасполь --json
            [
            {"code":"interaction",…
            …
            ]
            $ ringbuoy provider list --place Atlantis
            ! refused: territory.unknown: …
            ? 1
            $ ringbuoy provider list --service beds
            ! refused: call.unknown_code: …
            ? 1
            $ ringbuoy provider show castle
            ! refused: provider.unknown: …
            ? 1
            $ ringbuoy territory list --named RÂȘCANI
            code…
            riscani…
            """
        ).play(at: desk)
        #expect(try desk.run(["verify"]).status == 0)
        // A profile applied again takes nothing of it away.
        #expect(try desk.run(["profile", "apply", desk.profile]).status == 0)
        let again = try desk.json("provider", "show", "capc-chisinau") as? [String: Any]
        #expect(again?["places"] as? Int == 24)
    }

    @Test("every district has its team and its coordinator, and nothing of the table tells of a person")
    func shipped() throws {
        let desk = try desk()
        let territories = try #require(try desk.json("territory", "list") as? [[String: Any]])
        let providers = try #require(try desk.json("provider", "list") as? [[String: Any]])
        let teams = Set(providers.compactMap { $0["code"] as? String }.filter { $0.hasPrefix("team-") })
        let besides: Set = ["transnistria", "tiraspol", "bender", "ribnita", "comrat", "otaci"]
        for territory in territories {
            let code = try #require(territory["code"] as? String)
            #expect((territory["coordinator"] as? String == nil) == besides.contains(code), "\(code)")
            #expect(teams.contains("team-\(code)") || besides.contains(code) || code == "gagauzia", "\(code)")
        }
        for name in ["moldova-territories.csv", "moldova-providers.csv"] {
            let path = TestDesk.root.appendingPathComponent("shifts/directory/\(name)").path
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(!text.contains("@") && text.range(of: "[0-9][0-9 ]{4}", options: .regularExpression) == nil)
        }
    }

    @Test("what the directory tells goes into a table and comes in again as it was")
    func roundTrip() throws {
        let desk = try desk()
        let columns = ["code", "name", "aliases", "within", "coordinator", "since", "until"]
        let before = try #require(try desk.json("territory", "list") as? [[String: Any]])
        let rows = before.map { territory in
            columns.map { column -> String in
                let value =
                    (territory[column] as? [String])?.joined(separator: ";") ?? territory[column] as? String ?? ""
                return "\"\(value.replacingOccurrences(of: "\"", with: "\"\""))\""
            }.joined(separator: ",")
        }
        try desk.write(([columns.joined(separator: ",")] + rows).joined(separator: "\n"), to: "again.csv")
        #expect(try desk.run(["territory", "import", "again.csv"]).status == 0)
        let after = try #require(try desk.json("territory", "list") as? [[String: Any]])
        #expect(after as NSArray == before as NSArray)
    }

    @Test("every spelling in the table finds its place, with and without its marks")
    func spellings() throws {
        let desk = try desk()
        for typed in ["Кишинёв", "chisinau", "BALTI", "Бельцы", "Hancesti", "Хынчешты", "singerei", "stefan voda"] {
            let found = try desk.json("territory", "list", "--named", typed) as? [[String: Any]]
            #expect(found?.isEmpty == false, "\(typed)")
        }
    }

    @Test("a bad row is named with file and line, and nothing of the file is done")
    func badRows() throws {
        let desk = try TestDesk()
        try desk.write(
            """
            code,name,services,places,since
            good,"A house, by the river",legal,4,2009-01-01
            bad,Second,healing,4,
            worse,Third,legal,many,
            short,Fourth,legal

            """, to: "providers.csv")
        try Transcript(
            """
            $ ringbuoy provider import providers.csv
            ! providers.csv:5: csv.wrong_cells: …
            ? 65
            """
        ).play(at: desk)
        try desk.write(
            """
            code,name,services,places
            good,"A house, by the river",legal,4
            bad,Second,healing,4
            worse,Third,legal,many
            """, to: "providers.csv")
        try Transcript(
            """
            $ ringbuoy provider import providers.csv
            ! providers.csv:3: call.unknown_code: …
            ! providers.csv:4: csv.bad_cell: …
            ? 65
            $ ringbuoy provider show good
            ! refused: provider.unknown: …
            ? 1
            $ ringbuoy provider import nowhere.csv
            ! nowhere.csv:1: csv.unreadable: …
            ? 65
            """
        ).play(at: desk)
    }

    @Test("a confidential address is masked until somebody opens it, and that is in the journal")
    func confidential() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy provider add house --name House --service safe_accommodation --places 3 --address 'Strada Florilor 5' --confidential
            house is in the directory.
            $ ringbuoy provider show house
            House
            …
            …••• (confidential)
            $ ringbuoy provider show house --unmask --as 51 --json
            {…"unmasked":"Strada Florilor 5"}
            $ ringbuoy provider show house --unmask --as 71
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy provider change house --places '' --until 2009-12-31 --hours 08:00-17:00 --alias Home
            house is in the directory.
            $ ringbuoy provider show house --json
            {…"aliases":["Home"],…"hours":"08:00-17:00",…"confidential":true,…"until":"2009-12-31","places":null,…}
            $ ringbuoy provider change house --until '' --hours '' --alias ''
            house is in the directory.
            $ ringbuoy provider show house --json
            {…"aliases":[],…"hours":null,…"confidential":true,…"until":null,…}
            $ ringbuoy provider add house --name House --service legal
            ! refused: provider.exists: …
            ? 1
            """
        ).play(at: desk)
        let audit = try desk.run(["audit", "--access", "--json"])
        #expect(audit.output.contains("unmasked") && audit.output.contains("\"51\""))
        #expect(!audit.output.contains("Florilor"))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.store))
        #expect(bytes.range(of: Data("Florilor".utf8)) == nil)
    }

    @Test("places are taken and given back; a full shelter refuses with the next free date")
    func stays() throws {
        let desk = try desk()
        let composition = [("man", 1), ("woman", 14), ("teenager", 2), ("child", 6)]
        for (category, count) in composition {
            for _ in 0..<count {
                let admit = [
                    "stay", "admit", "--operator", "51", "--provider", "capc-chisinau", "--category", category,
                    "--donor", "iom",
                ]
                #expect(try desk.run(admit + ["--until", "2099-03-01"]).status == 0)
            }
        }
        try Transcript(
            """
            $ ringbuoy stay list --shelters --json
            [
            {"provider":"capc-chisinau","places":24,"taken":23,"free":1,"next_free":null,"free_overdue_since":null,"composition":{"man":1,"woman":14,"teenager":2,"child":6}}
            ]
            $ ringbuoy stay admit --operator 51 --provider capc-chisinau --category child --donor iom
            capc-chisinau: 24 of 24 places are taken.
            $ ringbuoy stay admit --operator 51 --provider capc-chisinau --category child --donor iom
            ! refused: stay.full: …24 of 24…2099-03-01…
            ? 1
            $ ringbuoy call log --operator 01 --class information --json
            {"id":"<call>"}
            $ ringbuoy referral add --call <call> --provider capc-chisinau --service safe_accommodation --consent given --operator 51 --json
            {"id":"<referral>","number":"<number>"}
            $ ringbuoy referral send <referral>
            ! refused: referral.full: …2099-03-01…
            ? 1
            $ ringbuoy referral send <referral> --override child_at_risk
            Referral <n>: sent.
            $ ringbuoy provider list --service safe_accommodation --free --json
            []
            $ ringbuoy stay admit --operator 51 --provider capc-chisinau --category child --donor iom --override extra_bed --json
            {"id":"<stay>","provider":"capc-chisinau","places":24,"free":0}
            $ ringbuoy stay leave <stay> --operator 51 --because returned_home
            capc-chisinau: 24 of 24 places are taken.
            $ ringbuoy stay leave <stay> --operator 51 --because returned_home
            ! refused: stay.has_left: …
            ? 1
            $ ringbuoy verify
            …
            """
        ).play(at: desk)
    }

    @Test("a directory of three thousand territories and providers comes in in a moment, whole or not at all")
    func manyRows() throws {
        let desk = try TestDesk()
        func file(_ name: String, _ head: String, _ row: (Int) -> String) throws -> String {
            let path = desk.folder.appendingPathComponent(name)
            try Data(([head] + (0..<3000).map(row)).joined(separator: "\n").utf8).write(to: path)
            return path.path
        }
        let territories = try file("t.csv", "code,name,aliases,within") { place in
            "place-\(place),Place number \(place),Alias \(place),\(place > 9 ? "place-\(place / 10)" : "")"
        }
        let providers = try file("p.csv", "code,name,services,territories") { place in
            "house-\(place),House \(place),legal,place-\(2999 - place)"
        }
        let started = ContinuousClock.now
        #expect(try desk.run(["territory", "import", territories, "--json"]).output.contains("3000"))
        #expect(try desk.run(["provider", "import", providers, "--json"]).output.contains("3000"))
        // Each line once wrote the whole directory anew, which took minutes. Wide enough for a busy machine.
        #expect(ContinuousClock.now - started < .seconds(60))
        #expect(try desk.run(["verify"]).status == 0)
        let bad = try file("bad.csv", "code,name,services,territories") { place in
            "home-\(place),Home \(place),legal,\(place == 2998 ? "nowhere" : "place-1")"
        }
        let refused = try desk.run(["provider", "import", bad])
        #expect(refused.status == 65 && refused.errors.contains("provider.unknown_territory"), "\(refused.errors)")
        #expect(try desk.run(["provider", "show", "home-1"]).status != 0)
    }

    @Test("a place whose day has passed is not the next free one: the shelter is to be asked")
    func overduePlace() throws {
        try Transcript(
            """
            $ ringbuoy provider change capc-chisinau --places 1 --operator 91
            …
            $ ringbuoy stay admit --operator 51 --provider capc-chisinau --category woman --donor iom --at 2020-03-01T09:00 --until 2020-03-20
            capc-chisinau: 1 of 1 places are taken.
            $ ringbuoy stay admit --operator 51 --provider capc-chisinau --category child --donor iom
            ! refused: stay.full: …one was expected free on 2020-03-20 and nobody left. Ask the shelter…
            ? 1
            $ ringbuoy stay list --shelters --json
            [
            {…"free":0,"next_free":null,"free_overdue_since":"2020-03-20",…}
            ]
            $ ringbuoy provider show capc-chisinau --json
            {…"next_free":null,"free_overdue_since":"2020-03-20"}
            """
        ).play(at: try desk())
    }

    @Test("a referral nobody answers is listed; a service is recorded with the fund that paid")
    func funds() throws {
        let desk = try TestDesk(isSetUp: false)
        let text = try desk.profileText().replacing(
            "plan_days = 28", with: "donors = [\"japan\", \"embassy\"]\nplan_days = 28")
        try desk.write(text, to: "line.toml")
        try Transcript(
            """
            $ ringbuoy init --profile line.toml --open
            …
            $ ringbuoy call log --operator 01 --class information --json
            {"id":"<call>"}
            $ ringbuoy referral add --call <call> --provider la-strada --service legal --consent given --operator 51 --json
            {"id":"<referral>","number":"<number>"}
            $ ringbuoy referral send <referral>
            Referral <n>: sent.
            $ ringbuoy referral list --no-response --json
            []
            $ ringbuoy referral answer <referral> --accepted
            Referral <n2>: accepted.
            $ ringbuoy referral outcome <referral> --outcome provided --source client
            ! refused: referral.needs_delivery: …
            ? 1
            $ ringbuoy referral deliver <referral> --service documents --donor moon
            ! refused: referral.unknown_donor: …
            ? 1
            $ ringbuoy referral deliver <referral> --service documents --donor embassy
            Referral <n3>: in service.
            $ ringbuoy referral outcome <referral> --outcome provided --source client --donor japan
            Referral <n4>: ✓ ended.
            $ ringbuoy referral delivered --json
            {"period":"…","delivered":{"total":2,"service":{"documents":1,"legal":1},"provider":{"la-strada":2},"donor":{"embassy":1,"japan":1}},"admitted":{"total":0,…},"repatriated":{"total":0,…}}
            $ ringbuoy referral show <referral> --json
            {…"answered_by":"51",…"delivered":[{"service":"documents","donor":"embassy",…},{"service":"legal","donor":"japan",…}],"erasures":[],"hold":null}
            """
        ).play(at: desk)
    }

    @Test("missions, indicators, returns, tasks and call-backs have one shape")
    func registers() throws {
        let desk = try desk()
        try Transcript(
            """
            $ ringbuoy mission add --operator 91 --date 2009-09-11 --country AE --json
            {"id":"<mission>"}
            $ ringbuoy mission done <mission> --operator 91 --person victim_of_trafficking=7 --person unaccompanied_child=4 --person stranded_migrant=1
            It is now: ✓ done.
            $ ringbuoy mission list --period 2009-09 --json
            [
            {"id":"<m>","date":"2009-09-11","country":"AE","donor":null,"persons":{"victim_of_trafficking":7,"unaccompanied_child":4,"stranded_migrant":1},"total":12,"status":"done",…}
            ]
            $ ringbuoy referral delivered --period 2009-09 --json
            {…"repatriated":{"total":12,…"country":{"AE":12},…}}
            $ ringbuoy mission add --operator 01 --date 2009-09-11 --country AE
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy indicator add convictions --operator 71 --period 2009 --json
            {"id":"<indicator>"}
            $ ringbuoy indicator done <indicator> --operator 71 --actual 14 --source 'Ministry of Internal Affairs' --as-of 2009-12-31
            It is now: ✓ done.
            $ ringbuoy indicator list --json
            [
            {"id":"<i>","code":"convictions",…"actual":14,"cumulative":false,"source":"Ministry of Internal Affairs","as_of":"2009-12-31",…}
            ]
            $ ringbuoy return add commission_sessions --operator 71 --period 2022 --due 2023-01-31 --territory soroca --territory orhei
            2 returns are asked.
            $ ringbuoy return add commission_sessions --operator 71 --period 2022 --due 2023-01-31 --territory soroca
            ! refused: entry.already_asked: …
            ? 1
            $ ringbuoy return list --json
            [
            {"id":"<one>","territory":"soroca",…},
            {"id":"<two>","territory":"orhei",…"overdue":true,…}
            ]
            $ ringbuoy return done <one> --operator 71 --received 2023-02-01 --figure sessions=2
            It is now: ✓ done.
            $ ringbuoy return done <two> --operator 71 --none
            It is now: ✓ done.
            $ ringbuoy return list --missing
            id…
            <id>  Orhei…! did not report
            1 of 2 reported.
            $ ringbuoy task add - --operator 91 --responsible 52 --due 2020-01-01 --json
            < ask the consulate
            {"id":"<task>"}
            $ ringbuoy task list --json
            [
            {"id":"<t>","what":"ask the consulate","responsible":"52","due":"2020-01-01","status":"open","overdue":true,"added_by":"91"}
            ]
            $ ringbuoy task assign <task> --operator 91 --to 51
            It is now: open.
            $ ringbuoy task done <task> --operator 51
            It is now: ✓ done.
            $ ringbuoy task list --json
            []
            $ ringbuoy call log --operator 01 --class information --json
            {"id":"<call>"}
            $ ringbuoy call-back add <call> --operator 01 --at 2030-01-01T10:00
            ! refused: call.call_back_needs_consent: …
            ? 1
            $ ringbuoy call-back add <call> --operator 01 --at 2030-01-01T10:00 --consent yes
            Call <n>: call back on …
            $ ringbuoy call-back list --json
            [
            {"id":"<c>",…"overdue":false,"responsible":"01",…"safe":[],"safe_now":true}
            ]
            $ ringbuoy call-back done <call> --operator 01
            Call <n2>: the call-back is made.
            $ ringbuoy call-back list --json
            []
            $ ringbuoy verify
            …
            """
        ).play(at: desk)
    }
}
