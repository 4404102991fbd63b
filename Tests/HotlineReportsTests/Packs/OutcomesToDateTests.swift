import HotlineDomain
import Testing

@testable import HotlineReports

@Suite("Outcomes that come after their month")
struct OutcomesToDateTests {
    /// Two SOS a month, each open when its month was closed; the last month knows what became of all.
    private func figures(cohortFrom first: String = "2008-10") throws -> FamilyFigures {
        let outcome = { TidyKey("outcome", $0) }
        let months = PackYear.period.months.map { month in
            var rows = [MonthRow(.escalations, month, [outcome("open")], .exact(2))]
            if month.last == PackYear.period.last {
                rows += [
                    MonthRow(.outcomesToDate, month, [outcome("resolved_by_consultation")], .exact(13)),
                    MonthRow(.outcomesToDate, month, [outcome("not_confirmed")], .exact(11)),
                    MonthRow(.cohort, month, [TidyKey("month", first), TidyKey("step", "sos")], .exact(2)),
                ]
            }
            return ClosedMonth(period: month, rows: rows, closedAt: Instant(seconds: 0), closedBy: "91")
        }
        let family = try #require(
            Family.standard(
                for: PackYear.hotline, windows: [.escalationOutcome: .projectYear], names: [.escalationOutcome]
            )
            .first)
        let input = PackInput(
            hotlineCode: "test", hotlineName: "Test line", projectYearStartMonth: 10, donor: PackYear.donor,
            period: PackYear.period, months: months, since: PackYear.period.first, families: [family])
        return try FamilyFigures(family, input)
    }

    private func shown(_ figures: FamilyFigures) -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: (figures.windows.last?.publication.table?.rows ?? []).map {
                ($0.key.name, $0.total)
            })
    }

    @Test("a project year tells what its last month knows")
    func known() throws {
        let figures = try figures()
        #expect(
            shown(figures) == ["resolved_by_consultation": 13, "not_confirmed": 11, "OTHER": 0], "\(figures.windows)")
    }

    @Test("a year that began with another month when it was closed is told month by month")
    func otherYear() throws {
        #expect(try figures(cohortFrom: "2009-01").windows.last?.publication == .nothing(.oneLineLeft))
    }
}
