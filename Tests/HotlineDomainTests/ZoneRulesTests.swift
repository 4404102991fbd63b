import HotlineDomain
import Testing

@Suite("Zone rules")
struct ZoneRulesTests {
    /// Two hours ahead; on 2009-03-29 clocks go from 02:00 to 03:00, on 2009-10-25 from 03:00 back to 02:00.
    static let chisinau = ZoneRules(
        name: "Europe/Chisinau", firstOffsetSeconds: 7200,
        changes: [
            .init(at: Instant(seconds: 1_238_284_800), offsetSeconds: 10_800),
            .init(at: Instant(seconds: 1_256_428_800), offsetSeconds: 7200),
        ])
    static let spring = BusinessDate(year: 2009, month: 3, day: 29)!
    static let autumn = BusinessDate(year: 2009, month: 10, day: 25)!

    @Test(
        "a wall clock shows the offset of its side of the change",
        arguments: [
            (1_238_284_799, "2009-03-29T01:59:59+02:00"), (1_238_284_800, "2009-03-29T03:00:00+03:00"),
            (1_256_428_799, "2009-10-25T02:59:59+03:00"), (1_256_428_800, "2009-10-25T02:00:00+02:00"),
        ])
    func wallClock(seconds: Int64, text: String) {
        #expect(Self.chisinau.wallClock(at: Instant(seconds: seconds)).iso8601 == text)
    }

    @Test("a time that clocks skip is the moment of the change", arguments: ["02:00", "02:30", "02:59", "03:00"])
    func gap(text: String) throws {
        let time = try #require(LocalTime(text))
        #expect(Self.chisinau.instant(Self.spring, time) == Instant(seconds: 1_238_284_800))
    }

    @Test(
        "a time that clocks show twice is the first of the two",
        arguments: [
            ("01:59", 1_256_425_140), ("02:00", 1_256_425_200), ("02:59", 1_256_428_740), ("03:00", 1_256_432_400),
        ])
    func doubledHour(text: String, seconds: Int64) throws {
        let time = try #require(LocalTime(text))
        #expect(Self.chisinau.instant(Self.autumn, time) == Instant(seconds: seconds))
    }

    @Test("the day clocks go forward has 23 hours, the day they go back 25, all others 24")
    func lengthOfDays() {
        for date in (Self.spring.days - 300...Self.spring.days + 300).map(BusinessDate.init(days:)) {
            let length =
                Self.chisinau.instant(date + 1, secondsOfDay: 0) - Self.chisinau.instant(date, secondsOfDay: 0)
            let hours: Int64 = date == Self.spring ? 23 : date == Self.autumn ? 25 : 24
            #expect(length == .hours(hours), "\(date)")
        }
    }

    @Test("24:00 is 00:00 of the next day, also where clocks change")
    func endOfDay() throws {
        let end = try #require(LocalTime("24:00"))
        for date in [Self.spring - 1, Self.spring, Self.autumn - 1, Self.autumn] {
            #expect(Self.chisinau.instant(date, end) == Self.chisinau.instant(date + 1, secondsOfDay: 0))
        }
    }

    @Test("without changes there is one offset for ever")
    func withoutChanges() {
        let date = BusinessDate(days: 14_000)
        #expect(ZoneRules.utc.instant(date, secondsOfDay: 60) == Instant(seconds: 14_000 * 86_400 + 60))
        #expect(ZoneRules.utc.date(at: Instant(milliseconds: -1)) == BusinessDate(days: -1))
    }

    @Test("what a clock shows leads back to the moment, or to the first of two", arguments: Seeded.seeds)
    func thereAndBack(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<300 {
            let zone = Self.anyZone(using: &random)
            for _ in 0..<20 {
                let instant = Instant(seconds: .random(in: 1_000_000_000...1_400_000_000, using: &random))
                let clock = zone.wallClock(at: instant)
                let back = zone.instant(clock.date, secondsOfDay: clock.secondsOfDay)
                #expect(back <= instant, "seed \(seed), \(zone)")
                let again = zone.wallClock(at: back)
                #expect(
                    again.date == clock.date && again.secondsOfDay == clock.secondsOfDay, "seed \(seed), \(zone)")
            }
        }
    }

    @Test("later on the wall is never earlier in time", arguments: Seeded.seeds)
    func inOrder(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<300 {
            let zone = Self.anyZone(using: &random)
            let change = zone.changes.randomElement(using: &random)!
            let date = zone.date(at: change.at) - 1
            let times = (0..<3 * 96).map { zone.instant(date, secondsOfDay: $0 * 900) }
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed), \(zone)")
        }
    }

    /// Some changes of up to three hours, at least a month apart.
    private static func anyZone(using random: inout Seeded) -> ZoneRules {
        var at: Int64 = 1_000_000_000
        var offset = Int.random(in: -48...56, using: &random) * 900
        let first = offset
        let changes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            at += .random(in: 2_592_000...30_000_000, using: &random)
            offset = max(-43_200, min(50_400, offset + Int.random(in: -12...12, using: &random) * 900))
            return ZoneRules.Change(at: Instant(seconds: at), offsetSeconds: offset)
        }
        return ZoneRules(name: "Nowhere", firstOffsetSeconds: first, changes: changes)
    }
}
