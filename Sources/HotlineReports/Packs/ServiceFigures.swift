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
    /// SOS acknowledged within the time set for it, of those acknowledged; nil below the threshold for people.
    public let acknowledged: Share?
    /// From an SOS to the moment somebody took it: the median, never a single one. Nil below the threshold for people.
    public let reaction: Span?
    /// Each by its code; none where there is only one, or no switch.
    public let lines: [LineService]

    init(_ months: [ClosedMonth], _ period: Period, targets: QueueTargets, thresholds: Thresholds) {
        self.period = period
        func sum(_ measure: MonthMeasure, _ keys: [TidyKey] = []) -> Int {
            months.reduce(0) { $0 + $1.sum(measure, where: keys) }
        }
        let open = sum(.openMinutes)
        coverage = open > 0 ? Share(sum(.staffedMinutes), of: open) : nil
        belowPlanMinutes = sum(.belowPlanMinutes)
        let timely = Share(sum(.acknowledgedInTarget), of: sum(.acknowledged))
        acknowledged = timely.of >= thresholds.people ? timely : nil
        let reactions = ServiceFigures.waits(months.flatMap { $0.figures(.reactions) }, milliseconds: 0)
        reaction = reactions.count >= thresholds.people ? reactions.median : nil
        let visits = months.flatMap { $0.figures(.visits) }
        queue = visits.isEmpty ? nil : ServiceFigures.queue(months, targets, line: nil)
        let codes = Set(visits.compactMap { $0["line"] }).sorted()
        lines =
            codes.count > 1 ? codes.map { LineService($0, ServiceFigures.queue(months, targets, line: $0)) } : []
    }

    /// Of one line, or of all together.
    private static func queue(_ months: [ClosedMonth], _ targets: QueueTargets, line: String?) -> QueueCounts {
        let only = line.map { [TidyKey("line", $0)] } ?? []
        func sum(_ measure: MonthMeasure, _ keys: [TidyKey] = []) -> Int {
            months.reduce(0) { $0 + $1.sum(measure, where: only + keys) }
        }
        let identity = IdentityTerm.allCases.map { ($0, sum(.visits, [TidyKey("outcome", $0.rawValue)])) }
        let waits = months.flatMap { $0.figures(.waits) }.filter { line == nil || $0["line"] == line }
        return QueueCounts(
            targets: targets, identity: Dictionary(uniqueKeysWithValues: identity),
            answeredInTarget: sum(.visitsInTarget),
            waits: ServiceFigures.waits(waits, milliseconds: Int64(sum(.waitMilliseconds))), handled: sum(.handled),
            handledMilliseconds: Int64(sum(.handleMilliseconds)),
            closed: sum(.visits, [TidyKey("outcome", "closed")]))
    }

    /// Rows by whole seconds, and what all of them came to exactly.
    private static func waits(_ rows: [MonthRow], milliseconds: Int64) -> WaitDistribution {
        var seconds: [Int: Int] = [:]
        for row in rows {
            if let length = row["seconds"].flatMap({ Int($0) }) {
                seconds[length, default: 0] += row.value.number ?? 0
            }
        }
        return WaitDistribution(bySeconds: seconds, milliseconds: milliseconds)
    }
}
