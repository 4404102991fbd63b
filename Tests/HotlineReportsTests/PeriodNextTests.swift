import HotlineDomain
import HotlineReports
import Testing

@Suite("The period after another")
struct PeriodNextTests {
    @Test(
        "is as long, is named in the same form, and leads back",
        arguments: [
            ("2009-09", "2009-10"), ("2009-12", "2010-01"), ("2009-Q4", "2010-Q1"), ("2009", "2010"),
            ("2008-10/2009-09", "2009-10/2010-09"), ("2009-09/2009-10", "2009-11/2009-12"),
            ("2009-12-31", "2010-01-01"),
        ])
    func next(name: String, next: String) throws {
        let period = try #require(Period(name))
        #expect(period.next == Period(next))
        #expect(period.next?.previous == period)
    }

    @Test("there is none at the end of the calendar")
    func end() {
        #expect(Period("2199-12")!.next == nil)
        #expect(Period("2199")!.next == nil)
    }

    @Test(
        "a project year begins with its month",
        arguments: [
            ("2009-09-30", 10, "2008-10/2009-09"), ("2009-10-01", 10, "2009-10/2010-09"), ("2009-05-05", 1, "2009"),
        ])
    func projectYear(date: String, startMonth: Int, name: String) {
        #expect(Period.projectYear(of: BusinessDate(date)!, startMonth: startMonth)?.name == name)
    }
}
