import HotlineDomain
import Testing

@testable import HotlineStore

@Suite("A period as a report reads it")
struct PeriodReaderTests {
    private let store: Store
    private let day = Period("2009-09-14")!

    init() throws { store = try Sample.store() }

    private func read<T>(_ period: Period? = nil, _ body: (PeriodReader) throws -> T) throws -> T {
        try store.reading(period: period ?? day, at: Sample.at("2009-09-15", "12:00"), body)
    }

    private func tell(
        _ key: String, _ time: String, _ ending: VisitFacts.Ending?, after milliseconds: Int64, talk: Int64? = nil,
        held: Int64 = 0
    ) throws {
        let at = Sample.at("2009-09-14", time)
        var facts = VisitFacts(
            id: SwitchCallID(key), call: key, line: "md", offered: VisitFacts.Stamp(at: at, isExact: true))
        if let ending {
            let end = Instant(milliseconds: at.milliseconds + milliseconds)
            facts.ending = ending
            facts.endedAt = VisitFacts.Stamp(at: end, isExact: true)
            if case .answered = ending {
                var part = VisitFacts.Talk()
                part.ended = talk.map { VisitFacts.Stamp(at: end + .seconds($0), isExact: true) }
                part.held = .seconds(held)
                facts.talk = part
            }
        }
        try store.perform(
            [.visit(store.newID(Visit.self, at: at), .observe(source: "switch", facts))], by: Stamp.systemCode, at: at
        )
    }

    @Test("visits summed where they lie are the visits one by one")
    func visits() throws {
        try tell("a", "10:00", .answered(by: "01"), after: 4_000, talk: 60)
        try tell("b", "10:05", .answered(by: "01"), after: 4_000, talk: 30, held: 90)
        try tell("c", "10:10", .answered(by: "01"), after: 20_001)
        try tell("d", "10:15", .abandoned, after: 3_000)
        try tell("e", "10:20", .abandoned, after: 40_000)
        try tell("f", "10:25", .left(.nobodyOnDuty), after: 9_000)
        try tell("g", "10:30", .refused(.closed), after: 5_000)
        try tell("h", "10:35", nil, after: 0)
        let sums = try read { try $0.visits(answerTarget: .seconds(20), shortAbandon: .seconds(5)) }
        #expect(sums.reduce(0) { $0 + $1.n } == 8)
        var visits: [Visit] = []
        try store.eachVisit(of: day) { visits.append($0) }
        for outcome in VisitFacts.Outcome.allCases {
            let found = visits.filter { $0.outcome == outcome }
            let own = sums.filter { $0.outcome == outcome }
            #expect(own.reduce(0) { $0 + $1.n } == found.count, "\(outcome)")
            let waited = found.compactMap(\.facts.wait).reduce(0) { $0 + $1.milliseconds }
            #expect(own.reduce(0) { $0 + $1.waitMilliseconds } == waited, "\(outcome)")
        }
        #expect(sums.filter(\.isShort).map(\.n) == [1])
        #expect(sums.reduce(0) { $0 + $1.inTarget } == 2)
        #expect(sums.compactMap(\.waitSteps) == [400, 2001])
        let handled = visits.compactMap { visit in
            visit.facts.talkTime.map { $0 + (visit.facts.talk?.held ?? .zero) }
        }
        #expect(sums.reduce(0) { $0 + $1.handled } == handled.count)
        #expect(
            sums.reduce(0) { $0 + $1.handledMilliseconds } == handled.reduce(0) { $0 + $1.milliseconds })
    }

    @Test("how calls were written down: tests, amendments and late entries")
    func quality() throws {
        try store.log(.information, at: Sample.at("2009-09-14", "09:00"))
        try store.log(.nonCounselling, at: Sample.at("2009-09-14", "09:10"), nonCounselling: "test")
        let ended = Sample.at("2009-09-14", "09:30")
        let late = store.newID(Call.self, at: ended + .days(2))
        try store.perform(
            [
                .call(
                    late,
                    .enter(
                        line: "md", started: ended - .minutes(5), ended: ended,
                        CallEntry(CallContent(callClass: .information, outcome: "information_given"))))
            ], by: "01", at: ended + .days(2))
        let quality = try read { try $0.quality() }
        #expect(quality.tests == 1 && quality.counted + quality.unfinished == 2)
        #expect(quality.late + quality.unfinished == 1)
        let before = try read { try $0.of(Period("2009-09-13")!).quality() }
        #expect(before == CallQuality())
    }

    @Test("referrals by how far they have come, late by their urgency")
    func referrals() throws {
        let file: CaseID = store.newID(at: Sample.at("2009-09-14", "10:00"))
        let at = Sample.at("2009-09-14", "10:00")
        try store.perform([.case(file, .open(.walkIn))], by: "51", at: at)
        let referral: ReferralID = store.newID(at: at)
        try store.perform(
            [
                .referral(
                    referral,
                    .add(.case(id: file), provider: "capc", service: "safe_accommodation", urgency: .hour))
            ], by: "51", at: at)
        #expect(try read { try $0.referrals() }.map(\.wasSent) == [false])
        try store.perform(
            [.referral(referral, .consent(.given)), .referral(referral, .send)], by: "51",
            at: at)
        let sums = try read { try $0.referrals() }
        #expect(sums.map(\.isLate) == [true] && sums.map(\.n) == [1] && sums.first?.outcome == nil)
        #expect(try read(Period("2009-09-13")!) { try $0.referrals() }.isEmpty)
    }
}
