import HotlineDomain

/// A day that is over, counted up to a moment that moves on: a morning is held
/// against the same morning, not against a whole day. Going on costs the visits
/// of the time that has passed.
public struct QueuePast: Sendable {
    public let date: BusinessDate
    private let visits: [QueueVisit]
    private var next = 0
    public private(set) var lines: [String: QueueCounts] = [:]
    public private(set) var all: QueueCounts
    /// Of the whole day, by the line and the hour they were offered in.
    private let hours: [String: [Int: Int]]

    /// `visits`: of the whole day, in any order.
    public init(
        _ date: BusinessDate, _ visits: some Sequence<QueueVisit>, targets: QueueTargets, hoursBy clock: ZoneRules
    ) {
        self.date = date
        self.visits = visits.sorted { $0.offeredAt < $1.offeredAt }
        all = QueueCounts(targets: targets)
        hours = self.visits.reduce(into: [:]) { hours, visit in
            guard visit.outcome != nil, visit.outcome != .closed else { return }
            hours[visit.line, default: [:]][clock.wallClock(at: visit.offeredAt).hour, default: 0] += 1
        }
    }

    /// To those offered before this moment of that day.
    public mutating func goOn(to moment: Instant) {
        while next < visits.count, visits[next].offeredAt < moment {
            let visit = visits[next]
            lines[visit.line, default: QueueCounts(targets: all.targets)].add(visit)
            all.add(visit)
            next += 1
        }
    }

    public func counts(of line: String?) -> QueueCounts { line.map { lines[$0] ?? none } ?? all }
    private var none: QueueCounts { QueueCounts(targets: all.targets) }

    /// Offered in an hour, 0 ... 23, in one line or in all.
    public func offered(inHour hour: Int, line: String? = nil) -> Int {
        if let line { return hours[line]?[hour] ?? 0 }
        return hours.values.reduce(0) { $0 + ($1[hour] ?? 0) }
    }

    /// The same time of day on another date, by the clock on the wall.
    public static func moment(_ now: Instant, daysBefore days: Int, _ zone: ZoneRules) -> Instant {
        let clock = zone.wallClock(at: now)
        return zone.instant(clock.date - days, secondsOfDay: clock.secondsOfDay)
    }
}
