import HotlineDomain

/// The visits of a day or a period as the board counts them, line by line. A
/// visit that changed is taken out and put in again, so keeping it up to date
/// costs what has changed and not what there was.
public struct QueueDay: Sendable {
    public let targets: QueueTargets
    /// By the line's code, or the switch's own name for it.
    public private(set) var lines: [String: QueueCounts] = [:]
    private var visits: [VisitID: QueueVisit] = [:]
    /// Those whose caller still waits.
    private var waiting: Set<VisitID> = []
    /// False for a period that is over: nothing in it changes, and a year of visits need not be held.
    private let isLive: Bool

    public init(targets: QueueTargets, isLive: Bool = true) {
        self.targets = targets
        self.isLive = isLive
    }

    public mutating func take(_ visit: Visit) {
        let new = QueueVisit(visit)
        if isLive, let old = visits.updateValue(new, forKey: visit.id) {
            if old == new { return }
            lines[old.line]?.remove(old)
            // A line that was named better since has nobody under its old name.
            if lines[old.line]?.isEmpty == true { lines[old.line] = nil }
        }
        lines[new.line, default: QueueCounts(targets: targets)].add(new)
        if !isLive, new.outcome == nil { visits[visit.id] = new }
        if new.outcome == nil { waiting.insert(visit.id) } else { waiting.remove(visit.id) }
    }

    /// Every line together.
    public var all: QueueCounts { lines.values.reduce(QueueCounts(targets: targets)) { $0.adding($1) } }

    /// How long the one who waits longest has waited, in one line or in all.
    public func longestWait(_ line: String? = nil, at now: Instant) -> Span? {
        let here = waiting.lazy.compactMap { visits[$0] }.filter { line == nil || $0.line == line }
        return QueueCounts.longestWait(here, at: now)
    }
}

extension QueueCounts {
    /// Nobody came, and nobody waits.
    var isEmpty: Bool { offered == 0 && waiting == 0 && closed == 0 }
}
