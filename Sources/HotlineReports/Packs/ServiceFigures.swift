import HotlineDomain

/// How the line was answered, over the whole hotline: the set of formulas of
/// the board, over a period's closed months. Nothing here says who called.
public struct ServiceFigures: Hashable, Sendable {
    public let period: Period
    /// Nil: no switch tells of this hotline, and what waiting was is not known.
    public let queue: QueueCounts?
    /// Staffed minutes of open minutes; nil where nobody keeps either.
    public let coverage: Share?
    public let belowPlanMinutes: Int
    /// SOS acknowledged within the time set for it, of those acknowledged.
    public let acknowledged: Share

    init(_ months: [ClosedMonth], _ period: Period, targets: QueueTargets) {
        self.period = period
        func sum(_ measure: MonthMeasure, _ keys: [TidyKey] = []) -> Int {
            months.reduce(0) { $0 + $1.sum(measure, where: keys) }
        }
        let open = sum(.openMinutes)
        coverage = open > 0 ? Share(sum(.staffedMinutes), of: open) : nil
        belowPlanMinutes = sum(.belowPlanMinutes)
        acknowledged = Share(sum(.acknowledgedInTarget), of: sum(.acknowledged))
        guard months.contains(where: { !$0.figures(.visits).isEmpty }) else {
            queue = nil
            return
        }
        let identity = IdentityTerm.allCases.map { ($0, sum(.visits, [TidyKey("outcome", $0.rawValue)])) }
        var seconds: [Int: Int] = [:]
        for row in months.flatMap({ $0.figures(.waits) }) {
            if let length = row["seconds"].flatMap({ Int($0) }) {
                seconds[length, default: 0] += row.value.number ?? 0
            }
        }
        queue = QueueCounts(
            targets: targets, identity: Dictionary(uniqueKeysWithValues: identity),
            answeredInTarget: sum(.visitsInTarget),
            waits: WaitDistribution(bySeconds: seconds, milliseconds: Int64(sum(.waitMilliseconds))),
            handled: sum(.handled), handledMilliseconds: Int64(sum(.handleMilliseconds)),
            closed: sum(.visits, [TidyKey("outcome", "closed")]))
    }
}
