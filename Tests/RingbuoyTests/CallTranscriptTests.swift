import Foundation
import Testing

@Suite("Calls from the command line")
struct CallTranscriptTests {
    @Test("a call is logged, found, shown and put right")
    func logAndAmend() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class information --country MD --language ru --topic documents,tourism --caller relative --started 2009-09-14T14:10 --minutes 12 --off-shift-reason back_entry --note - --json
            < asks whether a contract is real
            < and what to do
            {"id":"<call>"}
            $ ringbuoy call list
            09-0001  2009-09-14 14:10 01   Information …✓ final …
            $ ringbuoy call show 09-0001
            Call 09-0001
            …
              topics…Documents, …
            …
              note…asks whether a contract is real
            …and what to do
            …
            """
        ).play(at: TestDesk())
    }

    @Test("what was typed over a call stands, what was not stays, and both are kept")
    func amend() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class counselling --country MD --topic documents --started 2009-09-14T14:10 --minutes 12 --json
            {"id":"<call>"}
            $ ringbuoy call amend <call> --operator 91 --reason typing_error --country RO --topic tourism,tourism --minutes 15
            Call 09-0001 is amended, revision 2.
            $ ringbuoy call list --json
            [
            {"id":"<same>","started":"2009-09-14T14:10:00+03:00","ended":"2009-09-14T14:25:00+03:00","business_date":"2009-09-14","class":"counselling","code":null,"line":"tn","operator":"01","country":"RO","language":null,"topics":["tourism"],"outcome":"consultation_given","status":"final","revision":2}
            ]
            $ ringbuoy call amend 09-0001 --operator 91 --reason typing_error --revision 1 --country MD
            ! refused: call.changed_meanwhile: …
            ? 1
            $ ringbuoy call amend 09-0001 --operator 91 --reason typo --country MD
            ! refused: call.unknown_code: typo … typing_error…
            ? 1
            $ ringbuoy call discard 09-0001 --operator 91 --reason entered_twice
            ! refused: call.already_final: …
            ? 1
            """
        ).play(at: TestDesk())
    }

    @Test("an amendment that changes nothing is none, also where the same words are typed again")
    func changesNothing() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class information --topic documents --region Bender --started 2009-09-14T14:10 --minutes 12 --note 'a contract'
            …
            ! …
            $ ringbuoy call amend 09-0001 --operator 91 --reason review
            ! refused: call.changes_nothing: This amendment changes nothing in call 09-0001. …
            ? 1
            $ ringbuoy call amend 09-0001 --operator 91 --reason review --note 'a contract' --region Bender --topic documents --minutes 12 --started 2009-09-14T14:10
            ! refused: call.changes_nothing: …
            ? 1
            $ ringbuoy call amend 09-0001 --operator 91 --reason review --note ''
            Call 09-0001 is amended, revision 2.
            $ ringbuoy call amend 09-0001 --operator 91 --reason review --topic ''
            Call 09-0001 is amended, revision 3.
            $ ringbuoy call show 09-0001 --json
            {…"topics":[]…"region":"Bender","note":null,"erasures":[],"hold":null}
            """
        ).play(at: TestDesk())
    }

    @Test("a silent call needs its code and nothing else")
    func nonCounselling() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --code silent --started 2009-09-14T22:10
            Call 09-0001 is final.
            $ ringbuoy call log --operator 01 --class non_counselling
            ! refused: call.needs_code: …
            ? 1
            $ ringbuoy call log --operator 01
            ! refused: call.needs_class: …
            ? 1
            $ ringbuoy call log --operator 01 --class informatoin
            ! refused: call.unknown_code: informatoin … information…
            ? 1
            """
        ).play(at: TestDesk())
    }

    @Test("--as says who does it where --operator does not; somebody has to be named")
    func asPerson() throws {
        let desk = try TestDesk()
        try Transcript(
            """
            $ ringbuoy call log --as 01 --class information --json
            {"id":"<call>"}
            $ ringbuoy call show <call> --json
            {…"operator":"01",…}
            $ ringbuoy call log --as 01 --operator 02 --class information --json
            {"id":"<other>"}
            $ ringbuoy call show <other> --json
            {…"operator":"02",…}
            $ ringbuoy call log --class information
            ! error: usage: --operator <code> is missing.
            ? 64
            $ ringbuoy operator add 07 --role operator --as 91
            …
            """
        ).play(at: desk)
        // Not the program did it, but who was named.
        let added = try desk.run(["audit", "--json", "--operator", "91"]).output
        #expect(added.contains("operatorAdded"), "\(added)")
    }

    @Test("a call outside a shift is marked, and asks for its reason once")
    func offShift() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class information --started 2009-09-14T14:10
            Call 09-0001 is final.
            ! Operator 01 was not on shift; call 09-0001 is marked. Next time say why with --off-shift-reason.
            $ ringbuoy call show 09-0001 --json
            {…"number":"09-0001","shift":…,"off_shift":true,…}
            """
        ).play(at: TestDesk())
    }

    @Test("times are read with and without an offset, and never from the future or before the line")
    func times() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --code silent --started 2009-09-14T02:10:30Z
            Call 09-0001 is final.
            $ ringbuoy call log --operator 01 --code silent --started 2009-01-14T09:10+02:00
            Call 09-0002 is final.
            $ ringbuoy call list --json
            [
            {…"started":"2009-09-14T05:10:30+03:00"…},
            {…"started":"2009-01-14T09:10:00+02:00"…}
            ]
            $ ringbuoy call log --operator 01 --code silent --started 2199-01-01T10:00
            ! refused: call.in_the_future: …
            ? 1
            $ ringbuoy call log --operator 01 --code silent --started 2008-09-30T10:00
            ! refused: call.before_line_existed: …
            ? 1
            $ ringbuoy call log --operator 01 --code silent --started 2009-09-14T10:00 --minutes 99999999999
            ! refused: call.too_long: …
            ? 1
            $ ringbuoy call log --operator 01 --code silent --started yesterday
            ! error: usage: yesterday cannot be the value of --started <time>. A time is 2009-09-14T02:10…
            ! …
            ? 64
            """
        ).play(at: TestDesk())
    }

    @Test("lists go on behind a call, keep to a period and filter")
    func lists() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class information --started 2009-08-31T10:00
            Call 09-0001 is final.
            $ ringbuoy call log --operator 02 --class counselling --started 2009-09-01T10:00
            Call 09-0002 is final.
            $ ringbuoy call log --operator 01 --class information --started 2009-09-30T22:30
            Call 09-0003 is final.
            $ ringbuoy call list --period 2009-09
            09-0003 …
            09-0002 …
            $ ringbuoy call list --after 09-0003 --limit 1
            09-0002 …
            $ ringbuoy call list --class information --operator 01
            09-0003 …
            09-0001 …
            $ ringbuoy call list --period 2009-07 --json
            []
            $ ringbuoy call list --period 2009-08 --csv
            number,business_date,…\r
            09-0001,2009-08-31,…\r
            $ ringbuoy call list --csv
            ! error: usage: --csv needs --period…
            ? 64
            """.replacingOccurrences(of: "\\r", with: "\r")
        ).play(at: TestDesk())
    }
}
