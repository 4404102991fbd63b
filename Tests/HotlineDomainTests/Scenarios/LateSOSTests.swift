import HotlineDomain
import Testing

@Suite("An SOS seen late")
struct LateSOSTests {
    @Test("a final call that turns out to be an SOS is one from then on, amended once")
    func raisedFromAFinalCall() throws {
        var desk = Desk()
        let call = try desk.finalCall()
        let before = try #require(desk.records.call(call))
        let escalation: EscalationID = desk.id()
        try desk.does(.escalation(escalation, .raise(call: call)))
        let after = try #require(desk.records.call(call))
        #expect(after.status == .final)
        #expect(after.content.callClass == .sos)
        #expect(after.revision == before.revision + 1)
        #expect(after.escalation != nil)
        #expect(after.counts.contains { $0.measure == .sos })
    }
}
