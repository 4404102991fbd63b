import HotlineDomain
import HotlineReports
import Testing

@Suite("The report of a period")
struct PeriodReportTests {
    let report: PeriodReport

    init() throws { report = try PeriodReport(FieldCounts.year, from: FieldCounts.source) }

    @Test("shows each step of the funnel as a share of the step before")
    func funnel() {
        #expect(report.funnel.sosOfCalls.number() == "9.4")
        #expect(report.funnel.casesOfSOS.number() == "15.1")
        #expect(report.funnel.referredOfCases.number() == "15.8")
    }

    @Test("always has 24 hours, seven weekdays and every class")
    func fixedKeys() {
        #expect(report[.hour]?.lines.count == 24)
        #expect(report[.weekday]?.lines.map(\.key) == ["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
        #expect(report[.class]?.lines.count == CallClass.allCases.count)
        #expect(report[.hour]?["21"]?.calls == 1300)
    }

    @Test("compares with the same length of time before, and has no share of an empty one")
    func before() {
        #expect(report.before?.period.name == "2007-10/2008-09")
        #expect(report.change(\.calls) == 1346)
        #expect(report.before?.funnel.sosOfCalls.number() == "-")
    }

    @Test("gives every number once in the tidy table")
    func figures() {
        let rows = report.figures.map { $0.columns.dropLast().joined(separator: "|") }
        #expect(Set(rows).count == rows.count)
        #expect(rows.contains("calls|2008-10/2009-09|all|all"))
        #expect(report.figures.contains(Figure(.escalations, FieldCounts.year, .outcome, "case_opened", 19)))
        let csv = FigureTable.csv(report.figures)
        #expect(csv.hasPrefix("measure,period,dimension,key,value\r\ncalls,2008-10/2009-09,all,all,1346\r\n"))
    }

    @Test("reads the same each time it is made")
    func stable() throws {
        let again = try PeriodReport(FieldCounts.year, from: FieldCounts.source)
        #expect(again.json.compact == report.json.compact)
        #expect(again.figures == report.figures)
    }

    @Test(
        "knows the period before",
        arguments: [
            ("2009-09-01", "2009-08-31"), ("2009-01", "2008-12"), ("2009-Q1", "2008-Q4"), ("2009-Q3", "2009-Q2"),
            ("2009", "2008"), ("2008-10/2009-09", "2007-10/2008-09"),
        ])
    func previous(name: String, before: String) throws {
        #expect(try #require(Period(name)).previous?.name == before)
    }
}
