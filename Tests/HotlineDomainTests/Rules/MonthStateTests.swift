import HotlineDomain
import Testing

@Suite("The list of months")
struct MonthStateTests {
    private func day(_ text: String) -> BusinessDate { BusinessDate(text)! }

    private func names(_ states: [MonthState]) -> [String] { states.map { "\($0.month.name) \($0.status.code)" } }

    @Test("goes from the first month to the one that runs")
    func all() {
        let closed = MonthState.Status.closed(digest: "00", definitions: 1, Stamp(by: "91", at: Instant(seconds: 0)))
        let states = MonthState.all(
            closed: [day("2009-08-01"): closed], counted: [day("2009-10-01"), day("2009-11-01")],
            today: day("2009-11-30"))
        #expect(names(states) == ["2009-08 closed", "2009-09 open", "2009-10 open", "2009-11 running"])
    }

    @Test("leaves out open months without a count, but for the one whose turn it is and today's")
    func empty() {
        let states = MonthState.all(closed: [:], counted: [day("2009-08-01")], today: day("2026-11-21"))
        #expect(names(states) == ["2009-08 open", "2026-11 running"])
        #expect(MonthState.all(closed: [:], counted: [], today: day("2026-11-21")).isEmpty)
        #expect(MonthState.all(closed: [:], counted: [day("2027-01-01")], today: day("2026-11-21")).isEmpty)
    }
}
