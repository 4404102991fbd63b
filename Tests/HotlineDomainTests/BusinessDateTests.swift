import HotlineDomain
import Testing

@Suite("Business dates")
struct BusinessDateTests {
    @Test("every day of three centuries is read back from its own text and stands after the day before")
    func everyDayBothWays() throws {
        let first = try #require(BusinessDate(year: 1900, month: 1, day: 1))
        let last = try #require(BusinessDate(year: 2199, month: 12, day: 31))
        var before: (year: Int, month: Int, day: Int)?
        var weekday = first.weekday
        for days in first.days...last.days {
            let date = BusinessDate(days: days)
            let civil = date.civil
            if BusinessDate("\(date)") != date || date.weekday != weekday {
                Issue.record("day \(days) reads \(date), a \(date.weekday)")
            }
            if let before, !follows(civil, before) { Issue.record("\(date) comes after \(before)") }
            before = civil
            weekday = Weekday(rawValue: weekday.rawValue % 7 + 1)!
        }
        #expect(last - first == 109_572)
    }

    private typealias Civil = (year: Int, month: Int, day: Int)

    private func follows(_ a: Civil, _ b: Civil) -> Bool {
        a == (b.year, b.month, b.day + 1) || a == (b.year, b.month + 1, 1) && b.day >= 28
            || a == (b.year + 1, 1, 1) && (b.month, b.day) == (12, 31)
    }

    @Test(
        "known days fall on their weekday",
        arguments: [
            ("1970-01-01", 0, Weekday.thursday), ("2000-02-29", 11_016, .tuesday), ("2009-09-14", 14_501, .monday),
            ("1969-12-31", -1, .wednesday), ("1900-01-01", -25_567, .monday), ("2100-03-01", 47_541, .monday),
        ])
    func knownDays(text: String, days: Int64, weekday: Weekday) throws {
        let date = try #require(BusinessDate(text))
        #expect(date.days == days)
        #expect(date.weekday == weekday)
    }

    @Test(
        "text that is no day of the calendar is no date",
        arguments: [
            "", "2009", "2009-09", "2009-9-14", "09-09-14", "2009-09-14 ", " 2009-09-14", "2009-09-14T00:00",
            "2009/09/14", "2009-13-01", "2009-00-10", "2009-09-00", "2009-09-31", "2009-02-29", "1900-02-29",
            "2100-02-29", "1899-12-31", "2200-01-01", "-009-09-14", "+009-09-14", "2009-+9-14", "２００９-09-14",
            "2009-09--1", "today",
        ])
    func noDate(text: String) { #expect(BusinessDate(text) == nil) }

    @Test("adding days and taking them away again comes back", arguments: Seeded.seeds)
    func arithmetic(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<500 {
            let date = BusinessDate(days: .random(in: -20_000...60_000, using: &random))
            let step = Int.random(in: -10_000...10_000, using: &random)
            #expect(date + step - step == date, "seed \(seed)")
            #expect((date + step) - date == step, "seed \(seed)")
            #expect((date < date + step) == (step > 0), "seed \(seed)")
            #expect(date.firstOfMonth.day == 1 && date.firstOfMonth.month == date.month, "seed \(seed)")
        }
    }

    @Test("a weekday is read back from its code, and only from that")
    func weekdayCodes() {
        for day in Weekday.allCases { #expect(Weekday(code: day.code) == day) }
        #expect(Weekday(code: "Mon") == nil)
        #expect(Weekday(code: "monday") == nil)
    }

    @Test(
        "times of day are two digits and two digits, to the end of the day",
        arguments: [
            ("00:00", 0), ("08:05", 485), ("23:59", 1439), ("24:00", 1440), ("24:01", nil), ("8:00", nil),
            ("08:60", nil), ("0800", nil), ("08:00:00", nil), ("", nil), ("-1:00", nil),
        ] as [(String, Int?)])
    func timesOfDay(text: String, minutes: Int?) {
        #expect(LocalTime(text)?.minutes == minutes)
        if let minutes { #expect(LocalTime(minutes: minutes)?.description == text) }
    }
}
