import HotlineDomain

/// Who answers calls when.
struct Turns {
    private typealias Turn = (code: String, hours: Range<Instant>)

    private let turns: [Turn]

    /// Of those on shift and those who will be; somebody who should be on and is not counts for nothing.
    ///
    /// - Parameter present: whom the switch has on duty now. They are there without having signed on, too: until their
    ///   shift ends, and without one for what is left of the hour.
    init(_ hotline: Hotline, _ shifts: [Shift], present: Set<String>, until end: Instant, at now: Instant) {
        let planned = shifts.compactMap { shift -> Turn? in
            guard hotline.operatorNamed(shift.operatorCode)?.has(.operator) ?? false else { return nil }
            if shift.status.isOn {
                let from = shift.signedOnAt ?? shift.plannedStart
                return (shift.operatorCode, from..<max(from, now + .seconds(1), shift.plannedEnd))
            }
            let isLate = shift.plannedStart < now && !present.contains(shift.operatorCode)
            guard shift.status.isAhead, !isLate else { return nil }
            return (shift.operatorCode, shift.plannedStart..<shift.plannedEnd)
        }
        turns = planned + present.map { ($0, now..<max(now + .seconds(1), end)) }
    }

    /// Of what operators did.
    init(_ stretches: [DutyStretch]) {
        turns = stretches.filter { $0.isStaffing && $0.from < $0.to }.map { ($0.operator, $0.from..<$0.to) }
    }

    /// The fewest at any moment of these hours at which the hotline is open.
    func fewest(in hours: Range<Instant>, _ open: [Range<Instant>]) -> Int {
        let turns = turns.filter { $0.hours.overlaps(hours) }
        let edges = turns.flatMap { [$0.hours.lowerBound, $0.hours.upperBound] } + open.map(\.lowerBound)
        let moments = ([hours.lowerBound] + edges.filter(hours.contains)).filter { moment in
            open.contains { $0.contains(moment) }
        }
        let counts = moments.map { moment in
            Set(turns.filter { $0.hours.contains(moment) }.map(\.code)).count
        }
        return counts.min() ?? 0
    }
}

extension [Coverage.Plan] {
    /// The most that are wanted at once within these hours.
    func most(in hours: Range<Instant>) -> Int {
        ([hours.lowerBound] + map(\.from).filter(hours.contains)).map { moment in
            filter { $0.from <= moment && moment < $0.to }.reduce(0) { $0 + $1.operators }
        }.max() ?? 0
    }
}

extension Hotline {
    /// How many its patterns want, stretch by stretch.
    public func staffPlan(within stretch: Range<Instant>, zone: ZoneRules) -> [Coverage.Plan] {
        let dates = (zone.date(at: stretch.lowerBound) - 1).days...zone.date(at: stretch.upperBound).days
        return dates.flatMap { days in
            answeringPatterns.compactMap { pattern in
                let hours = pattern.hours(on: BusinessDate(days: days), zone: zone).clamped(to: stretch)
                return hours.isEmpty
                    ? nil : Coverage.Plan(from: hours.lowerBound, to: hours.upperBound, operators: pattern.staff)
            }
        }
    }
}
