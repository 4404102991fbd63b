import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineReports
import HotlineStore
import Testing

@Suite("The practice year, closed month by month")
struct PracticeMonthsTests {
    @Test("closes twelve times, and what was closed is the year")
    func year() throws {
        let store = try WrittenYear.fresh(1)
        let hotline = try store.hotline()
        let now = try store.zone(hotline.zone).instant(BusinessDate("2009-10-03")!, LocalTime("09:00")!)
        for month in PracticeYear.period.months {
            try store.close(month, by: "91", at: now) { source in
                let counted = try ClosedMonth(
                    counting: source, of: hotline, zones: { try store.zone($0.zone) }, at: now, by: "91")
                return (counted.definitions, counted.canonicalText, counted.balance)
            }
        }
        let months = try store.closings().map { try ClosedMonth(canonicalText: $0.figures) }
        #expect(months.map(\.period) == PracticeYear.period.months)
        func sum(_ measure: MonthMeasure) -> Int { months.reduce(0) { $0 + $1.count(measure) } }
        #expect([sum(.calls), sum(.sos), sum(.casesOpened), sum(.referred)] == [1346, 126, 19, 3])
        #expect(months.allSatisfy { $0.corrections.isEmpty && $0.balance.reconciles })
        for (month, next) in zip(months, months.dropFirst()) {
            #expect(next.balance.openAtStart == month.balance.openAtEnd)
        }
        let year = try #require(months.last)
        #expect(year.counts(.outcomesToDate, by: "outcome").values.reduce(0, +) == 126)
        #expect(year.counts(.outcomesToDate, by: "outcome")["case_opened"] == 19)
        #expect(year.sum(.cohort, where: [TidyKey("step", "referred")]) == 3)
        #expect(try store.verify().isSound)
    }
}
