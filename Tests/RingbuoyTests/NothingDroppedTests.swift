import Foundation
import Testing

@Suite("Nothing that is typed is dropped without a word")
struct NothingDroppedTests {
    /// A hotline whose roster begins far ahead: nobody is planned today.
    private func quietDesk() throws -> TestDesk {
        let desk = try TestDesk(isSetUp: false)
        let profile = try desk.profileText().replacingOccurrences(
            of: "first = 2008-10-01", with: "first = 2190-01-01")
        try desk.write(profile, to: "quiet.toml")
        #expect(try desk.run(["init", "--profile", "quiet.toml", "--open"]).status == 0)
        return desk
    }

    @Test("the end that is typed for a planned shift is refused, and a reason for it is said to be none")
    func plannedShift() throws {
        let desk = try quietDesk()
        let now = Date()
        let form = ISO8601DateFormatter()
        let (from, to) = (form.string(from: now - 600), form.string(from: now + 7200))
        try Transcript(
            """
            $ ringbuoy shift add --operator 91 --for 02 --from \(from) --to \(to)
            …
            $ ringbuoy shift sign-on --operator 02 --until 2190-01-01T08:00
            ! error: usage: A shift of 02 is planned now, until …: --until …
            ? 64
            $ ringbuoy shift sign-on --operator 02 --reason covering
            Shift … of 02 on …: on.
            ! A shift of 02 was planned for now: …
            """
        ).play(at: desk)
    }

    @Test("a passphrase that would open nothing is refused, and so is a recovery key that is given twice")
    func passphrases() throws {
        let desk = try TestDesk(isSetUp: false)
        try desk.write(desk.profileText(), to: "tn.toml")
        try desk.write("harbour lamp seven ropes", to: "told")
        try Transcript(
            """
            $ ringbuoy init --profile tn.toml --open --passphrase-file told
            ! error: usage: --open …
            ? 64
            $ ringbuoy init --profile tn.toml --open --admin 91
            ! error: usage: --open …
            ? 64
            $ ringbuoy init --profile tn.toml --open
            …
            $ ringbuoy operator slot 01 --remove --new-passphrase-file told
            ! error: usage: --remove …
            ? 64
            $ ringbuoy operator slot 01 --recover --recovery-file told
            ! error: usage: …--recovery-file…
            ? 64
            """
        ).play(at: desk)
    }

    @Test("a shift that is over already is not added")
    func pastShift() throws {
        try Transcript(
            """
            $ ringbuoy shift add --operator 91 --for 02 --from 2010-03-01T08:00 --to 2010-03-01T16:00
            ! refused: shift.is_over: …
            ? 1
            """
        ).play(at: TestDesk())
    }

    @Test("the reason for taking back a draft is kept")
    func revoked() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy case open --origin walk_in --operator 51 --json
            {"id":"<case>"…}
            $ ringbuoy referral add --case <case> --provider la-strada --service legal --operator 51 --json
            {"id":"<referral>"…}
            $ ringbuoy referral revoke <referral> --operator 51 --reason 'she found a place herself'
            …
            $ ringbuoy case timeline <case> --as 51
            …
                she found a place herself
            """
        ).play(at: desk)
    }

    @Test("standard input holds one text")
    func inputTwice() throws {
        let desk = try quietDesk()
        try Transcript(
            """
            $ ringbuoy shift sign-on --operator 02 --reason covering
            …
            $ ringbuoy shift handover offer --operator 02 --note - --note -
            < the shelter rings at eight
            ! error: usage: Only one - …
            ? 64
            """
        ).play(at: desk)
    }

    @Test(
        "a negative number is no value, however it is written",
        arguments: [
            ("call log --operator 01 --class information --minutes -5", "-5 cannot be the value of --minutes <n>."),
            (
                "call log --operator 01 --class information --minutes -1.5",
                "-1.5 cannot be the value of --minutes <n>."
            ),
            ("call log --operator 01 --started -3h", "-3h cannot be the value of --started <time>."),
            ("call list --limit -5 --after -3", "-5 cannot be the value of --limit <n>."),
            ("indicator add dv --operator 91 --period 2009 --target -3", "-3 cannot be the value of --target <n>."),
        ])
    func negative(line: String, sentence: String) throws {
        let outcome = try TestDesk(isSetUp: false).run(line.split(separator: " ").map(String.init))
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("error: usage: \(sentence)"), "\(outcome.errors)")
    }

    @Test("two who swap keep their days: the rows that were cancelled keep the roster from planning them again")
    func swap() throws {
        let desk = try TestDesk()
        let rows = try #require(try desk.json("shift", "show", "--period", period()) as? [[String: Any]])
        let planned = rows.filter { $0["status"] as? String == "planned" }
        let one = try #require(planned.first)
        let other = try #require(planned.first { $0["operator"] as? String != one["operator"] as? String })
        _ = try desk.json("shift", "swap", one["id"] as! String, other["id"] as! String, "--operator", "91")
        let again = try desk.json("shift", "plan") as? [String: Int]
        #expect(again == ["planned": 0, "cancelled": 0])
    }

    /// The next seven days.
    private func period() -> String {
        let form = ISO8601DateFormatter()
        form.formatOptions = [.withFullDate]
        let days = [form.string(from: Date() + 86_400), form.string(from: Date() + 7 * 86_400)]
        return "\(days[0].prefix(7))/\(days[1].prefix(7))"
    }
}
