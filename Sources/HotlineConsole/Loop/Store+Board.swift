import HotlineDomain
import HotlineReports
import HotlineStore

/// What the board asks for.
extension Store {
    func boardNews(_ date: BusinessDate, after known: Int64?, at now: Instant) throws -> BoardNews {
        var visits: [Visit] = []
        var position = try known ?? lastPosition()
        if let known {
            (visits, position) = try visitsChanged(after: known)
        } else {
            try eachVisit(of: Period(day: date)) { visits.append($0) }
        }
        return BoardNews(
            date: date, after: known, position: position, visits: visits, operators: try operatorsNow(at: now),
            links: try linksNow(at: now), stretches: try dutyStretches(of: date, until: now),
            weekBefore: try counts(of: date - 7, until: now - .days(7)))
    }

    /// Those offered by the same time of day: a morning is not held against a whole day.
    private func counts(of date: BusinessDate, until end: Instant) throws -> QueueCounts {
        var counts = QueueCounts(targets: QueueTargets(try hotline().settings))
        try eachVisit(of: Period(day: date)) { visit in
            if visit.facts.offered.at < end { counts.add(QueueVisit(visit)) }
        }
        return counts
    }

    private func dutyStretches(of date: BusinessDate, until now: Instant) throws -> [DutyStretch] {
        let start = try zone(try hotline().zone).instant(date, secondsOfDay: 0)
        guard start < now else { return [] }
        return try operatorStates(in: start..<now).map {
            DutyStretch(
                operator: $0.operatorCode, state: $0.state, from: max(start, $0.beganAt), to: $0.endedAt ?? now)
        }
    }
}
