import Testing

@testable import HotlineDomain

/// Whose words an operator reads (DOMAIN.md section 7).
@Suite("Reading what was said")
struct ReadingTests {
    private func mayRead(_ call: CallID, _ code: String, _ desk: Desk) throws -> Bool {
        try desk.refusal(of: .access(.view(Subject(.call, call.raw))), by: code)?.rule != "role.not_readable"
    }

    @Test("an own call is read until the shift is over, and not in the next one")
    func ownCall() throws {
        var desk = Desk()
        let shift = try desk.signOn()
        let call = try desk.finalCall(.noCallBack)
        #expect(try mayRead(call, "01", desk))
        #expect(try !mayRead(call, "02", desk))
        try desk.does(.shift(shift, .end))
        desk.clock("2009-09-15", "08:00")
        try desk.does(.shift(desk.id(), .signOnUnplanned(reason: "covering", end: desk.now + .hours(8))))
        #expect(try !mayRead(call, "01", desk))
        for reader in ["05", "24"] { #expect(try mayRead(call, reader, desk)) }
    }

    @Test("what is offered at a handover is read by whoever is on, and by its new keeper ever after")
    func handedOver() throws {
        var desk = Desk()
        let shift = try desk.planShift()
        let handover = try desk.handover(of: shift)
        let call = try #require(desk.records.calls.values.first).id
        #expect(try !mayRead(call, "02", desk), "02 is not on")
        _ = try desk.signOn("02")
        #expect(try mayRead(call, "02", desk))
        try desk.does(.handover(handover, .acknowledge(item: 1)), by: "02")
        try desk.does(.call(call, .finalise), by: "02")
        #expect(try mayRead(call, "02", desk))
        try desk.does(.call(call, desk.amendment(revision: 1)), by: "02")
        #expect(try desk.refusal(of: .call(call, desk.amendment(revision: 2)))?.rule == "role.not_own_call")
    }

    @Test("a call-back is made, and its call read, by whose it is; when it is due, by whoever is there")
    func callBack() throws {
        var desk = Desk()
        let call = try desk.finalCall(.information)
        #expect(try desk.refusal(of: .call(call, .callBackDone), by: "02")?.rule == "role.not_own_call")
        desk.clock("2012-01-02", "09:59")
        #expect(try mayRead(call, "01", desk))
        #expect(try !mayRead(call, "02", desk))
        desk.clock("2012-01-02", "10:00")
        #expect(try mayRead(call, "02", desk))
        try desk.does(.call(call, .callBackDone), by: "02")
        desk.clock("2012-01-04", "10:00")
        #expect(try !mayRead(call, "02", desk))
    }

    @Test("an SOS that waits is read by whoever could take it, then by who holds it")
    func escalation() throws {
        var desk = Desk()
        let id = try desk.escalation(in: .assigned)
        let call = try #require(desk.records.escalation(id)).call
        desk.clock("2009-09-16", "09:00")
        #expect(try mayRead(call, "02", desk))
        try desk.does(.escalation(id, .acknowledge), by: "05")
        #expect(try !mayRead(call, "02", desk))
        #expect(try mayRead(call, "01", desk), "01 raised it")
    }

    @Test("a silent call closed over a chosen outcome has told nobody of an SOS")
    func closedOverEscalated() throws {
        var desk = Desk()
        let call = try desk.startCall()
        try desk.does(.call(call, .save(CallEntry(CallContent(callClass: .information, outcome: "escalated")))))
        try desk.does(.call(call, .closeAs(code: "silent", at: desk.now)))
        #expect(desk.records.call(call)?.content.outcome == nil)
    }

    @Test("a shift of a time that has passed is not planned: nobody could sign on to it")
    func pastShift() throws {
        var desk = Desk()
        desk.clock("2009-09-20", "09:00")
        #expect(throws: Refusal.self) { try desk.planShift() }
    }
}
