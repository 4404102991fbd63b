import Testing

@testable import HotlineDomain

@Suite("Shifts")
struct ShiftTests {
    @Test("a shift that leaves nothing open just ends; one that leaves a draft does not")
    func ends() throws {
        var desk = Desk()
        let shift = try desk.signOn()
        let call = try desk.draft()
        #expect(try desk.refusal(of: .shift(shift, .end))?.details["count"] == "1")
        // Finished and ended in one act.
        let entry = CallEntry(CallContent(callClass: .information, outcome: "information_given"))
        try desk.does(.call(call, .save(entry)), .call(call, .finalise), .shift(shift, .end))
        #expect(desk.records.shift(shift)?.status == .ended)
        #expect(desk.records.currentShift(of: "01") == nil)
    }

    @Test("what was just answered is open work too: a shift does not end with it in one act")
    func justAnswered() throws {
        var desk = Desk()
        let (shift, call): (ShiftID, CallID) = (try desk.signOn(), desk.id())
        let start = Command.call(call, .start(line: "md", at: desk.now, country: nil, language: nil))
        #expect(try desk.refusal(of: start, .shift(shift, .end))?.rule == "shift.needs_handover")
    }

    @Test("an unplanned shift says why, and is marked with what runs at the time")
    func unplanned() throws {
        var desk = Desk(at: "2009-09-15", "01:00")
        let id: ShiftID = desk.id()
        try desk.does(.shift(id, .signOnUnplanned(reason: "emergency", end: desk.now + .hours(4))))
        let shift = desk.records.shift(id)!
        #expect(shift.unplannedBecause == "emergency" && shift.pattern == "night")
        #expect(shift.businessDate.description == "2009-09-14")
        #expect(try desk.refusal(of: .shift(desk.id(), .signOnUnplanned(reason: "bored", end: desk.now))) != nil)
    }

    @Test("an absent colleague's hours are free for a substitute, beside the shift that was missed")
    func substitute() throws {
        var desk = Desk()
        let (missed, other): (ShiftID, ShiftID) = (try desk.planShift(), desk.id())
        let plan = ShiftCommand.plan(
            operator: "02", pattern: "day", businessDate: BusinessDate("2009-09-14")!,
            start: Desk.instant("2009-09-14", "08:00"), end: Desk.instant("2009-09-14", "20:00"),
            substituteFor: missed)
        try desk.does(.shift(missed, .absent(reason: "ill")), .shift(other, plan), by: "09")
        #expect(desk.records.shift(missed)?.status == .absent)
        #expect(desk.records.shift(other)?.substituteFor == missed)
        // The operator who was ill may be planned for the same hours again.
        _ = try desk.planShift()
    }

    @Test("two shifts of one operator at the same hours are refused, planned one by one or in one act")
    func overlapping() throws {
        var desk = Desk()
        let (first, second): (ShiftID, ShiftID) = (desk.id(), desk.id())
        func plan(_ id: ShiftID, _ from: String, _ to: String) -> Command {
            .shift(
                id,
                .plan(
                    operator: "01", pattern: nil, businessDate: BusinessDate("2009-09-14")!,
                    start: Desk.instant("2009-09-14", from), end: Desk.instant("2009-09-14", to), substituteFor: nil))
        }
        #expect(
            try desk.refusal(of: plan(first, "08:00", "14:00"), plan(second, "13:59", "20:00"), by: "09")?.rule
                == "shift.overlaps")
        try desk.does(plan(first, "08:00", "14:00"), plan(second, "14:00", "20:00"), by: "09")
    }

    @Test("one may sign on two hours early and no earlier", arguments: [("05:59", false), ("06:00", true)])
    func early(time: String, allowed: Bool) throws {
        var desk = Desk(at: "2009-09-14", time)
        let shift = try desk.planShift()
        desk.clock("2009-09-14", time)
        #expect(try desk.refusal(of: .shift(shift, .signOn))?.rule == (allowed ? nil : "shift.too_early"))
    }

    @Test("uncovered and past its time are conditions of the clock; the shift is what it was")
    func conditions() throws {
        var desk = Desk(at: "2009-09-14", "07:00")
        let id = try desk.planShift()
        let planned = desk.records.shift(id)!
        #expect(!planned.isUncovered(at: planned.plannedStart))
        #expect(planned.isUncovered(at: planned.plannedStart + .seconds(1)))
        #expect(!planned.isUncovered(at: planned.plannedEnd))
        desk.clock("2009-09-14", "19:59")
        try desk.does(.shift(id, .signOn))
        let started = desk.records.shift(id)!
        #expect(!started.isPastItsTime(at: started.plannedEnd))
        #expect(started.isPastItsTime(at: started.plannedEnd + .seconds(1)))
        desk.clock("2009-09-15", "09:00")
        _ = try desk.openCase()
        #expect(desk.records.shift(id) == started, "nothing is ended by a timer")
    }
}
