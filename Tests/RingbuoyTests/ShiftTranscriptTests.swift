import Foundation
import Testing

@Suite("Shifts and handovers from the command line")
struct ShiftTranscriptTests {
    /// A hotline whose roster begins far ahead: nobody is planned today.
    private func desk() throws -> TestDesk {
        let desk = try TestDesk(isSetUp: false)
        let profile = try desk.profileText().replacingOccurrences(
            of: "first = 2008-10-01", with: "first = 2190-01-01")
        try desk.write(profile, to: "quiet.toml")
        #expect(try desk.run(["init", "--profile", "quiet.toml", "--open"]).status == 0)
        return desk
    }

    @Test("an unplanned shift needs its reason, and ends when nothing is open")
    func unplanned() throws {
        try Transcript(
            """
            $ ringbuoy shift sign-on --operator 02
            ! refused: shift.needs_reason: …
            ? 1
            $ ringbuoy shift sign-on --operator 02 --reason covering
            Shift … of 02 on …: on.
            $ ringbuoy shift sign-on --operator 02 --reason covering
            ! refused: shift.already_on: …
            ? 1
            $ ringbuoy call log --operator 02 --class information --json
            {"id":"<call>"}
            $ ringbuoy call show <call> --json
            {…"off_shift":false,…}
            $ ringbuoy shift sign-off --operator 02 --json
            {"id":"<shift>","status":"ended"}
            $ ringbuoy shift sign-off --operator 02
            ! refused: shift.not_on: …
            ? 1
            """
        ).play(at: desk())
    }

    @Test("what is open is handed over item by item, and the shift ends with the last")
    func handover() throws {
        try Transcript(
            """
            $ ringbuoy shift sign-on --operator 02 --reason covering
            …
            $ ringbuoy shift sign-on --operator 03 --reason covering
            …
            $ ringbuoy call log --operator 02 --class sos --minutes 0
            …
            $ ringbuoy shift sign-off --operator 02
            ! refused: shift.needs_handover: …
            ? 1
            $ ringbuoy shift handover offer --operator 02 --note - --json
            < the shelter rings at eight
            {"id":"<handover>","items":2}
            $ ringbuoy shift handover show
            Handover <h> from 02, …
              1  SOS …  open
              2  note: the shelter rings at eight  open
            $ ringbuoy shift handover park <handover> --operator 02 --item 1
            ! refused: handover.somebody_follows: …
            ? 1
            $ ringbuoy shift handover acknowledge <handover> --operator 02
            ! refused: handover.not_by_the_outgoing: …
            ? 1
            $ ringbuoy shift handover acknowledge <handover> --operator 03 --item 2
            1 item is left.
            $ ringbuoy shift handover park <handover> --operator 91 --item 1 --json
            {"id":"<h2>","status":"offered","left":1}
            $ ringbuoy shift handover acknowledge <handover> --operator 03 --json
            {"id":"<h3>","status":"complete","left":0}
            $ ringbuoy shift handover show <handover> --json
            [
            {"id":"<h4>",…"from":"02",…"status":"complete","items":[{"item":1,"kind":"escalation",…"by":"03"},{…}]}
            ]
            $ ringbuoy shift sign-off --operator 02
            ! refused: shift.not_on: …
            ? 1
            """
        ).play(at: desk())
    }

    @Test("shifts are added, confirmed, covered, swapped, cancelled and ended")
    func changes() throws {
        try Transcript(
            """
            $ ringbuoy shift add --operator 91 --for 01 --from 2190-06-01T08:00 --to 2190-06-01T15:30 --pattern morning --json
            {"id":"<a>","status":"planned"}
            $ ringbuoy shift add --operator 91 --for 02 --from 2190-06-01T15:30 --to 2190-06-01T23:00 --pattern evening --json
            {"id":"<b>","status":"planned"}
            $ ringbuoy shift add --operator 91 --for 01 --from 2190-06-01T09:00 --to 2190-06-01T10:00
            ! refused: shift.overlaps: …
            ? 1
            $ ringbuoy shift confirm <a> --operator 01
            Shift morning of 01 on 2190-06-01: confirmed.
            $ ringbuoy shift swap <a> <b> --operator 91 --json
            {"shifts":["<c>","<d>"]}
            $ ringbuoy shift cover <c> --operator 91 --reason ill --by 03
            Shift morning of 03 on 2190-06-01: planned.
            $ ringbuoy shift cover <d> --operator 91 --reason ill
            Shift evening of 01 on 2190-06-01: absent.
            $ ringbuoy shift cancel <d> --operator 91
            ! refused: shift.not_ahead: …
            ? 1
            $ ringbuoy shift show --period 2190-06-01 --json
            [
            …
            {…"operator":"03"…"substitute_for":"<c2>"…},
            …
            ]
            $ ringbuoy shift show --period 2190-06-01
            shift …
            …
            $ ringbuoy shift sign-on --operator 02 --reason covering --json
            {"id":"<on>","status":"started"}
            $ ringbuoy shift end <on> --operator 03 --reason operator_unable
            ! refused: shift.needs_supervisor: …
            ? 1
            $ ringbuoy shift end <on> --operator 91 --reason operator_unable
            Shift … of 02 on …: ✓ ended.
            $ ringbuoy shift plan --json
            {"planned":0,"cancelled":0}
            """
        ).play(at: desk())
    }
}
