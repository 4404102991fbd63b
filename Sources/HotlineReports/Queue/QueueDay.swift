import HotlineDomain

/// The visits of a day or a period as the board counts them, line by line and
/// all together, and of a day hour by hour. A visit that changed is taken out
/// and put in again, so keeping it up to date costs what has changed and not
/// what there was.
public struct QueueDay: Sendable {
    public let targets: QueueTargets
    /// By the line's code, or the switch's own name for it.
    public private(set) var lines: [String: QueueCounts] = [:]
    /// Every line together.
    public private(set) var all: QueueCounts
    private var hours: [HourOfLine: QueueCounts] = [:]
    private var visits: [VisitID: QueueVisit] = [:]
    /// Those whose caller still waits.
    private var waiting: Set<VisitID> = []
    /// Counts hours by it; nil where nobody asks for them.
    private let clock: ZoneRules?
    /// False for a period that is over: nothing in it changes, and a year of visits need not be held.
    private let isLive: Bool

    private struct HourOfLine: Hashable {
        /// Nil: every line together.
        let line: String?
        let hour: Int
    }

    public init(targets: QueueTargets, isLive: Bool = true, hoursBy clock: ZoneRules? = nil) {
        self.targets = targets
        self.isLive = isLive
        self.clock = clock
        all = QueueCounts(targets: targets)
    }

    public mutating func take(_ visit: Visit) {
        let new = QueueVisit(visit)
        if isLive, let old = visits.updateValue(new, forKey: visit.id) {
            if old == new { return }
            change(old) { $0.remove(old) }
            // A line that was named better since has nobody under its old name.
            if lines[old.line]?.isEmpty == true { lines[old.line] = nil }
        }
        change(new) { $0.add(new) }
        if !isLive, new.outcome == nil { visits[visit.id] = new }
        if new.outcome == nil { waiting.insert(visit.id) } else { waiting.remove(visit.id) }
    }

    private mutating func change(_ visit: QueueVisit, _ body: (inout QueueCounts) -> Void) {
        body(&lines[visit.line, default: QueueCounts(targets: targets)])
        body(&all)
        guard let clock else { return }
        let hour = clock.wallClock(at: visit.offeredAt).hour
        body(&hours[HourOfLine(line: visit.line, hour: hour), default: QueueCounts(targets: targets)])
        body(&hours[HourOfLine(line: nil, hour: hour), default: QueueCounts(targets: targets)])
    }

    /// Those offered in an hour of the day, 0 ... 23, in one line or in all.
    public func counts(ofHour hour: Int, line: String? = nil) -> QueueCounts {
        hours[HourOfLine(line: line, hour: hour)] ?? QueueCounts(targets: targets)
    }

    /// One line, or all of them; nil where nobody came to that line.
    public func counts(of line: String?) -> QueueCounts? { line.map { lines[$0] } ?? all }

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
