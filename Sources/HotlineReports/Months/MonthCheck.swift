import HotlineDomain

/// What a supervisor looks at before a month is closed. Only drafts and cases
/// that do not add up keep it open; the rest is there to be seen.
public struct MonthCheck: Sendable {
    public let month: Period
    /// Calls that somebody still has to finish.
    public let unfinished: Int
    /// SOS of the month without an outcome.
    public let openEscalations: Int
    /// Referrals made in the month that have not come to an end.
    public let openReferrals: Int
    /// Minutes in which a line was open and nobody was on shift, of the open ones.
    public let unstaffed: Share
    public let belowPlan: Int
    /// For how many calls an attribute was recorded.
    public let recorded: [(dimension: Dimension, share: Share)]
    /// Territories whose return for the month has not come.
    public let returnsMissing: Int
    public let late: Int
    public let corrections: Int
    public let balance: MonthBalance

    /// What an operator is expected to ask for.
    public static let attributes: [Dimension] = [.country, .language, .topic, .caller, .heard, .outcome]

    /// Whether nothing keeps the month open.
    public var mayClose: Bool { unfinished == 0 && balance.reconciles }

    /// `counted`: the month as it would be closed now.
    public init(_ source: some MonthSource, _ counted: ClosedMonth) throws {
        month = counted.period
        unfinished = try source.unfinishedCalls()
        openEscalations = counted.count(.escalations, [TidyKey(Dimension.outcome.rawValue, EscalationOutcomes.open)])
        openReferrals = try source.openReferrals()
        let open = counted.count(.openMinutes)
        unstaffed = Share(open - counted.count(.staffedMinutes), of: open)
        belowPlan = counted.count(.belowPlanMinutes)
        let calls = counted.count(.calls)
        recorded = MonthCheck.attributes.map { dimension in
            let missing = counted.count(.calls, [TidyKey(dimension.rawValue, CountKey.notRecorded)])
            return (dimension, Share(calls - missing, of: calls))
        }
        returnsMissing = counted.sum(.returns, where: [TidyKey("state", "missing")])
        late = try source.lateCalls().count
        corrections = counted.corrections.count
        balance = counted.balance
    }
}
