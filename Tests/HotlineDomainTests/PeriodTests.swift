import HotlineDomain
import Testing

@Suite("Periods")
struct PeriodTests {
    @Test(
        "the five forms mean their first and last day",
        arguments: [
            ("2009-09-14", "2009-09-14", "2009-09-14"), ("2009-09", "2009-09-01", "2009-09-30"),
            ("2008-02", "2008-02-01", "2008-02-29"), ("2009-Q1", "2009-01-01", "2009-03-31"),
            ("2009-Q3", "2009-07-01", "2009-09-30"), ("2009-Q4", "2009-10-01", "2009-12-31"),
            ("2009", "2009-01-01", "2009-12-31"), ("2008-10/2009-09", "2008-10-01", "2009-09-30"),
        ])
    func forms(text: String, first: String, last: String) throws {
        let period = try #require(Period(text))
        #expect(period.name == text)
        #expect("\(period.first)" == first)
        #expect("\(period.last)" == last)
        #expect(period.contains(period.first) && period.contains(period.last))
        #expect(!period.contains(period.first - 1) && !period.contains(period.last + 1))
    }

    @Test("from a month to itself is that month, by its one name")
    func oneMonth() { #expect(Period("2009-09/2009-09") == Period("2009-09")) }

    @Test(
        "anything else is no period",
        arguments: [
            "", "09", "20090", "2009-9", "2009-13", "2009-00", "2009-Q0", "2009-Q5", "2009-q1", "2009-Q", "2009-Q12",
            "2009-02-29", "2009-09/2008-10", "2009/2010", "2008-10-01/2009-09-30", "2008-10/", "/2009-09",
            "2008-10/2009-03/2009-09", "today", "2009 ",
        ])
    func noPeriod(text: String) { #expect(Period(text) == nil) }

    @Test("the months of a project year are twelve, side by side")
    func months() throws {
        let months = try #require(Period("2008-10/2009-09")).months
        #expect(months.map(\.name).first == "2008-10")
        #expect(months.map(\.name).last == "2009-09")
        #expect(months.count == 12)
        #expect(zip(months, months.dropFirst()).allSatisfy { $0.last + 1 == $1.first })
    }

    @Test("a date's month and day hold it, and their names read back", arguments: Seeded.seeds)
    func monthOfADate(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<300 {
            let date = BusinessDate(days: .random(in: -20_000...60_000, using: &random))
            for period in [Period(month: date), Period(day: date)] {
                #expect(period.contains(date), "seed \(seed)")
                #expect(Period(period.name) == period, "seed \(seed)")
                #expect(period.months.count == 1, "seed \(seed)")
            }
        }
    }
}
