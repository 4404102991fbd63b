import Foundation
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let arguments: String
        let status: Int32
        /// How standard error begins.
        let begins: String
        var testDescription: String { arguments }
    }

    static let cases = [
        Case(arguments: "call list", status: 0, begins: ""),
        Case(arguments: "--version", status: 0, begins: ""),
        Case(arguments: "call log --help", status: 0, begins: ""),
        Case(arguments: "call log --operator 99 --code silent", status: 1, begins: "refused: operator.unknown: "),
        Case(arguments: "call log --operator 01 --class sos --code silent", status: 1, begins: "refused: call."),
        Case(arguments: "call show 99-9999", status: 1, begins: "refused: call.unknown: "),
        Case(
            arguments: "escalation acknowledge 99-9999 --operator 51", status: 1,
            begins: "refused: escalation.unknown: "),
        Case(arguments: "case show 99-99", status: 1, begins: "refused: case.unknown: "),
        Case(arguments: "referral show 99-9999", status: 1, begins: "refused: referral.unknown: "),
        Case(arguments: "shift confirm nothing --operator 01", status: 1, begins: "refused: shift.unknown: "),
        Case(arguments: "shift handover show nothing", status: 1, begins: "refused: handover.unknown: "),
        Case(arguments: "call", status: 0, begins: ""),
        Case(arguments: "frobnicate", status: 64, begins: "error: usage: "),
        Case(arguments: "call log", status: 64, begins: "error: usage: --operator <code> is missing."),
        Case(arguments: "call log --operator", status: 64, begins: "error: usage: --operator <code> needs a value."),
        Case(
            arguments: "call list --limt 3", status: 64,
            begins: "error: usage: There is no option --limt. Did you mean --limit?"),
        Case(arguments: "call list --limit -3", status: 64, begins: "error: usage: "),
        Case(
            arguments: "call list --limit=-3", status: 64,
            begins: "error: usage: -3 cannot be the value of --limit <n>."),
        Case(
            arguments: "call log --operator 01 --code silent --minutes -5", status: 64,
            begins: "error: usage: -5 cannot be the value of --minutes <n>. It is a whole number, 0 or more."),
        Case(arguments: "call list --line zz", status: 1, begins: "refused: call.unknown_line: "),
        Case(arguments: "call list --operator 99", status: 1, begins: "refused: operator.unknown: "),
        Case(arguments: "call list --class zz", status: 1, begins: "refused: call.unknown_code: "),
        Case(arguments: "stats --by class --by line", status: 64, begins: "error: usage: --by is given twice."),
        Case(arguments: "call list --limit=1 --limit 2", status: 64, begins: "error: usage: --limit is given twice."),
        Case(
            arguments: "--store hotline.db call list --store other.db", status: 64,
            begins: "error: usage: --store is given twice."),
        Case(arguments: "--json call list --limit 1 --json", status: 0, begins: ""),
        Case(
            arguments: "operator add 05 --role operator --role specialist --operator 91", status: 0, begins: ""),
        Case(
            arguments: "call log --operator 01 --class information --topic ,", status: 64,
            begins: "error: usage: A topic is empty."),
        Case(
            arguments: "call log --operator 01 --class information --topic documents,,tourism", status: 64,
            begins: "error: usage: A topic is empty."),
        Case(
            arguments: "call log --operator 01 --class information --outcome escalated", status: 1,
            begins: "refused: call.not_escalated: "),
        Case(
            arguments:
                "call log --operator 01 --class information --started 2009-09-14T10:00 --call-back 2009-09-14T09:00",
            status: 1, begins: "refused: call.call_back_before_call: "),
        Case(
            arguments: "call log --operator 01 --code silent --started 2009-03-29T02:30", status: 65,
            begins: "error: input.time_skipped: No clock in Europe/Chisinau showed 2009-03-29T02:30: "
                + "that night they went from 02:00 straight to 03:00."),
        Case(
            arguments: "shift add --operator 91 --for 01 --from 2030-01-01T08:00 --to 2031-01-01T20:00", status: 1,
            begins: "refused: shift.too_long: "),
        Case(arguments: "call list --store=", status: 64, begins: "error: usage: --store <path> needs a value."),
        Case(arguments: "backup nowhere/copy.db", status: 69, begins: "error: store.unavailable: nowhere/copy.db "),
        Case(arguments: "backup text.txt", status: 1, begins: "refused: store.taken: Something is at text.txt "),
        Case(arguments: "init --profile .", status: 65, begins: ".:1:1: profile.unreadable: "),
        Case(arguments: "init --profile /dev/zero", status: 65, begins: "/dev/zero:1:1: profile.unreadable: "),
        Case(arguments: "report --json --format csv", status: 64, begins: "error: usage: Say either --json or"),
        Case(
            arguments: "referral answer 26-0001 --accepted --outcome provided", status: 1,
            begins: "refused: referral.unknown: "),
        Case(
            arguments:
                "referral add --operator 01 --call 26-0001 --provider cnpac --service legal --because life_in_danger",
            status: 64, begins: "error: usage: --because goes with --consent overridden"),
        Case(
            arguments: "shift add --operator 91 --for 01 --from 2027-03-28T02:30 --to 2027-03-28T09:00", status: 65,
            begins: "error: input.time_skipped: "),
        Case(
            arguments: "call list --period lately", status: 64,
            begins: "error: usage: lately cannot be the value of --period <period>. A period is"),
        Case(
            arguments: "call list one two", status: 64, begins: "error: usage: These are not expected here: one two."),
        Case(
            arguments: "call list --lang de", status: 64,
            begins: "error: usage: de cannot be the value of --lang <language>. One of: en, ro, ru."),
        Case(
            arguments: "call list --store nowhere.db", status: 69,
            begins: "error: store.missing: There is no store at nowhere.db."),
        Case(arguments: "call list --store text.txt", status: 65, begins: "error: store.not_a_store: text.txt "),
        Case(arguments: "call list --store .", status: 65, begins: "error: store.not_a_store: . "),
        Case(arguments: "verify --store text.txt", status: 65, begins: "error: store.not_a_store: "),
        Case(arguments: "init --profile text.txt", status: 65, begins: "text.txt:1:"),
        Case(arguments: "init --profile missing.toml", status: 65, begins: "missing.toml:1:1: profile.unreadable: "),
    ]

    @Test("each failure has its code, and its name comes first on standard error", arguments: cases)
    func code(of one: Case) throws {
        let desk = try TestDesk()
        try desk.write("not a profile, not a store", to: "text.txt")
        let outcome = try desk.run(one.arguments.split(separator: " ").map(String.init))
        #expect(outcome.status == one.status, "\(outcome)")
        #expect(outcome.errors.hasPrefix(one.begins), "\(outcome)")
        // A shell that reads the name must not read it among other things.
        if one.status != 0 { #expect(outcome.output == "", "\(outcome)") }
    }

    @Test(
        "what is complained of never steers the terminal",
        arguments: [
            ["call", "list", "--store", "a\u{1B}[2Jb"], ["a\u{1B}[2Jb\u{202E}\u{9B}"],
            ["a\u{1B}b\nc"], ["call", "list", "--a\u{1B}b"], ["init", "--profile", "a\u{1B}\u{2066}b.toml"],
        ])
    func steering(arguments: [String]) throws {
        let outcome = try TestDesk().run(arguments)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("aU+001B"), "\(outcome)")
        let raw = outcome.errors.unicodeScalars.filter {
            $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
        }
        #expect(raw.isEmpty, "\(outcome)")
    }

    @Test("without a home folder named no store is looked for in the working folder", arguments: ["", ".", "here"])
    func noHome(home: String) throws {
        let desk = try TestDesk(isSetUp: false)
        let nothing = ["HOME": home, "XDG_DATA_HOME": "", "RINGBUOY_STORE": ""]
        let outcome = try desk.run([], nothing)
        #expect(outcome.status == 64)
        #expect(home.isEmpty ? outcome.errors.contains(" /") : outcome.errors.contains("--store PATH"), "\(outcome)")
    }

    @Test("arguments that are not UTF-8 are named")
    func argumentBytes() throws {
        let desk = try TestDesk()
        try desk.write("exec \"$1\" call list --class \"$(printf 'a\\377')\"\n", to: "bytes.sh")
        let shell = try desk.process([])
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["bytes.sh", TestDesk.program.path]
        let errors = try desk.file("errors")
        shell.standardError = errors.handle
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 65)
        let text = try String(contentsOf: errors.url, encoding: .utf8)
        #expect(text.hasPrefix("error: input.argument_not_utf8: Argument 4 "), "\(text)")
    }

    @Test("standard input that is not UTF-8 is named with its byte, and nothing is logged")
    func inputBytes() throws {
        let desk = try TestDesk()
        let log = ["call", "log", "--operator", "01", "--class", "information", "--note", "-"]
        let outcome = try desk.run(log, input: Data("дом".utf8) + [0xFF])
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("error: input.not_utf8: Standard input is not UTF-8 text from byte 7 on."))
        #expect(try desk.run(["call", "list"]).output == "")
    }

    @Test("a note of ten megabytes is refused, and so are control characters and marks that turn the writing")
    func badNotes() throws {
        let desk = try TestDesk()
        let log = ["call", "log", "--operator", "01", "--class", "information", "--note", "-"]
        let notes = [
            (String(repeating: "a", count: 10_000_000), "words.too_long"), ("a\u{7}b", "words.control_character"),
            ("a\u{202E}b", "words.direction_mark"),
        ]
        for (note, rule) in notes {
            let outcome = try desk.run(log, input: Data(note.utf8))
            #expect(outcome.status == 1)
            #expect(outcome.errors.hasPrefix("refused: \(rule): "), "\(outcome.errors)")
        }
        #expect(try desk.run(["call", "list"]).output == "")
    }

    @Test("a note from Windows keeps its lines")
    func windowsNote() throws {
        let desk = try TestDesk()
        let log = ["call", "log", "--operator", "01", "--class", "information", "--note", "-"]
        #expect(try desk.run(log, input: Data("one\r\ntwo\r\n".utf8)).status == 0)
        let shown = try #require(try desk.json("call", "list") as? [[String: Any]])
        let id = try #require(shown.first?["id"] as? String)
        let call = try #require(try desk.json("call", "show", id) as? [String: Any])
        #expect(call["note"] as? String == "one\ntwo")
    }

    @Test("a place name is one line, and a note of nothing but spaces is none")
    func smallWords() throws {
        let desk = try TestDesk()
        let log = ["call", "log", "--operator", "01", "--class", "information"]
        let refused = try desk.run(log + ["--region", "Bender\nTiraspol"])
        #expect(refused.errors.hasPrefix("refused: words.control_character: "), "\(refused)")
        #expect(try desk.run(log + ["--note", " \n\t "]).status == 0)
        #expect(try desk.run(log + ["--note", "-"], input: Data([0xEF, 0xBB, 0xBF] + "marked".utf8)).status == 0)
        let calls = try #require(try desk.json("call", "list") as? [[String: Any]])
        let notes = try calls.map { call in
            let id = try #require(call["id"] as? String)
            return try #require(try desk.json("call", "show", id) as? [String: Any])["note"] as? String
        }
        #expect(notes == ["marked", nil])
    }

    @Test("standard input that is closed is told of, and a profile may come through a pipe")
    func descriptors() throws {
        let desk = try TestDesk()
        for (script, status, begins) in [
            (
                "exec \"$0\" call log --operator 01 --class information --note - <&-", Int32(65),
                "error: input.unreadable: "
            ),
            ("exec \"$0\" call list --json >&-", 74, "error: output.failed: "),
            ("cat \"$1\" | \"$0\" profile check /dev/stdin", 0, ""),
            (
                "ln -s nowhere link; exec \"$0\" init --profile \"$1\" --open --store link", 69,
                "error: store.unavailable: link "
            ),
        ] {
            let shell = try desk.process([])
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = ["-c", script, TestDesk.program.path, desk.profile]
            let errors = try desk.file("errors")
            shell.standardError = errors.handle
            try shell.run()
            shell.waitUntilExit()
            let text = try String(contentsOf: errors.url, encoding: .utf8)
            #expect(shell.terminationStatus == status && text.hasPrefix(begins), "\(script): \(text)")
        }
    }

    @Test("a reader that goes away ends the program quietly; a full one is told of")
    func closedPipes() throws {
        let desk = try TestDesk()
        for (script, status) in [
            ("\"$0\" call log --help | true", Int32(0)), ("\"$0\" call log --help > /dev/full", 74),
        ] {
            let shell = try desk.process([])
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = ["-c", script, TestDesk.program.path]
            let errors = try desk.file("errors")
            shell.standardError = errors.handle
            try shell.run()
            shell.waitUntilExit()
            #expect(shell.terminationStatus == status)
            let text = try String(contentsOf: errors.url, encoding: .utf8)
            #expect(status == 0 ? text == "" : text.hasPrefix("error: output.failed: "), "\(text)")
        }
    }
}
