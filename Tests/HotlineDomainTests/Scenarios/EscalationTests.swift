import Testing

@testable import HotlineDomain

@Suite("Escalations")
struct EscalationTests {
    @Test("an SOS in one act: the call is entered, raised and final, and is of class SOS")
    func oneAct() throws {
        var desk = Desk()
        let (call, escalation): (CallID, EscalationID) = (desk.id(), desk.id())
        let entry = CallEntry(CallContent(country: "TR", outcome: "escalated"))
        var sos = entry
        sos.content.callClass = .sos
        let events = try desk.does(
            .call(call, .enter(line: "md", started: desk.now - .minutes(9), ended: desk.now, entry)),
            .escalation(escalation, .raise(call: call)), .call(call, .save(sos)), .call(call, .finalise))
        let names = events.map { event in
            switch event {
            case .call(_, let event): String("\(event)".prefix { $0 != "(" })
            case .escalation(_, let event): String("\(event)".prefix { $0 != "(" })
            default: "?"
            }
        }
        #expect(names == ["entered", "raised", "escalated", "assigned", "saved", "finalised"])
        #expect(desk.count(.sos) == 1 && desk.count(.escalations, .outcome, "open") == 1)
    }

    @Test("raising marks the call SOS and takes its non-counselling code away")
    func marksTheCall() throws {
        var desk = Desk()
        let (call, escalation): (CallID, EscalationID) = (try desk.draft(.silent), desk.id())
        try desk.does(.escalation(escalation, .raise(call: call)))
        #expect(desk.records.call(call)?.content.callClass == .sos)
        #expect(desk.records.call(call)?.content.code == nil)
        #expect(desk.records.call(call)?.escalation == escalation)
        try desk.does(.call(call, .save(.information)))
        #expect(try desk.refusal(of: .call(call, .finalise))?.rule == "call.escalated_is_sos")
    }

    @Test(
        "an SOS goes to a specialist on duty, else the supervisor on duty, else down the on-call list, else nowhere",
        arguments: [
            (["02", "09", "05"], ["07"], "05"), (["06", "05"], ["07"], "06"), (["02", "09"], ["07"], "09"),
            (["02"], ["04", "07", "03"], "07"), (["02"], ["01", "03"], "03"), ([], [], nil),
        ] as [([String], [String], String?)])
    func responder(onDuty: [String], onCall: [String], told: String?) throws {
        var hotline = Hotline.example
        hotline.settings.onCall = onCall
        var desk = Desk(hotline)
        for code in onDuty { _ = try desk.signOn(code) }
        let escalation: EscalationID = desk.id()
        try desk.does(.escalation(escalation, .raise(call: desk.draft(.sos))))
        let raised = desk.records.escalation(escalation)!
        #expect(raised.assignee == told)
        #expect(raised.status == (told == nil ? .raised : .assigned))
        #expect(raised.keptBy == "01")
    }

    @Test("a specialist who raises an SOS is not told of it: it goes to the next")
    func notToOneself() throws {
        var desk = Desk()
        for code in ["05", "09"] { _ = try desk.signOn(code) }
        let escalation: EscalationID = desk.id()
        try desk.does(.escalation(escalation, .raise(call: desk.draft(.sos, by: "05"))), by: "05")
        #expect(desk.records.escalation(escalation)?.assignee == "09")
    }

    @Test("until somebody acknowledges it, the raising operator keeps it; then who acknowledged has it in hand")
    func kept() throws {
        var desk = Desk()
        let id = try desk.escalation(in: .assigned)
        #expect(desk.records.openWork(of: "01").contains(.escalation(id: id)))
        #expect(desk.records.openWork(of: "05") == [])
        try desk.does(.escalation(id, .acknowledge), by: "06")
        #expect(desk.records.openWork(of: "06") == [.escalation(id: id)])
        #expect(!desk.records.openWork(of: "01").contains(.escalation(id: id)))
    }

    @Test("time passes and nothing else: an overdue escalation is still the same and still open")
    func overdue() throws {
        var desk = Desk()
        let id = try desk.escalation(in: .assigned)
        let before = desk.records.escalation(id)!
        #expect(!before.isOverdue(at: before.raisedAt + .seconds(300), Hotline.example.settings))
        #expect(before.isOverdue(at: before.raisedAt + .seconds(301), Hotline.example.settings))
        desk.now = desk.now + .days(2)
        _ = try desk.draft()
        #expect(desk.records.escalation(id) == before)
        try desk.does(.escalation(id, .acknowledge), by: "05")
        #expect(desk.records.escalation(id)?.isOverdue(at: desk.now, Hotline.example.settings) == false)
    }

    @Test("the first acknowledgement is the one that is measured")
    func acknowledged() throws {
        var desk = Desk()
        let id = try desk.escalation(in: .inHand)
        let first = desk.records.escalation(id)!.acknowledgedAt
        try desk.does(.escalation(id, .reassign(to: "06")), by: "05")
        try desk.does(.escalation(id, .acknowledge), by: "06")
        #expect(desk.records.escalation(id)?.acknowledgedAt == first)
        #expect(desk.records.escalation(id)?.assignee == "06")
    }

    @Test(
        "each outcome is counted at the date of the SOS",
        arguments: CodeLists.list(.escalationOutcome).codes.map(\.code))
    func outcomes(outcome: String) throws {
        var desk = Desk()
        let id = try desk.escalation(in: .inHand)
        desk.clock("2009-09-20", "10:00")
        let file =
            outcome.contains("case") && !outcome.contains("without") ? try desk.openCase(.escalation(id: id)) : nil
        try desk.does(.escalation(id, .resolve(outcome: outcome, reason: nil, openedCase: file)), by: "05")
        #expect(desk.count(.escalations, .outcome, outcome) == 1 && desk.count(.escalations, .outcome, "open") == 0)
        let dates = desk.records.counts.filter { $0.value == 1 && $0.key.measure == .escalations }.map(\.key.date)
        #expect(dates.map(\.description) == ["2009-09-14"])
    }

    @Test("a reopened escalation is open again, and its case is not closed over it")
    func reopened() throws {
        var desk = Desk()
        let (id, file) = (try desk.escalation(in: .inHand), try desk.file(in: .active))
        try desk.does(
            .escalation(id, .resolve(outcome: "linked_to_existing_case", reason: nil, openedCase: file)), by: "05")
        try desk.does(.escalation(id, .reopen(reason: "contacted_again", words: nil)), by: "05")
        #expect(desk.count(.escalations, .outcome, "open") == 1)
        #expect(desk.count(.escalations, .outcome, "linked_to_existing_case") == 0)
        let close = CaseCommand.proposeClosing(reason: "plan_completed", asReferred: false, override: nil)
        #expect(try desk.refusal(of: .case(file, close), by: "05")?.rule == "case.open_escalation")
    }
}
