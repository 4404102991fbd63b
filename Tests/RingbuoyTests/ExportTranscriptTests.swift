import Crypto
import Foundation
import Testing

@Suite("Giving donors their packs on the command line")
struct ExportTranscriptTests {
    private static let english: Set<String> = [
        "workbook.xlsx", "report.html", "data.csv", "meta.json", "data.hxl.csv", "iati.xml", "manifest.json",
    ]

    @Test("a pack stays the same, byte for byte, whatever comes after it")
    func sameForEver() throws {
        let pack = try PackDesk()
        let desk = pack.desk
        let first = try desk.run(pack.arguments("first"))
        #expect(first.status == 0 && first.errors == "", "\(first)")
        let files = try pack.files("first")
        #expect(Set(files.keys) == ExportTranscriptTests.english)
        // Another limit, another window, another target, a late call, another language and another place.
        try Transcript(
            """
            $ ringbuoy settings set packs_threshold_calls=9 packs_windows=language=month answer_target_seconds=60 --operator 91
            …
            $ ringbuoy call log --operator 01 --code prank --started 2009-09-20T11:00 --minutes 1
            …
            """
        ).play(at: desk)
        for (folder, locale) in [("again", "C"), ("russian", "ru_RU.UTF-8"), ("romanian", "ro_RO.ISO-8859-2")] {
            let settings = ["LC_ALL": locale, "LANG": locale, "TZ": "Asia/Vladivostok"]
            let outcome = try desk.run(pack.arguments(folder), settings)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(outcome.errors.split(separator: "\n").count == 1, "that it was given before: \(outcome.errors)")
            #expect(try pack.files(folder) == files, "\(locale)")
        }
        // Where it lies already it is left as it is.
        #expect(try desk.run(pack.arguments("first/")).status == 0)
        #expect(try pack.files("first") == files)
        let ledger = try pack.ledger()
        #expect(ledger.map { $0["first"] as? Bool } == [true, false, false, false, false])
        #expect(Set(ledger.compactMap { $0["operator"] as? String }) == ["71"])
        #expect(Set(ledger.compactMap { $0["manifest"] as? String }).count == 1)
        #expect(try desk.run(["verify"]).output.hasPrefix("Sound: "))
    }

