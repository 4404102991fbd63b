// A hotline's time: when its days begin, when it is open, how many it needs.
extension Hotline {
    /// Patterns in which somebody answers calls.
    public var answeringPatterns: [Pattern] { patterns.filter(isAnswered) }

    /// The moments that belong to a business date: a night that began the day
    /// before still belongs to that one.
    public func businessDay(_ date: BusinessDate, zone: ZoneRules) -> Range<Instant> {
        let start = firstMoment(of: date, zone: zone)
        return start..<max(start, firstMoment(of: date + 1, zone: zone))
    }

    private func firstMoment(of date: BusinessDate, zone: ZoneRules) -> Instant {
        let midnight = zone.instant(date, secondsOfDay: 0)
        let before = answeringPatterns.map { $0.hours(on: date - 1, zone: zone).upperBound }.max() ?? midnight
        let own = answeringPatterns.map { $0.hours(on: date, zone: zone) }.filter { !$0.isEmpty }
        let left = max(midnight, before)
        return own.map(\.lowerBound).min().map { min(left, $0) } ?? left
    }

    /// When some line of the hotline is open within a stretch of time, in order and without overlap.
    public func openHours(within stretch: Range<Instant>, zone: (Line) -> ZoneRules) -> [Range<Instant>] {
        var open: [Range<Instant>] = []
        for line in lines {
            let rules = zone(line)
            let dates = (rules.date(at: stretch.lowerBound) - 1).days...rules.date(at: stretch.upperBound).days
            open += dates.map { line.hours.hours(on: BusinessDate(days: $0), zone: rules).clamped(to: stretch) }
        }
        return open.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }.joinedWhereTheyMeet
    }
}

extension [Range<Instant>] {
    /// In order of their beginnings: those that meet or overlap become one.
    fileprivate var joinedWhereTheyMeet: [Range<Instant>] {
        reduce(into: []) { joined, next in
            if let last = joined.last, next.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<Swift.max(last.upperBound, next.upperBound)
            } else {
                joined.append(next)
            }
        }
    }
}
