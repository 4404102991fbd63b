import Foundation
import Testing

/// Every verb there is: what reads is tried in every role, and what is new
/// fails until somebody has said who may.
@Suite("Who may read what on the command line")
struct ReadingRolesTests {
    private static let people = [
        ("operator", "02"), ("specialist", "51"), ("supervisor", "93"), ("reporting_officer", "94"), ("admin", "95"),
        ("auditor", "96"), ("bridge", "97"),
    ]

    /// `<call>`, `<back>`, `<case>` and `<referral>` are another's; letters as in the engine's table of roles.
    //                                         osvraub
    private static let reads: [(verb: String, may: String)] = [
        ("call list", "osv----"), ("call visits", "osv----"), ("call show <call>", "-sv----"),
        ("escalation list", "osv----"),
        ("escalation show <sos>", "osv----"), ("case list", "-sv----"), ("case show <case>", "-sv----"),
        ("case person list <case>", "-sv----"), ("case task list <case>", "-sv----"),
        ("case timeline <case>", "-sv----"), ("referral list", "osv----"), ("referral show <referral>", "osv----"),
        ("referral delivered --period 2009", "osvra--"), ("provider list", "osvra--"),
        ("provider show la-strada", "osvra--"), ("territory list", "osvra--"), ("stay list", "osv----"),
        ("mission list", "osvra--"), ("indicator list", "osvra--"), ("return list", "osvra--"),
        ("task list", "osv----"), ("call-back list", "osv----"), ("call-back show <back>", "-sv----"),
        ("call-back show <back> --unmask", "-sv----"), ("shift show", "osvra--"),
        ("shift handover show", "osv----"), ("line list", "osvra--"), ("donor list", "osvra--"),
        ("donor show sdc", "osvra--"), ("settings show", "osvra--"),
        ("operator list", "osvra--"), ("stats", "osvra--"), ("stats --by operator", "--v----"),
        ("report --period 2009-09", "osvra--"), ("report --format html", "osvra--"),
        ("month show", "osvra--"), ("export list", "--vr---"),
        ("queue", "osvra--"), ("audit", "--v-au-"), ("backup list", "--v-au-"), ("retention show", "osvra--"),
        ("retention list", "--v-a--"), ("desk list", "osvra--"),
    ]

    /// They change something, and the engine's table of roles tries them.
    private static let acts = """
        operator add, operator change, operator slot, operator disable, operator enable, line add,
        line change, line close, line reopen, donor add, donor change, settings set, profile apply,
        call log, call amend, call discard, call recognise, escalation raise, escalation set, escalation assign,
        escalation acknowledge, escalation reassign, escalation resolve, escalation reopen, case open, case triage,
        case hold, case resume, case follow-up, case note, case propose, case approve, case return, case reopen,
        case merge, case export, case import, case person add, case person set, case set, case task add,
        case task give, case task done, referral add, referral send, referral answer, referral start, referral chase,
        referral deliver, referral outcome, referral revoke, provider add, provider change, provider import,
        territory add, territory import, stay admit, stay expect, stay leave, mission add, mission done,
        mission withdraw, indicator add, indicator done, indicator withdraw, return add, return done, return withdraw,
        task add, task assign, task done, call-back add, call-back done, call-back withdraw, shift confirm,
        shift sign-on, shift sign-off, shift handover offer, shift handover acknowledge, shift handover park,
        shift cover, shift swap, shift add, shift cancel, shift plan, shift end, erase, retention set,
        month close, export make, retention apply, retention hold, retention release, key rotate, feed asterisk, feed queue-log, feed replay,
        feed json-lines, join, move, desk role, desk retire
        """

    /// They tell nobody's words and no list, are how one comes in, or ask a file for its own passphrase.
    private static let open = """
        console, sign-in, sign-out, passphrase, practice, init, profile check, case fields, verify, backup make,
        restore, keys, case unseal, desk status, desk sync
        """

    @Test("every verb is one that reads, one that acts, or one that tells nothing")
    func everyVerb() throws {
        let outcome = try TestDesk(isSetUp: false).run(["--experimental-dump-help"])
        let all = try JSONDecoder().decode(Help.self, from: Data(outcome.output.utf8)).command.verbs
        let reads = ReadingRolesTests.reads.map { row in
            row.verb.split(separator: " ").prefix { !$0.hasPrefix("<") && !$0.hasPrefix("-") }.joined(separator: " ")
        }
        let known = reads.map {
            ["provider show la-strada": "provider show", "donor show sdc": "donor show"][$0] ?? $0
        }
        let named = Set(known + ReadingRolesTests.names(ReadingRolesTests.acts) + ReadingRolesTests.names(Self.open))
        #expect(Set(all).subtracting(named).sorted() == [], "new: say who may")
        #expect(named.subtracting(all).sorted() == [], "gone")
    }

