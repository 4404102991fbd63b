import Testing

@testable import HotlineDomain

@Suite("Handovers")
struct HandoverTests {
    /// Operator 01 leaves one of everything to operator 02.
    struct Night {
        var desk = Desk()
        let shift: ShiftID
        let escalation: EscalationID
        let draft: CallID
        let callBack: CallID
        let referral: ReferralID
        let handover: HandoverID

        init() throws {
            shift = try desk.signOn()
            escalation = try desk.escalation(in: .assigned)
            let sos = desk.records.escalation(escalation)!.call
            try desk.does(.call(sos, .finalise))
            draft = try desk.draft()
            callBack = try desk.finalCall()
            referral = try desk.sentReferral(.call(id: callBack))
            handover = desk.id()
            let note = desk.written("The lift is broken.")
            try desk.does(.handover(handover, .offer(shift: shift, notes: [note])))
        }

        var items: [HandoverItem] { desk.records.handover(handover)!.items }
    }

    @Test("it is built from what is open, item by item, with the notes last")
    func built() throws {
        let night = try Night()
        #expect(night.items.map(\.number) == [1, 2, 3, 4, 5])
        #expect(night.items.map(\.content.kindCode) == ["escalation", "draft", "call_back", "referral", "note"])
        #expect(night.desk.records.shift(night.shift)?.status == .handingOver)
        #expect(
            night.items.allSatisfy {
                night.desk.records.handover(night.handover)!.responsible(for: $0)
                    == .person(operatorCode: "01")
            })
    }

    @Test("who acknowledges an item is responsible for it from then on; the last one ends the shift")
    func acknowledged() throws {
        var night = try Night()
        _ = try night.desk.signOn("02")
        for item in 1...5 {
            #expect(night.desk.records.shift(night.shift)?.status == .handingOver, "before item \(item)")
            try night.desk.does(.handover(night.handover, .acknowledge(item: item)), by: "02")
        }
        let records = night.desk.records
        #expect(records.escalation(night.escalation)?.keptBy == "02")
        #expect(records.escalation(night.escalation)?.status == .assigned, "it still waits for a specialist")
        #expect(records.call(night.draft)?.operatorCode == "02")
        #expect(
            records.call(night.callBack)?.callBackBy == "02" && records.call(night.callBack)?.operatorCode == "01")
        #expect(records.referral(night.referral)?.keptBy == "02")
        #expect(records.openWork(of: "01") == [])
        #expect(records.openWork(of: "02").count == 4)
        #expect(records.handover(night.handover)?.status == .complete)
        #expect(records.shift(night.shift)?.status == .ended)
    }

    @Test("a specialist's SOS in hand goes on in the hands of who acknowledges it")
    func inHand() throws {
        var desk = Desk()
        let shift = try desk.signOn("05")
        let (escalation, handover): (EscalationID, HandoverID) = (try desk.escalation(in: .inHand), desk.id())
        try desk.does(.handover(handover, .offer(shift: shift, notes: [])), by: "05")
        _ = try desk.signOn("06")
        try desk.does(.handover(handover, .acknowledge(item: 1)), by: "06")
        #expect(desk.records.escalation(escalation)?.assignee == "06")
        #expect(desk.records.escalation(escalation)?.status == .inHand)
        #expect(desk.records.shift(shift)?.status == .ended)
    }

    @Test("an SOS that a specialist took in hand meanwhile stays theirs")
    func takenMeanwhile() throws {
        var night = try Night()
        try night.desk.does(.escalation(night.escalation, .acknowledge), by: "05")
        _ = try night.desk.signOn("02")
        try night.desk.does(.handover(night.handover, .acknowledge(item: 1)), by: "02")
        #expect(night.desk.records.escalation(night.escalation)?.assignee == "05")
        #expect(night.desk.records.openWork(of: "02") == [])
    }

    @Test("at night everything is parked: the shift ends, the supervisor is responsible until the morning")
    func parked() throws {
        var night = try Night()
        night.desk.clock("2009-09-14", "20:00")
        for item in 1...5 { try night.desk.does(.handover(night.handover, .park(item: item))) }
        let handover = night.desk.records.handover(night.handover)!
        #expect(night.desk.records.shift(night.shift)?.status == .ended)
        #expect(handover.status == .offered, "complete when the last is acknowledged")
        #expect(handover.items.allSatisfy { handover.responsible(for: $0) == .supervisor })
        night.desk.clock("2009-09-15", "08:00")
        let morning = try night.desk.planShift(of: "02", date: "2009-09-15")
        try night.desk.does(.shift(morning, .signOn), by: "02")
        for item in 1...5 { try night.desk.does(.handover(night.handover, .acknowledge(item: item)), by: "02") }
        let records = night.desk.records
        #expect(records.handover(night.handover)?.status == .complete)
        #expect(records.handover(night.handover)?.items.map(\.by) == Array(repeating: "02", count: 5))
        #expect(records.openWork(of: "02").count == 4)
    }

    @Test("on a small line the next planned shift is the same person's, who takes up what was parked")
    func samePerson() throws {
        var night = try Night()
        night.desk.clock("2009-09-14", "20:00")
        for item in 1...4 { try night.desk.does(.handover(night.handover, .park(item: item))) }
        let acknowledge = Command.handover(night.handover, .acknowledge(item: 1))
        #expect(try night.desk.refusal(of: acknowledge)?.rule == "handover.not_by_the_outgoing", "still handing over")
        try night.desk.does(.handover(night.handover, .park(item: 5)))
        #expect(try night.desk.refusal(of: acknowledge)?.rule == "handover.not_by_the_outgoing", "off shift")
        night.desk.clock("2009-09-15", "08:00")
        let morning = try night.desk.planShift(date: "2009-09-15")
        try night.desk.does(.shift(morning, .signOn))
        try night.desk.does(acknowledge)
        let handover = night.desk.records.handover(night.handover)!
        #expect(handover.responsible(for: handover.items[0]) == .person(operatorCode: "01"))
    }

    @Test("nothing is parked while somebody follows within two hours, unless a supervisor does it")
    func somebodyFollows() throws {
        var night = try Night()
        _ = try night.desk.planShift(of: "02", from: "10:30")
        let park = Command.handover(night.handover, .park(item: 1))
        #expect(try night.desk.refusal(of: park)?.rule == "handover.somebody_follows")
        #expect(try night.desk.refusal(of: park, by: "09") == nil)
    }

    @Test("some acknowledged, the rest parked: nothing is left without somebody, and the shift ends")
    func mixed() throws {
        var night = try Night()
        for item in [1, 3, 5] { try night.desk.does(.handover(night.handover, .acknowledge(item: item)), by: "09") }
        try night.desk.does(.handover(night.handover, .park(item: 2)), by: "09")
        #expect(night.desk.records.shift(night.shift)?.status == .handingOver)
        try night.desk.does(.handover(night.handover, .park(item: 4)), by: "09")
        #expect(night.desk.records.shift(night.shift)?.status == .ended)
        #expect(night.desk.records.handover(night.handover)?.status == .offered)
    }

    @Test("when a supervisor ends the shift, what is handed over is the supervisor's")
    func supervisorEnds() throws {
        var night = try Night()
        try night.desk.does(.shift(night.shift, .endBySupervisor(reason: "operator_unable")), by: "09")
        let handover = night.desk.records.handover(night.handover)!
        #expect(handover.status == .complete)
        #expect(handover.items.allSatisfy { handover.responsible(for: $0) == .person(operatorCode: "09") })
        #expect(night.desk.records.openWork(of: "01") == [])
        #expect(night.desk.records.openWork(of: "09").count == 4)
    }

    @Test("a shift that a supervisor ends without a handover leaves its work with the supervisor")
    func supervisorTakesOver() throws {
        var desk = Desk()
        let shift = try desk.signOn()
        let (draft, callBack) = (try desk.draft(), try desk.finalCall())
        let referral = try desk.sentReferral(.call(id: callBack))
        try desk.does(.shift(shift, .endBySupervisor(reason: "operator_unable")), by: "09")
        #expect(desk.records.call(draft)?.operatorCode == "09")
        #expect(desk.records.call(callBack)?.callBackBy == "09" && desk.records.referral(referral)?.keptBy == "09")
        #expect(desk.records.openWork(of: "01") == [])
    }

    @Test("a caller on the line is not taken from whoever talks, even when the shift is ended")
    func supervisorLeavesTheCaller() throws {
        var desk = Desk()
        let shift = try desk.signOn()
        let call = try desk.startCall()
        try desk.does(.shift(shift, .endBySupervisor(reason: "operator_unable")), by: "09")
        #expect(desk.records.shift(shift)?.status == .ended)
        #expect(desk.records.call(call)?.operatorCode == "01")
    }

    @Test("a case's task that is due is handed over, and is done by who acknowledges it; one for later is not")
    func caseTasks() throws {
        var desk = Desk()
        let shift = try desk.signOn("05")
        let file = try desk.file(in: .active)
        for due in [BusinessDate.september, .september + 1] {
            let what = desk.written("Ring the consulate")
            try desk.does(.case(file, .addTask(what, responsible: "05", due: due)), by: "05")
        }
        let escalations = desk.records.openWork(of: "05").count
        let handover: HandoverID = desk.id()
        try desk.does(.handover(handover, .offer(shift: shift, notes: [])), by: "05")
        let items = desk.records.handover(handover)!.items
        #expect(items.count == escalations + 1 && items.contains { $0.content == .caseTask(id: file, task: 1) })
        _ = try desk.signOn("06")
        for item in items { try desk.does(.handover(handover, .acknowledge(item: item.number)), by: "06") }
        #expect(desk.records.case(file)?.task(1)?.responsible == "06")
        #expect(desk.records.case(file)?.task(2)?.responsible == "05")
        #expect(desk.records.shift(shift)?.status == .ended)
    }

    @Test(
        "a case's task is not an operator's: who works on cases acknowledges it, and where none follows it is parked")
    func caseTaskOfOperator() throws {
        var desk = Desk()
        let shift = try desk.signOn("05")
        let file = try desk.file(in: .active)
        try desk.does(
            .case(file, .addTask(desk.written("Ring the consulate"), responsible: "05", due: .september)), by: "05")
        let (handover, note): (HandoverID, Written) = (desk.id(), desk.written("The back door is open."))
        try desk.does(.handover(handover, .offer(shift: shift, notes: [note])), by: "05")
        let items = desk.records.handover(handover)!.items
        let task = items.first { $0.content == .caseTask(id: file, task: 1) }!.number
        _ = try desk.signOn("02")
        let acknowledge = Command.handover(handover, .acknowledge(item: task))
        #expect(try desk.refusal(of: acknowledge, by: "02")?.rule == "role.not_case_worker")
        for item in items where item.number != task {
            try desk.does(.handover(handover, .acknowledge(item: item.number)), by: "02")
        }
        // The operator who follows could not take it; a specialist could.
        var other = desk
        _ = try other.signOn("06")
        #expect(
            try other.refusal(of: .handover(handover, .park(item: task)), by: "05")?.rule
                == "handover.somebody_follows")
        try other.does(acknowledge, by: "06")
        #expect(other.records.case(file)?.task(1)?.responsible == "06")
        try desk.does(.handover(handover, .park(item: task)), by: "05")
        #expect(desk.records.shift(shift)?.status == .ended)
        #expect(desk.records.case(file)?.task(1)?.responsible == "05")
        try desk.does(acknowledge, by: "24")
        #expect(desk.records.case(file)?.task(1)?.responsible == "24")
    }

    @Test("a case's task that was done meanwhile is anybody's to acknowledge: nothing is taken over with it")
    func caseTaskDone() throws {
        var desk = Desk()
        let shift = try desk.signOn("05")
        let file = try desk.file(in: .active)
        try desk.does(
            .case(file, .addTask(desk.written("Ring the consulate"), responsible: "05", due: .september)), by: "05")
        let handover: HandoverID = desk.id()
        try desk.does(.handover(handover, .offer(shift: shift, notes: [])), by: "05")
        try desk.does(.case(file, .finishTask(1, result: nil)), by: "06")
        let task = desk.records.handover(handover)!.items.first { $0.content == .caseTask(id: file, task: 1) }!
        _ = try desk.signOn("02")
        try desk.does(.handover(handover, .acknowledge(item: task.number)), by: "02")
    }

    // MARK: - What opens after the offer

    static let openedLater: [Opened] = [
        Opened("the caller on the line", as: "draft") { _ = try $0.startCall() },
        Opened("a draft", as: "draft") { _ = try $0.draft() },
        Opened("a call-back", as: "call_back") { _ = try $0.finalCall() },
        Opened("an SOS", as: "escalation") { desk in
            let sos = try desk.startCall()
            try desk.does(.call(sos, .save(.sos)))
            try desk.does(.escalation(desk.id(), .raise(call: sos)))
            try desk.does(.call(sos, .end(at: desk.now)), .call(sos, .finalise))
        },
        Opened("a referral", as: "referral") { desk in
            let call = try desk.finalCall(.noCallBack)
            _ = try desk.addReferral(.call(id: call), service: "legal")
        },
    ]

    /// Something that can open with an operator, and the item it makes.
    struct Opened: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let kind: String
        let open: @Sendable (inout Desk) throws -> Void

        init(_ description: String, as kind: String, _ open: @escaping @Sendable (inout Desk) throws -> Void) {
            testDescription = description
            self.kind = kind
            self.open = open
        }
    }

    @Test("what opens after the offer joins it, and the shift does not end under it", arguments: openedLater)
    func joins(later: Opened) throws {
        var night = try Night()
        _ = try night.desk.signOn("02")
        try later.open(&night.desk)
        for item in 1...5 {
            try night.desk.does(.handover(night.handover, .acknowledge(item: item)), by: "02")
        }
        #expect(night.items.map(\.number) == [1, 2, 3, 4, 5, 6], "it joined with the first that was acknowledged")
        #expect(night.items.last?.content.kindCode == later.kind)
        #expect(night.desk.records.shift(night.shift)?.status == .handingOver)
        #expect(night.desk.records.handover(night.handover)?.status == .offered)
        if let live = night.desk.records.liveCall(of: "01") {
            try night.desk.does(.call(live, .end(at: night.desk.now)))
        }
        try night.desk.does(.handover(night.handover, .acknowledge(item: 6)), by: "02")
        #expect(night.desk.records.shift(night.shift)?.status == .ended)
        #expect(night.desk.records.handover(night.handover)?.status == .complete)
        #expect(night.desk.records.openWork(of: "01") == [])
    }

    @Test("parked at night, what opened after the offer waits to be parked too", arguments: openedLater)
    func joinsParked(later: Opened) throws {
        var night = try Night()
        try later.open(&night.desk)
        for item in 1...5 { try night.desk.does(.handover(night.handover, .park(item: item)), by: "09") }
        #expect(night.desk.records.shift(night.shift)?.status == .handingOver)
        if let live = night.desk.records.liveCall(of: "01") {
            try night.desk.does(.call(live, .end(at: night.desk.now)))
        }
        try night.desk.does(.handover(night.handover, .park(item: 6)), by: "09")
        #expect(night.desk.records.shift(night.shift)?.status == .ended)
    }

    @Test("a draft that is given back after it was acknowledged joins again")
    func givenBack() throws {
        var night = try Night()
        _ = try night.desk.signOn("02")
        let live = try night.desk.startCall(by: "02")
        try night.desk.does(.call(live, .transfer(to: "01")), by: "02")
        try night.desk.does(.handover(night.handover, .acknowledge(item: 1)), by: "02")
        #expect(night.items.map(\.content).last == .draft(id: live))
    }

    @Test("a shift that is over takes nothing more: its parked items are acknowledged and that is all")
    func overIsOver() throws {
        var night = try Night()
        for item in 1...5 { try night.desk.does(.handover(night.handover, .park(item: item)), by: "09") }
        _ = try night.desk.draft()
        for item in 1...5 { try night.desk.does(.handover(night.handover, .acknowledge(item: item)), by: "09") }
        #expect(night.desk.records.handover(night.handover)?.status == .complete)
        #expect(night.items.count == 5)
    }
}
