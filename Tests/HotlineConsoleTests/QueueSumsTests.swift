import HotlineDomain
import HotlineReports
import HotlineStore
import Testing

@testable import HotlineConsole

@Suite("Sums over visits where they lie")
struct QueueSumsTests {
    @Test("what hours brought is what counting their visits one by one gives", arguments: [1, 7, 2009] as [UInt64])
    func arrivals(seed: UInt64) throws {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let store = try Fixture.store()
        let start = Fixture.at("08:00")
        let endings: [VisitFacts.Ending?] = [
            .answered(by: "01"), .answered(by: "02"), .abandoned, .abandoned, .left(.timedOut), .left(.nobodyOnDuty),
            .refused(.full), .refused(.closed), .refused(.nobodyOnDuty), .lost, nil,
        ]
        try store.batch { batch in
            for number in 0..<150 {
                let at = start + .seconds(Int64(next(4 * 3600)))
                var facts = VisitFacts(
                    id: SwitchCallID("v\(number)"), call: "v\(number)", line: "ru",
                    offered: VisitFacts.Stamp(at: at, isExact: true))
                facts.ending = endings[next(endings.count)]
                if facts.ending != nil { facts.endedAt = .init(at: at + .seconds(Int64(next(40))), isExact: true) }
                if case .answered? = facts.ending, let answered = facts.endedAt?.at {
                    var talk = VisitFacts.Talk()
                    if next(4) > 0 { talk.ended = .init(at: answered + .seconds(Int64(next(300))), isExact: true) }
                    talk.held = .seconds(Int64(next(60)))
                    talk.wrap = .seconds(Int64(next(90)))
                    facts.talk = talk
                }
                let id = store.newID(Visit.self, at: at)
                try batch.perform([.visit(id, .observe(source: "pbx", facts))], by: Stamp.systemCode, at: at)
            }
        }
        let found = try store.arrivals(in: [start..<(start + .hours(4))], shortAbandon: .seconds(5))[0]
        for hour in 0..<4 {
            let from = start + .hours(Int64(hour))
            var visits: [QueueVisit] = []
            try store.eachVisit(of: Period(day: Fixture.date)) { visits.append(QueueVisit($0)) }
            let counts = QueueCounts(visits, from: from, to: from + .hours(1), targets: QueueTargets())
            let brought = try #require(found[hour])
            #expect(brought.arrivals == counts.arrivals, "seed \(seed), hour \(hour)")
            #expect(brought.handled == counts.handled, "seed \(seed), hour \(hour)")
            #expect(brought.handledMilliseconds == counts.handledMilliseconds, "seed \(seed), hour \(hour)")
        }
    }

    @Test("a week before and the hours ahead are read once an hour, not with every caller")
    func past() throws {
        let board = try BoardFixture("wv")
        let before = try board.screen.board?.outlook
        try board.tell("x", at: board.bench.now)
        board.bench.pass(seconds: 1)
        #expect(board.bench.runner.idle.isEmpty && before != nil)
        board.bench.pass(seconds: 1799)
        #expect(board.bench.runner.idle.count == 1)
    }
}