    @Test("a role reads what is its duty, and is refused the rest with exit 77")
    func roles() throws {
        let (desk, named) = try desk()
        for (verb, may) in ReadingRolesTests.reads {
            let filled = named.reduce(verb) { $0.replacingOccurrences(of: "<\($1.key)>", with: $1.value) }
            let words = filled.split(separator: " ").map(String.init)
            for ((role, code), letter) in zip(ReadingRolesTests.people, may) {
                let outcome = try desk.run(words + ["--as", code])
                let expected: Int32 = letter == "-" ? 77 : 0
                #expect(outcome.status == expected, "\(role): \(filled): \(outcome.errors)")
                if letter == "-" { #expect(outcome.output == "", "\(role): \(filled)") }
            }
        }
    }

    @Test("a feed is told by a bridge alone, whatever else is wrong with it")
    func feeds() throws {
        let (desk, _) = try desk()
        for (role, code) in ReadingRolesTests.people {
            for verb in [["json-lines"], ["replay", "none"], ["queue-log", "none", "--line", "none"]] {
                let outcome = try desk.run(["feed"] + verb + ["--as", code])
                #expect((outcome.status == 77) == (role != "bridge"), "\(role): \(verb): \(outcome)")
            }
        }
    }

    @Test("another's words are read by nobody else, their rows by every operator; a list is no export")
    func words() throws {
        let (desk, named) = try desk()
        try Transcript(
            """
            $ ringbuoy call show \(named["call"]!) --as 02
            ! refused: role.not_readable: …
            ? 77
            $ ringbuoy call show \(named["call"]!) --as 01 --json
            {…"note":"the blue kiosk"…}
            $ ringbuoy call list --as 02 --limit 1 --json
            [
            {"id":"…","started":"…","ended":"…","business_date":"…","class":"…",…,"status":"final","revision":1}
            ]
            $ ringbuoy call list --as 02 --csv --period 2009-09
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy task list --as 02
            …
            $ ringbuoy audit --access --limit 2 --as 93 --json
            [
            {…"operator":"01","kind":"access",…"event":"viewed",…}
            …
            ]
            """
        ).play(at: desk)
    }

    private func desk() throws -> (TestDesk, [String: String]) {
        let desk = try TestDesk()
        for (role, code) in ReadingRolesTests.people.dropFirst(2) {
            _ = try desk.json("operator", "add", code, "--role", role, "--operator", "91")
        }
        let call = try id(
            desk.json(
                "call", "log", "--operator", "01", "--class", "information", "--minutes", "2", "--note",
                "the blue kiosk"))
        let sos = try id(desk.json("call", "log", "--operator", "01", "--class", "sos", "--minutes", "1"))
        let back = try id(
            desk.json(
                "call", "log", "--operator", "01", "--class", "information", "--minutes", "2", "--call-back",
                "2030-01-01T10:00", "--call-back-consent", "yes"))
        let file = try id(desk.json("case", "open", "--origin", "walk_in", "--operator", "51"))
        let referral = try id(
            desk.json(
                "referral", "add", "--case", file, "--provider", "la-strada", "--service", "legal", "--operator",
                "51"))
        return (desk, ["call": call, "back": back, "sos": sos, "case": file, "referral": referral])
    }

    private func id(_ answer: Any) throws -> String { try #require((answer as? [String: Any])?["id"] as? String) }

    private static func names(_ list: String) -> [String] {
        list.split(separator: ",").map { name in
            name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}

/// What the parser says of its commands.
private struct Help: Decodable {
    let command: Command

    struct Command: Decodable {
        let commandName: String
        let subcommands: [Command]?

        /// `call log`, without the program's own name.
        var verbs: [String] { below("") }

        private func below(_ name: String) -> [String] {
            let parts = (subcommands ?? []).filter { $0.commandName != "help" }
            guard !parts.isEmpty else { return [name] }
            return parts.flatMap { $0.below(name.isEmpty ? $0.commandName : "\(name) \($0.commandName)") }
        }
    }
}
