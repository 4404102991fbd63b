import HotlineDomain
import Testing

@testable import HotlineProfiles

@Suite("When something happens again")
struct OccurrenceTests {
    private let monday = BusinessDate("2026-11-02")!

    @Test("one date is once")
    func once() { #expect(Occurrence.grouping([monday]) == [.once(monday)]) }

    @Test("days in a row are a run, also three of one week")
    func runs() {
        #expect(
            Occurrence.grouping([monday, monday + 1, monday + 2, monday + 20])
                == [.daily(monday, monday + 2), .once(monday + 20)])
    }

    @Test("the same weekdays of many weeks are said by their names")
    func weekly() {
        let weekends = (0..<10).flatMap { [monday + $0 * 7 + 5, monday + $0 * 7 + 6] }
        #expect(Occurrence.grouping(weekends) == [.weekly([.saturday, .sunday], monday + 5, monday + 69)])
    }

    @Test("a week that is missing in between parts a run in two")
    func parted() {
        let mondays = [0, 1, 2, 5, 6].map { monday + $0 * 7 }
        #expect(
            Occurrence.grouping(mondays)
                == [.weekly([.monday], monday, monday + 14), .weekly([.monday], monday + 35, monday + 42)])
    }

    @Test("grouping loses no date and makes none up", arguments: [1, 2009, UInt64.random(in: 0...UInt64.max)])
    func complete(seed: UInt64) {
        var state = seed
        let dates = (0..<400).filter { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 62 == 0
        }.map { monday + $0 }
        let grouped = Occurrence.grouping(dates).flatMap { occurrence -> [BusinessDate] in
            let span = (occurrence.first.days...occurrence.last.days).map(BusinessDate.init(days:))
            guard case .weekly(let days, _, _) = occurrence else { return span }
            return span.filter { days.contains($0.weekday) }
        }
        #expect(grouped == dates, "seed \(seed)")
    }
}
