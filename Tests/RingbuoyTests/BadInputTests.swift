import Foundation
import Testing

/// Whatever is handed in: a named refusal, its exit code, and nothing changed.
@Suite("Bad input")
struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let command: String
        /// What is piped in.
        let input: String?
        let status: Int32
        let begins: String
        var testDescription: String { String(command.prefix(80)) }

        init(_ command: String, _ input: String? = nil, _ status: Int32, _ begins: String) {
            self.command = command
            self.input = input
            self.status = status
            self.begins = begins
        }
    }

    private static let turning = "Li\u{202E}lia"
    private static let ringing = "Li\u{7}lia"
    private static let long = String(repeating: "я", count: 5_000_000)

    static let cases = [
        Case("case merge CASE --into OTHER --operator 51", nil, 1, "refused: case.is_duplicate: "),
        Case("case merge STANDING --into STANDING --operator 51", nil, 1, "refused: case.merged_into_itself: "),
        Case("case note STANDING - --operator 51", long, 1, "refused: words.too_long: "),
        Case(
            "case person add STANDING first_name=- --operator 51 --role child --pseudonym Ion", long, 1,
            "refused: words.too_long: "),
        Case("case task add STANDING - --operator 51", long, 1, "refused: words.too_long: "),
        Case("escalation set CALL children=no --operator 51 --place -", long, 1, "refused: words.too_long: "),
        Case(
            "case person add STANDING --operator 51 --role child --pseudonym \(turning)", nil, 1,
            "refused: words.direction_mark: "),
        Case(
            "case person add STANDING --operator 51 --role child --pseudonym \(ringing)", nil, 1,
            "refused: words.control_character: "),
        Case(
            "case person add STANDING --operator 51 --role child --pseudonym \u{200B}", nil, 1,
            "refused: case.needs_pseudonym: "),
        Case(
            "erase case STANDING --because replaced --operator 91 --yes", nil, 1, "refused: erasure.programs_reason: "
        ),
        Case(
            "case person add STANDING city=\(turning) --operator 51 --role child --pseudonym Ion", nil, 1,
            "refused: words.direction_mark: "),
        Case("case note STANDING - --operator 51", "be\u{1B}[2Jll", 1, "refused: words.control_character: "),
        Case("provider add house --name \(turning) --service legal --operator 91", nil, 1, "refused: "),
        Case("provider add house --name \(ringing) --service legal --operator 91", nil, 1, "refused: "),
        Case("territory add house --name \(turning) --operator 91", nil, 1, "refused: "),
        Case(
            "referral add --operator 51 --case STANDING --provider shut --service legal --consent given", nil, 1,
            "refused: referral."),
        Case("key rotate --operator 91 --passphrase-file told", nil, 77, "refused: sign_in.store_is_open: "),
        Case(
            "case export STANDING STANDING --to x --operator 51 --file-passphrase-file told", nil, 64,
            "error: usage: "),
        Case(
            "case export STANDING --to x --operator 51 --file-passphrase-file short", nil, 77,
            "refused: sign_in.passphrase_short: "),
        Case(
            "case export nothing --to x --operator 51 --file-passphrase-file told", nil, 1, "refused: case.unknown: "),
        Case("case export STANDING --format xml --to x --operator 51", nil, 64, "error: usage: "),
        Case("case import . --operator 51 --file-passphrase-file told", nil, 65, "error: "),
        Case(
            "case import told --operator 51 --file-passphrase-file told", nil, 65, "error: exchange.not_a_case_file: "
        ),
    ]

    @Test("each is refused by its name with its exit code, and the journal is as it was", arguments: cases)
    func refused(one: Case) throws {
        let desk = try TestDesk()
        try CaseExchangeTranscriptTests.secret("told by telephone only", "told", at: desk)
        try CaseExchangeTranscriptTests.secret("short", "short", at: desk)
        func number(_ arguments: String...) throws -> String {
            let made = try desk.run(arguments + ["--json"])
            let row = try #require(try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
            return try #require(row["number"] as? String ?? row["id"] as? String, "\(made)")
        }
        let standing = try number("case", "open", "--origin", "walk_in", "--operator", "51")
        let merged = try number("case", "open", "--origin", "walk_in", "--operator", "51")
        #expect(try desk.run(["case", "merge", merged, "--into", standing, "--operator", "51"]).status == 0)
        let call = try number("call", "log", "--operator", "01", "--class", "sos", "--country", "TR")
        let shut = try desk.run([
            "provider", "add", "shut", "--name", "Shut", "--service", "legal", "--until", "2001-01-01", "--operator",
            "91",
        ])
        #expect(shut.status == 0, "\(shut)")
        let before = try desk.run(["audit", "--limit", "1", "--json"]).output
        let words = one.command.split(separator: " ").map { word in
            ["CASE": merged, "OTHER": standing, "STANDING": standing, "CALL": call][String(word)] ?? String(word)
        }
        let outcome = try desk.run(words, input: one.input.map { Data($0.utf8) })
        #expect(outcome.status == one.status, "\(outcome.errors.prefix(500))")
        #expect(outcome.errors.hasPrefix(one.begins), "\(outcome.errors.prefix(500))")
        #expect(outcome.output == "")
        #expect(try desk.run(["audit", "--limit", "1", "--json"]).output == before)
        #expect(!FileManager.default.fileExists(atPath: desk.folder.appendingPathComponent("x").path))
        #expect(try desk.run(["verify"]).status == 0)
    }

    @Test("a backup that was cut off, and one with another store's key, restore nothing and leave the store alone")
    func backups() throws {
        let desk = try TestDesk()
        #expect(try desk.run(["call", "log", "--operator", "01", "--code", "silent"]).status == 0)
        #expect(try desk.run(["backup", "copy.db"]).status == 0)
        #expect(try desk.run(["init", "--profile", desk.profile, "--open", "--store", "other.db"]).status == 0)
        let whole = try Data(contentsOf: desk.folder.appendingPathComponent("copy.db"))
        for count in [0, 1, 100, 4095, whole.count / 2, whole.count - 4096] {
            try whole.prefix(count).write(to: desk.folder.appendingPathComponent("cut.db"))
            let outcome = try desk.run(["restore", "cut.db", "--replace"])
            #expect(outcome.status == 65, "\(count): \(outcome)")
            #expect(outcome.errors.hasPrefix("error: store."), "\(count): \(outcome)")
        }
        let foreign = try Data(contentsOf: desk.folder.appendingPathComponent("other.db.key"))
        try foreign.write(to: desk.folder.appendingPathComponent("copy.db.key"))
        let outcome = try desk.run(["restore", "copy.db", "--replace"])
        #expect(outcome.status == 65 && outcome.errors.hasPrefix("error: store.wrong_key: "), "\(outcome)")
        #expect(try desk.run(["verify"]).status == 0)
        #expect(try desk.run(["call", "list"]).lines.count == 1)
    }

    @Test("a key that is another store's, cut off or no key at all opens nothing, and the right one still does")
    func keys() throws {
        let desk = try TestDesk()
        let path = desk.folder.appendingPathComponent("hotline.db.key")
        let right = try Data(contentsOf: path)
        for wrong in [
            Data(), Data("no key".utf8), right.dropLast(3), Data(right.reversed()), Data(repeating: 255, count: 9999),
        ] {
            try Data(wrong).write(to: path)
            let outcome = try desk.run(["call", "list"])
            #expect(outcome.status == 65 && outcome.errors.hasPrefix("error: store.wrong_key: "), "\(outcome)")
        }
        try right.write(to: path)
        #expect(try desk.run(["call", "list"]).status == 0)
    }
}
