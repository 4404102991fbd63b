import Foundation
import Testing

@Suite("Erase and retain on the command line")
struct ErasureTranscriptTests {
    @Test(
        "words are shown what would go, erased with a yes, and leave their tombstone; the backup that holds them is named"
    )
    func call() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class information --outcome information_given --minutes 5 --note - --json
            < she waits at the blue kiosk
            {"id":"<call>"}
            $ ringbuoy backup before.db
            …
            ! The copy is open …
            $ ringbuoy erase call <call> --because caller_asked --operator 01 --yes
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy erase call <call> --because nothing --operator 91 --yes
            ! refused: call.unknown_code: …
            ? 1
            $ ringbuoy erase call <call> --because caller_asked --operator 91 --dry-run
            kind  number   records
            call  …        1
            $ ringbuoy erase call <call> --because caller_asked --operator 91
            …
            ! …--yes…
            ? 64
            $ ringbuoy call show <call> --json
            {…"note":"she waits at the blue kiosk","erasures":[],"hold":null}
            $ ringbuoy erase call <call> --because caller_asked --operator 91 --yes
            kind  number   records
            call  …        1
            1 record of words is erased.
            ! …before.db, made …, still holds 1 record that was erased since.
            $ ringbuoy call show <call>
            …
              note …erased …: The caller asked for it
            …
              erased …by 91: The caller asked for it (1 record)
            $ ringbuoy call show <call> --json
            {…"note":null,"erasures":[{"at":"…","operator":"91","because":"caller_asked","records":1,"person":null}],"hold":null}
            $ ringbuoy erase call <call> --because caller_asked --operator 91 --yes
            ! refused: erasure.nothing_left: …
            ? 1
            $ ringbuoy backup list --json
            [
            {"file":"…before.db","at":"…","operator":"ringbuoy","there":true,"erased_since":1}
            ]
            $ ringbuoy verify --json
            {"events":…,"chain":"ok","tables":"ok","backups":[{"file":"…before.db",…"erased_since":1}]}
            """
        ).play(at: desk)
    }

    @Test("a case is erased when it is closed, one person of it alone, and not while it is held")
    func wholeCase() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy case open --origin walk_in --operator 51 --json
            {"id":"<case>",…}
            $ ringbuoy case triage <case> --operator 51
            …
            $ ringbuoy case person add <case> --role beneficiary --pseudonym Lilia --operator 51
            …
            $ ringbuoy case note <case> 'came by train' --operator 51
            …
            $ ringbuoy erase case <case> --because caller_asked --operator 91 --yes
            ! refused: erasure.is_open: …
            ? 1
            $ ringbuoy case propose <case> --operator 51 --reason plan_completed
            …
            $ ringbuoy case approve <case> --operator 52
            …
            $ ringbuoy retention hold case <case> --because court_order --operator 91
            … is held.
            $ ringbuoy erase case <case> --because caller_asked --operator 91 --yes
            ! refused: erasure.is_held: …
            ? 1
            $ ringbuoy retention release case <case> --because proceedings_ended --operator 91 --json
            {"kind":"case","id":"…","hold":null}
            $ ringbuoy erase case <case> --person 1 --because caller_asked --operator 91 --yes --json
            {"erased":true,"because":"caller_asked","things":[{"kind":"case",…"records":1}],"backups":[],"traces":false}
            $ ringbuoy case show <case> --json
            {…"notes":["came by train"]…"pseudonym":null…"erasures":[{…"person":1}],"hold":null}
            $ ringbuoy erase case <case> --because court_order --operator 91 --yes
            …
            1 record of words is erased.
            """
        ).play(at: desk)
    }

    @Test("the times are shown, changed line by line, and refused when they are none")
    func times() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy retention show
            line …
            call.any …730  default
            …
            $ ringbuoy retention set call.sos never --operator 91 --json
            {"rule":"call.sos","days":null,"from":"hotline"}
            $ ringbuoy retention set case.not_a_victim 365 --operator 91
            case.not_a_victim is kept for 365 days from now on.
            $ ringbuoy settings show --json
            {…"retention":["call.sos:never","case.not_a_victim:365"],…}
            $ ringbuoy retention set case.nowhere 365 --operator 91
            ! refused: retention.unknown_rule: …
            ? 1
            $ ringbuoy retention set case.any 0 --operator 91
            ! refused: retention.bad_days: …
            ? 1
            $ ringbuoy retention list
            0 go, 0 kept.
            $ ringbuoy retention apply --listed 2100-01-01T00:00 --yes --operator 91
            ! refused: retention.listed_later: …
            ? 1
            """
        ).play(at: desk)
    }

    @Test("retention that is killed half-way goes on where it stopped; no figure moves and verify is content")
    func killed() throws {
        let desk = try TestDesk(isSetUp: false)
        try #require(try desk.run(["practice", "--store", desk.store, "--seed", "7", "--no-console"]).status == 0)
        let stats = ["stats", "--period", "2008-10/2009-09", "--by", "class", "--json"]
        let before = try desk.run(stats).output
        let list = try #require(try desk.json("retention", "list", "--as", "91") as? [String: Any])
        let items = try #require(list["items"] as? [[String: Any]])
        let due = items.filter { $0["standing"] as? String == "due" }
        try #require(due.count > 150, "\(due.count)")
        let moment = try #require(list["listed"] as? String)
        let apply = ["retention", "apply", "--listed", moment, "--yes", "--operator", "91", "--json"]
        var left = due.count
        for milliseconds in [150, 300, 450, 600] {
            let process = try desk.process(apply)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(useconds_t(milliseconds * 1000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(try desk.run(["verify"]).status == 0)
            let now = try #require(try desk.json("retention", "list", "--as", "91") as? [String: Any])
            let rest = (now["items"] as? [[String: Any]] ?? []).filter { $0["standing"] as? String == "due" }
            #expect(rest.count <= left)
            left = rest.count
        }
        let done = try #require(try desk.json(apply) as? [String: Any])
        #expect((done["erased"] as? [Any])?.count == left)
        #expect((done["kept"] as? [Any])?.isEmpty == true)
        #expect(try desk.run(stats).output == before)
        #expect(try desk.run(["verify"]).status == 0)
    }
}

extension TestDesk {
    fileprivate func json(_ arguments: [String]) throws -> Any {
        let outcome = try run(arguments)
        try #require(outcome.status == 0, "\(arguments.joined(separator: " ")): \(outcome.errors)")
        return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8), options: .fragmentsAllowed)
    }
}
