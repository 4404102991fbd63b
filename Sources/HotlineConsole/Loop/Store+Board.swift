import HotlineDomain
import HotlineReports
import HotlineStore

/// What the board asks for. A day is read by its index, then only what changed;
/// what was before costs the hours looked at, never the history.
extension Store {
    public func boardNews(_ date: BusinessDate, after known: Heads?, at now: Instant) throws -> BoardNews {
        let hotline = try hotline()
        var visits: [Visit] = []
        var states: [OperatorState] = []
        let heads: Heads
        if let known {
            let changes = try queueChanges(after: known)
            (visits, states, heads) = (changes.visits, changes.states, changes.heads)
        } else {
            // First where the chains end: what is told while the day is read is read again.
            heads = try self.heads()
            try eachVisit(of: Period(day: date)) { visits.append($0) }
            states = try operatorStates(in: hotline.businessDay(date, zone: try zone(hotline.zone)))
        }
        let links = try linksNow(at: now)
        return BoardNews(
            date: date, after: known, heads: heads, visits: visits, states: states,
            operators: try operatorsNow(at: now), links: links, shifts: try shifts((date - 1)...(date + 1)),
            callBacks: try callBackTasks(since: date),
            logged: try links.isEmpty ? logged(Period(day: date)) : [:])
    }

    public func boardPast(_ date: BusinessDate, _ targets: QueueTargets, at now: Instant) throws -> BoardPast {
        let hotline = try hotline()
        let rules = try zone(hotline.zone)
        var visits: [QueueVisit] = []
        try eachVisit(of: Period(day: date - 7)) { visits.append(QueueVisit($0)) }
        return BoardPast(
            date: date, weekBefore: QueuePast(date - 7, visits, targets: targets, hoursBy: rules),
            outlook: try outlook(rules, targets, at: now))
    }

    /// What operators logged, from the count tables; how long it took, from the calls of the period.
    public func logged(_ period: Period) throws -> [String: LoggedCalls] {
        let (calls, sos) = (try counts(.calls, by: .line, period), try counts(.sos, by: .line, period))
        let lengths = try loggedCalls(period)
        return calls.reduce(into: [:]) { logged, line in
            let length = lengths[line.key]
            logged[line.key] = LoggedCalls(
                calls: line.value, sos: sos[line.key] ?? 0, timed: length?.timed ?? 0,
                milliseconds: length?.milliseconds ?? 0)
        }
    }

    /// The hours ahead, and what the same hours of the weeks before brought.
    private func outlook(_ rules: ZoneRules, _ targets: QueueTargets, at now: Instant) throws -> StaffingOutlook {
        let start = StaffingOutlook.start(now, rules)
        let known = try firstVisit()
        let stretches = (1...StaffingOutlook.weeks).map { week in
            let from = QueuePast.moment(start, daysBefore: 7 * week, rules)
            return from..<(from + .hours(Int64(StaffingOutlook.hoursAhead)))
        }
        let found = try arrivals(in: stretches, shortAbandon: targets.shortAbandon)
        let samples = (0..<StaffingOutlook.hoursAhead).map { hour in
            zip(stretches, found).compactMap { stretch, hours -> HourSample? in
                guard let known, stretch.lowerBound + .hours(Int64(hour)) >= known else { return nil }
                let brought = hours[hour]
                return HourSample(
                    arrivals: brought?.arrivals ?? 0, handled: brought?.handled ?? 0,
                    handledMilliseconds: brought?.handledMilliseconds ?? 0)
            }
        }
        return StaffingOutlook(start: start, samples: samples, target: targets.answer)
    }
}
