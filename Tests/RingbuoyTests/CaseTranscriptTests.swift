import Testing

@Suite("From an SOS to a referral's outcome")
struct CaseTranscriptTests {
    @Test("an SOS opens a case, the case a referral, and the referral ends with an outcome")
    func wholeWay() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class sos --started 2009-09-14T14:10 --json
            {"id":"<call>","escalation":"<sos>"}
            $ ringbuoy escalation list --open --json
            [
            {"id":"<same>","number":"09-0001","call":"<callagain>","business_date":"2009-09-14",…"status":"assigned",…}
            ]
            $ ringbuoy escalation resolve 09-0001 --operator 51 --outcome case_opened
            ! refused: case.escalation_not_in_hand: …
            ? 1
            $ ringbuoy escalation acknowledge <sos> --operator 51
            SOS 09-0001: in hand.
            $ ringbuoy escalation reassign <call> --operator 51 --to 52
            SOS 09-0001: assigned.
            $ ringbuoy escalation acknowledge 09-0001 --operator 52 --json
            {"id":"<again>","status":"in_hand"}
            $ ringbuoy escalation resolve <sos> --operator 52 --outcome case_opened --reason - --json
            < came out in the second talk
            {"id":"<again2>","outcome":"case_opened","case":"<case>","number":"<number>"}
            $ ringbuoy case triage <case> --operator 52
            Case <n>: active.
            $ ringbuoy case note 'case <number>' - --operator 52
            < papers are with the consulate
            Case <n2>: active.
            $ ringbuoy referral add --case <number> --provider capc-chisinau --service social_reintegration --consent given --operator 52 --json
            {"id":"<referral>","number":"<rnumber>"}
            $ ringbuoy referral send <referral>
            Referral <rn>: sent.
            $ ringbuoy referral chase <rnumber>
            Referral <rn2>: sent.
            $ ringbuoy referral answer <referral> --accepted
            Referral <rn3>: accepted.
            $ ringbuoy referral start <referral>
            Referral <rn4>: in service.
            $ ringbuoy case propose <number> --operator 52 --reason plan_completed
            ! refused: case.unended_referral: …
            ? 1
            $ ringbuoy referral outcome <referral> --outcome provided --source client --donor iom
            Referral <rn5>: ✓ ended.
            $ ringbuoy referral send <referral>
            ! refused: referral.has_ended: …
            ? 1
            $ ringbuoy case show <number> --json
            {"id":"<c>",…"status":"active",…"referred_on":"…","notes":["papers are with the consulate"],"referrals":[{…"status":"ended"…}],"fields":{},"people":[],"tasks":[],…"read_by":[…],"erasures":[],"hold":null}
            $ ringbuoy case propose <number> --operator 52 --reason plan_completed --referred
            Case <n3>: closing proposed.
            $ ringbuoy case approve <number> --operator 52
            ! refused: case.approved_by_someone_else: …
            ? 1
            $ ringbuoy case return <number> --operator 91
            Case <n4>: active.
            $ ringbuoy case propose <number> --operator 52 --reason plan_completed
            Case <n5>: closing proposed.
            $ ringbuoy case approve <number> --operator 91
            Case <n6>: ✓ closed.
            $ ringbuoy case reopen <number> --operator 52 --reason contacted_again
            Case <n7>: active.
            $ ringbuoy escalation reopen 09-0001 --operator 52 --reason new_information --words -
            < rang again
            SOS 09-0001: in hand.
            """
        ).play(at: TestDesk())
    }

    @Test("an SOS without a case ends in a coded outcome that says why")
    func withoutCase() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class sos --started 2009-09-14T14:10
            Call 09-0001 is final, and its SOS is raised.
            $ ringbuoy escalation assign 09-0001 --operator 91 --to 52
            SOS 09-0001: assigned.
            $ ringbuoy escalation acknowledge 09-0001 --operator 52
            SOS 09-0001: in hand.
            $ ringbuoy escalation resolve 09-0001 --operator 52 --outcome not_confirmd
            ! refused: call.unknown_code: not_confirmd … not_confirmed…
            ? 1
            $ ringbuoy escalation resolve 09-0001 --operator 52 --outcome linked_to_existing_case
            ! refused: escalation.outcome_needs_case: …
            ? 1
            $ ringbuoy escalation resolve 09-0001 --operator 52 --outcome not_confirmed --json
            {"id":"<id>","outcome":"not_confirmed"}
            $ ringbuoy escalation list
            …
            09-0001 …✓ resolved …
            $ ringbuoy escalation raise 09-0001 --operator 01
            ! refused: escalation.call_has_one: …
            ? 1
            """
        ).play(at: TestDesk())
    }

    @Test("somebody who walked in has a case; two of the same are merged")
    func walkIn() throws {
        try Transcript(
            """
            $ ringbuoy case open --origin walk_in --operator 51 --json
            {"id":"<first>","number":"<one>"}
            $ ringbuoy case open --origin referred_in --operator 51 --json
            {"id":"<second>","number":"<other>"}
            $ ringbuoy case triage <first> --operator 51
            …
            $ ringbuoy case hold <first> --operator 51 --reason 'is travelling'
            Case <a>: on hold.
            $ ringbuoy case resume <first> --operator 51
            Case <b>: active.
            $ ringbuoy case follow-up <first> --operator 51
            Case <c>: follow-up.
            $ ringbuoy case merge <second> --into <one> --operator 51
            Case <d>: duplicate.
            $ ringbuoy case list --open
            …
            <x> …follow-up…
            $ ringbuoy case list --json
            [
            {…"origin":"referred_in"…"status":"duplicate"…},
            {…"origin":"walk_in"…"status":"follow_up"…}
            ]
            $ ringbuoy case open --origin street --operator 51
            ! error: usage: street cannot be the value of --origin <origin>. One of: walk_in, referred_in.
            ! …
            ? 64
            """
        ).play(at: TestDesk())
    }

    @Test("a referral is refused, overridden, rejected, given up or taken back")
    func otherEnds() throws {
        try Transcript(
            """
            $ ringbuoy case open --origin walk_in --operator 51 --json
            {"id":"<case>","number":"<number>"}
            $ ringbuoy referral add --case <case> --provider sotis --service legal --consent refused --operator 51 --json
            {"id":"<declined>","number":"<n1>"}
            $ ringbuoy referral show <declined>
            …
              status…declined
            …
            $ ringbuoy referral add --case <case> --provider sotis --service legal --consent overridden --operator 51
            ! refused: referral.needs_reason: …
            ? 1
            $ ringbuoy referral add --case <case> --provider sotis --service legal --consent overridden --because life_in_danger --operator 51 --json
            {"id":"<second>","number":"<n2>"}
            $ ringbuoy referral send <second> --operator 52
            …
            $ ringbuoy referral answer <second> --rejected full --outcome service_unavailable
            Referral <n3>: rejected.
            $ ringbuoy referral add --case <case> --provider sotis --service legal --consent given --operator 51 --urgency 1h --json
            {"id":"<third>","number":"<n4>"}
            $ ringbuoy referral send <third>
            …
            $ ringbuoy referral outcome <third> --outcome no_response --source none
            ! refused: referral.needs_chase: …
            ? 1
            $ ringbuoy referral chase <third>
            …
            $ ringbuoy referral outcome <third> --outcome no_response --source none --json
            {"id":"<t>","status":"ended"}
            $ ringbuoy referral add --case <case> --provider sotis --service legal --operator 51 --json
            {"id":"<fourth>","number":"<n5>"}
            $ ringbuoy referral send <fourth>
            ! refused: referral.needs_consent: …
            ? 1
            $ ringbuoy referral revoke <fourth>
            Referral <n6>: revoked.
            $ ringbuoy referral list --open --json
            []
            $ ringbuoy referral list
            …
            $ ringbuoy referral add --case <case> --provider nobody --service legal --operator 51
            ! refused: referral.unknown_provider: …
            ? 1
            $ ringbuoy referral add --provider sotis --service legal --operator 51
            ! error: usage: Say one of --case, --escalation and --call.
            ? 64
            $ ringbuoy referral answer <third>
            ! error: usage: Say either --accepted or --rejected REASON.
            ? 64
            $ ringbuoy provider list
            …
            sotis …SOTIS…
            $ ringbuoy provider list --json
            [
            {"code":"amicul",…},
            …
            ]
            """
        ).play(at: TestDesk())
    }
}
