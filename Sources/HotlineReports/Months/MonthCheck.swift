import HotlineDomain

/// What a supervisor looks at before a month is closed. Only drafts and cases
/// that do not add up keep it open once its turn has come; the rest is there to be seen.
public struct MonthCheck: Sendable {
    public let month: Period
    /// Whether its last day has passed.
    public let isOver: Bool
    /// The month as it would be closed now; without its queue, which nobody has to look at before.
    public let figures: ClosedMonth
    /// The rule that would refuse to close it now; nil: it may be closed.
    public let inTheWay: Refusal?
    public let unended: MonthUnended
    /// Minutes in which a line was open and nobody was on shift, of the open ones.
    public let unstaffed: Share
    public let belowPlan: Int
    /// For how many calls an attribute was recorded.
    public let recorded: [(dimension: Dimension, share: Share)]
    /// Territories whose return for the month has not come.
    public let returnsMissing: [String]
    public let returnsAsked: Int
    /// How many things of months closed before count in this one.
    public let late: Int
    public let balance: MonthBalance

    /// What an operator is expected to ask for.
    public static let attributes: [Dimension] = [.country, .language, .topic, .caller, .heard, .outcome]

    /// Counts the month.
    public init(
        _ source: some MonthSource, of hotline: Hotline, zones: (Line) throws -> ZoneRules, at now: Instant,
        by closer: String
    ) throws {
        let late = try source.late()
        let counted = try ClosedMonth(
            counting: source, late, of: hotline, zones: zones, at: now, by: closer, withQueue: false)
        month = counted.period
        figures = counted
        balance = counted.balance
        let facts = try source.facts(at: now)
        isOver = month.last < facts.today
        inTheWay = MonthCheck.refusal(month, balance, facts)
        unended = try source.unended()
        let open = counted.count(.openMinutes)
        unstaffed = Share(open - counted.count(.staffedMinutes), of: open)
        belowPlan = counted.count(.belowPlanMinutes)
        let calls = counted.count(.calls)
        recorded = MonthCheck.attributes.map { dimension in
            let missing = counted.count(.calls, [TidyKey(dimension.rawValue, CountKey.notRecorded)])
            return (dimension, Share(calls - missing, of: calls))
        }
        let returns = counted.figures(.returns)
        returnsAsked = returns.reduce(0) { $0 + ($1.value.number ?? 0) }
        returnsMissing = returns.filter { $0["state"] == "missing" }.compactMap { $0["territory"] }
        self.late = late.count
    }

    private static func refusal(_ month: Period, _ balance: MonthBalance, _ facts: MonthClosing.Facts) -> Refusal? {
        do {
            try MonthClosing.check(month, balance, facts)
            return nil
        } catch { return error }
    }
}