    @Test("a pack in Romanian or Russian has its own table for spreadsheets, and every file is named by its digest")
    func manifest() throws {
        let pack = try PackDesk()
        let answer = try #require(
            try pack.desk.json("export", "--period", "2009-09", "--donor", "iom", "--to", "out", "--operator", "71")
                as? [String: Any])
        let files = try pack.files("out")
        #expect(Set(files.keys) == Set(try #require(answer["files"] as? [String])))
        let listed = try #require(files["manifest.json"])
        let manifest = try #require(try JSONSerialization.jsonObject(with: listed) as? [String: Any])
        let named = try #require(manifest["files"] as? [[String: Any]])
        #expect(Set(named.compactMap { $0["name"] as? String }) == Set(files.keys).subtracting(["manifest.json"]))
        for file in named {
            let name = try #require(file["name"] as? String)
            let bytes = try #require(files[name])
            #expect(file["size"] as? Int == bytes.count)
            #expect(file["sha256"] as? String == sha256(bytes))
        }
        #expect(answer["manifest"] as? String == sha256(try #require(files["manifest.json"])))
        #expect(answer["given_before"] as? Bool == false)
        let language = try #require(manifest["language"] as? String)
        #expect((files["data-excel.csv"] != nil) == (language != "en"))
    }

    @Test("a period with an open month is refused; a draft of it is marked, and not in the ledger")
    func draft() throws {
        let pack = try PackDesk(closed: false)
        try Transcript(
            """
            $ ringbuoy export --period 2009-09 --donor sdc --to out --operator 71
            ! refused: pack.month_open: …2009-09…
            ? 1
            $ ringbuoy export --period 2009-09 --donor sdc --to draft --draft --operator 71 --json
            {"donor":"sdc","period":"2009-09","folder":"draft","draft":true,"given_before":false,…}
            $ ringbuoy export list --as 71 --json
            []
            $ ringbuoy audit --access --limit 1 --as 91 --json
            [
            {…"operator":"71",…"event":"exported",…}
            ]
            $ ringbuoy export --period 2009-09-14 --donor sdc --to out --operator 71
            ! refused: pack.not_months: …
            ? 1
            $ ringbuoy export --period 2009-09 --donor nobody --to out --operator 71
            ! refused: donor.unknown: …
            ? 1
            $ ringbuoy export --period 2009-09 --donor sdc --operator 71
            ! error: usage: …
            ? 64
            $ ringbuoy export --period 2009-09 --donor sdc --to out --operator 01
            ! refused: role.not_allowed: …
            ? 77
            """
        ).play(at: pack.desk)
        let page = String(decoding: try #require(try pack.files("draft")["report.html"]), as: UTF8.self)
        #expect(page.contains("DRAFT"))
        #expect(!FileManager.default.fileExists(atPath: pack.url("out").path))
        #expect(try pack.leftovers() == [])
    }

    @Test("a draft of two open months counts what is late once, in the first of them")
    func lateInDraft() throws {
        let pack = try PackDesk()
        for day in ["2009-09-20", "2009-10-05", "2009-11-05", "2009-11-06"] { try pack.log(day, "ro") }
        let arguments = pack.arguments("draft", period: "2009-10/2009-11", "--draft")
        #expect(try pack.desk.run(arguments).status == 0)
        let rows = String(decoding: try #require(try pack.files("draft")["data.csv"]), as: UTF8.self)
            .split(separator: "\r\n")
        for (month, calls) in [("2009-10", "2"), ("2009-11", "2")] {
            let row = try #require(rows.first { $0.hasPrefix("calls,\(month),information,") })
            #expect(row.split(separator: ",", omittingEmptySubsequences: true).last.map(String.init) == calls)
        }
    }

    @Test("what one donor has in one shape no donor gets in another")
    func releasedOtherwise() throws {
        let pack = try PackDesk()
        try Transcript(
            """
            $ ringbuoy export --period 2009-09 --donor sdc --to sdc --operator 71
            …
            $ ringbuoy settings set packs_windows=language=month --operator 91
            …
            $ ringbuoy export --period 2009-09 --donor eu --to eu --operator 71
            ! refused: pack.released_otherwise: language…sdc…
            ? 1
            $ ringbuoy export --period 2009-09 --donor eu --preview --operator 71
            ! refused: pack.released_otherwise: …
            ? 1
            $ ringbuoy settings set packs_windows= --operator 91
            …
            $ ringbuoy export --period 2009-09 --donor eu --to eu --operator 71
            …
            """
        ).play(at: pack.desk)
        #expect(try pack.ledger().compactMap { $0["donor"] as? String } == ["sdc", "eu"])
    }

    @Test("a line that came later leaves earlier windows as they were given, and the year's pack is made")
    func laterLine() throws {
        let pack = try PackDesk()
        #expect(try pack.desk.run(pack.arguments("month")).status == 0)
        try Transcript(
            """
            $ ringbuoy line add pt --name Portugal --country PT --country RU --language pt --zone Europe/Lisbon --hours 08:00-20:00 --operator 91
            …
            $ ringbuoy export --period 2008-10/2009-09 --donor sdc --to year --operator 71
            …
            $ ringbuoy export --period 2009-09 --donor iom --to iom --operator 71
            …
            """
        ).play(at: pack.desk)
    }

    @Test("a preview shows what the donor will see and what is due, and writes nothing")
    func preview() throws {
        let pack = try PackDesk()
        let events = try pack.desk.run(["audit", "--json", "--as", "91"]).output
        try Transcript(
            """
            $ ringbuoy export --period 2009-09 --donor sdc --preview --operator 71
            What Swiss Agency for Development and Cooperation will see of September 2009
            …
            Calls by language, …
            …
            Withheld, and other notes
            …
            Due
            …
            $ ringbuoy export --period 2009-10 --donor sdc --preview --operator 71 --json
            {"donor":"sdc","period":"2009-10","language":"en","open_months":["2009-10"],"given":null,…,"before":{"period":"2009-09","calls":11,…
            $ ringbuoy export --period 2009-09 --donor sdc --preview --to out --operator 71
            ! error: usage: …
            ? 64
            """
        ).play(at: pack.desk)
        #expect(try pack.desk.run(["audit", "--json", "--as", "91"]).output == events)
        #expect(try pack.ledger().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: pack.url("out").path))
    }

    @Test("a pack replaces nothing: a refusal by name, and nothing half done")
    func places() throws {
        let pack = try PackDesk()
        let (desk, files) = (pack.desk, FileManager.default)
        try files.createDirectory(at: pack.url("other"), withIntermediateDirectories: false)
        try Data("mine".utf8).write(to: pack.url("other/notes.txt"))
        try files.createDirectory(at: pack.url("empty"), withIntermediateDirectories: false)
        try Data("mine".utf8).write(to: pack.url("file"))
        try Transcript(
            """
            $ ringbuoy export --period 2009-09 --donor sdc --to other --operator 71
            ! refused: export.taken: …
            ? 1
            $ ringbuoy export --period 2009-09 --donor sdc --to file --operator 71
            ! refused: export.taken: …
            ? 1
            $ ringbuoy export --period 2009-09 --donor sdc --to none/out --operator 71
            ! error: export.no_parent: …
            ? 69
            $ ringbuoy export --period 2009-09 --donor sdc --to . --operator 71
            ! refused: export.standing: …
            ? 1
            $ ringbuoy export --period 2009-09 --donor sdc --to / --operator 71
            ! refused: export.standing: …
            ? 1
            $ ringbuoy export list --as 71 --json
            []
            $ ringbuoy export --period 2009-09 --donor sdc --to empty --operator 71
            …
            $ ringbuoy export --period 2009-09 --donor iom --to empty --operator 71
            ! refused: export.taken: …
            ? 1
            $ ringbuoy export --period 2009-10 --donor sdc --to empty --operator 71 --draft
            ! refused: export.taken: …
            ? 1
            $ ringbuoy export --period 2009-09 --donor sdc --to empty --operator 71 --draft
            ! refused: export.taken: …
            ? 1
            $ ringbuoy export --period 2009-09 --donor sdc --to draft --operator 71 --draft
            …
            $ ringbuoy export --period 2009-09 --donor sdc --to draft --operator 71
            ! refused: export.taken: …
            ? 1
            """
        ).play(at: desk)
        let given = try pack.files("empty")
        #expect(
            given["manifest.json"].map { String(decoding: $0, as: UTF8.self).contains("\"draft\":false") } == true)
        #expect(try pack.files("other") == ["notes.txt": Data("mine".utf8)])
        #expect(try pack.ledger().count == 1)
        #expect(try pack.leftovers() == [])
    }

    @Test("two exports at once: one pack, whole, in the place both were to go")
    func together() throws {
        let pack = try PackDesk()
        let places = ["same", "same", "apart"]
        let running = try places.map { place in
            let process = try pack.desk.process(pack.arguments(place))
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            return process
        }
        for process in running {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        #expect(try pack.files("same") == pack.files("apart"))
        #expect(try pack.ledger().count == 3)
        #expect(try pack.leftovers() == [])
    }

    @Test("a way there is shown on a terminal, and nothing in a pipe")
    func progress() throws {
        let pack = try PackDesk()
        let shown = try pack.desk.atTerminal(pack.arguments("shown"), typing: [])
        #expect(shown.text.contains("making the pack: "))
        #expect(shown.status == 0)
    }

    private func sha256(_ bytes: Data) -> String {
        SHA256.hash(data: bytes).map { String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }.joined()
    }
}
