import Testing

@Suite("What is known in a case, on the command line")
struct CaseContentsTranscriptTests {
    @Test("people with a pseudonym, what is known of them, and what is missing for the standard")
    func people() throws {
        try Transcript(
            """
            $ ringbuoy case open --origin walk_in --operator 51 --json
            {"id":"<case>","number":"<number>"}
            $ ringbuoy case person add <number> gender=Feminine citizenship=MD,UA first_name=- --operator 51 --role beneficiary --pseudonym Lilia
            < Liliana
            Person 1 added to case <n>.
            $ ringbuoy case person add <case> --operator 51 --role aggressor --pseudonym 'The cousin' --json
            {"id":"<c>","person":2}
            $ ringbuoy case person set <number> 1 gbv_type=rape age_band=9-17 aggressor=intimate_partner --operator 52
            Case <n1>: HTCDS core 3/23: Agreed to share, … missing, 12 of identity.
            $ ringbuoy case person set <number> 1 prs_Gender=feminine --operator 52
            ! refused: call.unknown_code: feminine …Feminine…
            ? 1
            $ ringbuoy case person set <number> 1 gendre=Feminine --operator 52
            ! refused: case.unknown_field: …gender…
            ? 1
            $ ringbuoy case person set <number> 3 gender=Feminine --operator 52
            ! refused: case.unknown_person: …
            ? 1
            $ ringbuoy case person set <number> 1 birthdate=spring --operator 52
            ! refused: case.not_a_date: …
            ? 1
            $ ringbuoy case person set <number> 1 --operator 52
            ! error: usage: Say what is to be set.
            ? 64
            $ ringbuoy case set <number> case_type=victim plan_type=Health,Legal --operator 51 --json
            {"id":"<i>","data_quality":{"known":3,"core":23,"missing":[…],"anonymous":12}}
            $ ringbuoy case person list <number> --json
            [
            {"person":1,"role":"beneficiary","pseudonym":"Lilia","contexts":["intimate_partner_violence","child_sexual_abuse"],"fields":{"gender":"Feminine","age_band":"9-17","citizenship":["MD","UA"],"first_name":"Liliana","gbv_type":"rape","aggressor":"intimate_partner"}},
            {"person":2,"role":"aggressor","pseudonym":"The cousin","contexts":[],"fields":{}}
            ]
            $ ringbuoy case person list <number>
            1  Lilia, The one it is about
              Gender …Feminine
            …
            2  The cousin, Aggressor
            $ ringbuoy case person set <number> 1 first_name= --operator 51
            Case <n2>: …
            $ ringbuoy case show <number>
            …
              person …1  Lilia, The one it is about
            …
            """
        ).play(at: TestDesk())
    }

    @Test("a task has somebody and a day, and is done")
    func tasks() throws {
        try Transcript(
            """
            $ ringbuoy case open --origin walk_in --operator 51 --json
            {"id":"<case>","number":"<number>"}
            $ ringbuoy case task add <number> 'ring the consulate' --operator 51 --due 2009-09-16
            Task 1 added to case <n>.
            $ ringbuoy case task add <number> - --operator 51 --to 52 --json
            < find her sister
            {"id":"<i>","task":2}
            $ ringbuoy case task add <number> 'ring the consulate' --operator 51 --to 01
            ! refused: case.cannot_take_task: …51, 52…
            ? 1
            $ ringbuoy case task give <number> 2 --to 51 --operator 52
            Task 2 of case <n1>: 51.
            $ ringbuoy case task done <number> 2 --operator 51 --result 'she is in Bender'
            Task 2 of case <n2> is done.
            $ ringbuoy case task done <number> 2 --operator 51
            ! refused: case.task_is_done: …
            ? 1
            $ ringbuoy case task list <number> --open --json
            [
            {"task":1,"what":"ring the consulate","responsible":"51","due":"2009-09-16","overdue":true,"done":null,"done_by":null,"result":null}
            ]
            $ ringbuoy case task list <number>
            …
            1  …! overdue…ring the consulate
            2  …✓ done…find her sister
            $ ringbuoy case timeline <number>
            …opened, origin: walk-in
            …task 1 for 51, due 2009-09-16
                ring the consulate
            …task 2 for 52
                find her sister
            …task 2 given to 51
            …task 2 done
                she is in Bender
            $ ringbuoy case timeline <number> --json
            [
            {"time":…,"operator":"51","of":"case",…},
            …
            ]
            """
        ).play(at: TestDesk())
    }

    @Test("an operator neither fills in a case nor reads one; the fields are there for everybody")
    func roles() throws {
        try Transcript(
            """
            $ ringbuoy case open --origin walk_in --operator 51 --json
            {"id":"<case>","number":"<number>"}
            $ ringbuoy case person add <number> --operator 01 --role child --pseudonym Ion
            ! refused: role.not_allowed: …
            ? 77
            $ ringbuoy case person list <number> --as 01
            ! refused: role.not_own_case: …
            ? 77
            $ ringbuoy case timeline <number> --as 01
            ! refused: role.not_own_case: …
            ? 77
            $ ringbuoy case fields --json
            [
            {"name":"case_type","of":"case","group":"course","list":"case_type","core":false,"sealed":false,"standard":null,…},
            …
            ]
            """
        ).play(at: TestDesk())
    }

    @Test("the first minute: what was asked, where, which number, whom to call")
    func firstMinute() throws {
        try Transcript(
            """
            $ ringbuoy call log --operator 01 --class sos --country TR --started 2009-09-14T14:10
            Call 09-0001 is final, and its SOS is raised.
            $ ringbuoy escalation set 09-0001 safe_to_talk=no children=unknown --operator 01 --place -
            < behind the bus station
            SOS 09-0001: assigned.
            $ ringbuoy escalation set 09-0001 --operator 01
            ! refused: escalation.needs_answer: …
            ? 1
            $ ringbuoy escalation set 09-0001 safe=no --operator 01
            ! refused: call.unknown_code: safe …safe_to_talk…
            ? 1
            $ ringbuoy escalation show 09-0001 --json
            {…"answers":{"safe_to_talk":"no","immediate_danger":null,"others_at_risk":null,"children":"unknown"},"place":"behind the bus station","country":"TR","emergency_number":"112",…"call_now":"51","chain":[{"operator":"51",…"because":"told"}…],"erasures":[],"hold":null}
            $ ringbuoy escalation show 09-0001
            SOS 09-0001
            …
              Safe to talk …No
            …
              where …behind the bus station
              emergency number …112 (…)
              whom to call …51 now, was told
            …
            $ ringbuoy escalation acknowledge 09-0001 --operator 52
            SOS 09-0001: in hand.
            $ ringbuoy escalation show 09-0001 --json
            {…"call_now":null,"chain":[],"erasures":[],"hold":null}
            """
        ).play(at: TestDesk())
    }
}
