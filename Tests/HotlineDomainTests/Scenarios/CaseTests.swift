import Testing

@testable import HotlineDomain

@Suite("Cases")
struct CaseTests {
    private let close = CaseCommand.proposeClosing(reason: "plan_completed", asReferred: false, override: nil)

    @Test(
        "a case opens from an escalation that somebody has in hand, and from no other",
        arguments: Escalation.Status.allCases)
    func opens(status: Escalation.Status) throws {
        var desk = Desk(.withoutOnCall)
        let open = CaseCommand.open(.escalation(id: try desk.escalation(in: status)))
        let refusal = try desk.refusal(of: .case(desk.id(), open), by: "05")
        #expect(refusal?.rule == (status == .inHand ? nil : "case.escalation_not_in_hand"))
    }

    @Test("a walk-in and a referred-in case open without an SOS, and are marked so")
    func marked() throws {
        var desk = Desk()
        let files = [try desk.openCase(.walkIn), try desk.openCase(.referredIn)]
        #expect(files.map { desk.records.case($0)!.origin.code } == ["walk_in", "referred_in"])
        #expect(desk.count(.casesOpened) == 2)
    }

    @Test("from the call to the closed case: opened, linked, triaged, proposed by one, approved by another")
    func wholeLife() throws {
        var desk = Desk()
        let (escalation, file): (EscalationID, CaseID) = (try desk.escalation(in: .inHand), desk.id())
        try desk.does(
            .case(file, .open(.escalation(id: escalation))),
            .escalation(escalation, .resolve(outcome: "case_opened", reason: nil, openedCase: file)), by: "05")
        try desk.does(.case(file, .triage), .case(file, close), by: "05")
        #expect(try desk.refusal(of: .case(file, .approve(override: nil)), by: "05") != nil)
        try desk.does(.case(file, .approve(override: nil)), by: "06")
        #expect(desk.records.case(file)?.status == .closed)
        #expect(desk.count(.escalations, .outcome, "case_opened") == 1 && desk.count(.casesOpened) == 1)
    }

    @Test("the end that was proposed is the end that is approved", arguments: [false, true])
    func asReferred(asReferred: Bool) throws {
        var desk = Desk()
        let file = try desk.file(in: .active)
        try desk.does(
            .case(file, .proposeClosing(reason: "transferred", asReferred: asReferred, override: nil)), by: "05")
        try desk.does(.case(file, .approve(override: nil)), by: "09")
        #expect(desk.records.case(file)?.status == (asReferred ? .closedReferred : .closed))
        #expect(desk.records.case(file)?.closing?.reason == "transferred")
    }

    @Test("a case closes over an open SOS or an unended referral with a written reason only, at both steps")
    func overridden() throws {
        var desk = Desk()
        let file = try desk.openCase(.escalation(id: desk.escalation(in: .inHand)))
        let referral = try desk.sentReferral(.case(id: file))
        try desk.does(.case(file, .triage), by: "05")
        let reason = desk.written("The police have taken the case over.")
        #expect(try desk.refusal(of: .case(file, close), by: "05")?.rule == "case.open_escalation")
        let overriding = CaseCommand.proposeClosing(reason: "transferred", asReferred: false, override: reason)
        try desk.does(.case(file, overriding), by: "05")
        #expect(
            try desk.refusal(of: .case(file, .approve(override: nil)), by: "09")?.rule == "case.open_escalation")
        let approval = desk.written("Agreed.")
        try desk.does(.case(file, .approve(override: approval)), by: "09")
        #expect(desk.records.case(file)?.status == .closed)
        #expect(desk.records.referral(referral)?.status == .sent, "an override ends nothing by itself")
        #expect(desk.records.words[reason.id]?.subject == Subject(.case, file.raw))
    }

    @Test("a referral that ends lets its case close")
    func referralEnds() throws {
        var desk = Desk()
        let file = try desk.file(in: .active)
        let referral = try desk.sentReferral(.case(id: file))
        #expect(try desk.refusal(of: .case(file, close), by: "05")?.details["count"] == "1")
        // In one act too: the case is judged after the referral has ended.
        try desk.does(
            .referral(referral, .accept), .referral(referral, .end(outcome: "provided", source: .client)),
            .case(file, close), by: "05")
        #expect(desk.records.case(file)?.status == .closureProposed)
    }

    @Test("a case opened, triaged and proposed in one act still sees its own open SOS")
    func oneAct() throws {
        var desk = Desk()
        let (escalation, file): (EscalationID, CaseID) = (try desk.escalation(in: .inHand), desk.id())
        let refusal = try desk.refusal(
            of: .case(file, .open(.escalation(id: escalation))), .case(file, .triage), .case(file, close), by: "05")
        #expect(refusal?.rule == "case.open_escalation")
    }

    @Test("a returned closing is forgotten, a reopened case may be closed again")
    func again() throws {
        var desk = Desk()
        let file = try desk.file(in: .closureProposed)
        try desk.does(.case(file, .return(reason: nil)), by: "09")
        #expect(desk.records.case(file)?.closing == nil)
        try desk.does(.case(file, close), by: "09")
        try desk.does(.case(file, .approve(override: nil)), by: "05")
        try desk.does(.case(file, .reopen(reason: "contacted_again", words: nil)), by: "05")
        #expect(desk.records.case(file)?.status == .active && desk.records.case(file)?.closing == nil)
    }

    @Test("a merged case says into which, and is still counted where it was opened")
    func merged() throws {
        var desk = Desk()
        let (file, other) = (try desk.openCase(), try desk.openCase())
        try desk.does(.case(file, .merge(into: other)), by: "05")
        #expect(desk.records.case(file)?.mergedInto == other)
        #expect(desk.count(.casesOpened) == 2)
    }
}
