import HotlineDomain
import HotlineStore
import Testing

@Suite("The calls behind a figure")
struct CallsBehindTests {
    private static let september = BusinessDate("2009-09-01")!...BusinessDate("2009-09-30")!

    /// Two months of calls of every kind, SOS with and without an outcome, a case, a referral.
    private func filled() throws -> Store {
        let store = try Sample.store()
        var date = BusinessDate("2009-08-20")!
        for n in 0..<60 {
            let at = Sample.zone.instant(date, secondsOfDay: (n * 4999) % 86_400)
            switch n % 6 {
            case 0: try store.log(.nonCounselling, at: at, nonCounselling: n % 12 == 0 ? "test" : "silent")
            case 1: try store.log(.sos, at: at, by: "02", outcome: "escalated", country: "MD", topic: "documents")
            case 2: try store.log(.counselling, at: at, country: "RU")
            default: try store.log(.information, at: at, by: n % 2 == 0 ? "01" : "02", topic: "documents")
            }
            date = date + 1
        }
        let escalations = try store.escalations(limit: 100)
        let now = Sample.at("2009-12-01", "12:00")
        let first = try #require(escalations.first { CallsBehindTests.september.contains($0.businessDate) })
        let id = store.newID(Case.self, at: now)
        let referral = store.newID(Referral.self, at: now)
        try store.perform(
            [
                .escalation(first.id, .acknowledge), .case(id, .open(.escalation(id: first.id))),
                .escalation(first.id, .resolve(outcome: "case_opened", reason: nil, openedCase: id)),
                .referral(
                    referral,
                    .add(.case(id: id), provider: "capc", service: "social_reintegration", urgency: .day)),
            ], by: "51", at: now)
        return store
    }

    @Test(
        "are as many as the figure says, for every key of every dimension",
        arguments: [Measure.calls, .sos], Dimension.ofCalls)
    func countsAgree(measure: Measure, dimension: Dimension) throws {
        let store = try filled()
        let counts = try store.counts(measure, by: dimension, Period("2009-09")!)
        #expect(!counts.isEmpty)
        for (key, n) in counts {
            let behind = CallsBehind(measure, dimension, key, in: CallsBehindTests.september)
            #expect(try store.calls(CallFilter(behind: behind), limit: 1000).calls.count == n, "\(dimension) \(key)")
        }
    }

    @Test("are the calls the escalations of an outcome came from")
    func escalations() throws {
        let store = try filled()
        let counts = try store.counts(.escalations, by: .outcome, Period("2009-09")!)
        #expect(counts["case_opened"] == 1)
        for (outcome, n) in counts {
            let behind = CallsBehind(.escalations, .outcome, outcome, in: CallsBehindTests.september)
            #expect(try store.calls(CallFilter(behind: behind), limit: 1000).calls.count == n, "\(outcome)")
        }
    }

    @Test("are those a case came from, however long after the call it was opened")
    func cases() throws {
        let store = try filled()
        let december = BusinessDate("2009-12-01")!...BusinessDate("2009-12-31")!
        let calls = try store.calls(CallFilter(behind: CallsBehind(.casesOpened, in: december)), limit: 10).calls
        #expect(calls.count == 1)
        #expect(calls.first?.content.callClass == .sos)
    }

    @Test("a provider's name finds the calls whose case was referred to it")
    func providers() throws {
        let store = try filled()
        let term = CallFilter.Term(providers: ["capc"])
        #expect(try store.calls(CallFilter(terms: [term]), limit: 10).calls.count == 1)
        #expect(try store.calls(CallFilter(terms: [CallFilter.Term(providers: ["other"])]), limit: 10).calls.isEmpty)
    }
}
