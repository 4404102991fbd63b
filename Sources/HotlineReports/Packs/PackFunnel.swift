import HotlineDomain

/// The four steps from a call to a referral, counted in one of two ways that
/// must never be taken for each other.
public struct PackFunnel: Hashable, Sendable {
    public enum Basis: String, Sendable, CaseIterable {
        /// Each step by its own date: what happened in the period.
        case eventDate = "event_date"
        /// All steps by the date of the call: what has become of the period's calls so far.
        case cohort
    }

    public let basis: Basis
    public let period: Period
    public let funnel: Funnel

    /// `months`: the closed ones of the period.
    init(eventsOf months: [ClosedMonth], _ period: Period) {
        basis = .eventDate
        self.period = period
        func sum(_ measure: MonthMeasure) -> Int { months.reduce(0) { $0 + $1.count(measure) } }
        funnel = Funnel(
            calls: sum(.calls), sos: sum(.sos), casesOpened: sum(.casesOpened), referred: sum(.referred))
    }

    /// `latest`: the last month closed, which knows most of what became of earlier ones.
    init(cohortOf period: Period, knownIn latest: ClosedMonth) {
        basis = .cohort
        self.period = period
        let months = period.months
        func sum(_ step: String) -> Int {
            months.reduce(0) { sum, month in
                sum + latest.count(.cohort, [TidyKey("month", month.name), TidyKey("step", step)])
            }
        }
        funnel = Funnel(
            calls: sum("calls"), sos: sum("sos"), casesOpened: sum("cases"), referred: sum("referred"))
    }
}
