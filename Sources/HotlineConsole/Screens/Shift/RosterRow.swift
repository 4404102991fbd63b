import HotlineDomain

/// A pattern on one day with everybody planned for it; without a pattern, the
/// shifts of the day that nobody planned.
struct RosterSlot: Hashable, Sendable {
    let date: BusinessDate
    let pattern: Pattern?
    let hours: Range<Instant>
    let shifts: [Shift]
    /// The roster plans somebody for this day.
    let isRostered: Bool

    /// Nobody was meant to come, whatever was cancelled.
    var isEmpty: Bool { shifts.allSatisfy { $0.status == .cancelled } }
    /// How many people it needs.
    var planned: Int { pattern?.staff ?? 0 }
    /// How many are meant to come, are there, or were there.
    var staffed: Int { shifts.count { $0.status != .absent && $0.status != .cancelled } }
    var on: Int { shifts.count { $0.status.isOn } }
    var missing: Int { max(0, planned - staffed) }
    var unconfirmed: Int { shifts.count { $0.status == .planned } }
    func uncovered(at now: Instant) -> Int { shifts.count { $0.isUncovered(at: now) } }
}

/// A line of the roster as it is listed.
enum RosterRow: Hashable, Sendable, Identifiable {
    case day(BusinessDate)
    case slot(RosterSlot)
    case shift(Shift)

    /// What stays the same when the shifts are read anew.
    enum Place: Hashable, Sendable {
        case day(BusinessDate)
        case slot(BusinessDate, pattern: String?)
        case shift(ShiftID)
    }

    var id: Place {
        switch self {
        case .day(let date): .day(date)
        case .slot(let slot): .slot(slot.date, pattern: slot.pattern?.code)
        case .shift(let shift): .shift(shift.id)
        }
    }
}

extension RosterRow {
    /// Day by day, pattern by pattern, with whoever is planned; what was cancelled stands last.
    static func rows(
        _ dates: ClosedRange<BusinessDate>, _ shifts: [Shift], _ hotline: Hotline, _ zone: ZoneRules
    ) -> [RosterRow] {
        (0...(dates.upperBound - dates.lowerBound)).flatMap { offset -> [RosterRow] in
            let date = dates.lowerBound + offset
            let all = shifts.filter { $0.businessDate == date }
            let ofDay = all.filter { $0.status != .cancelled } + all.filter { $0.status == .cancelled }
            let known = hotline.patterns.map { pattern in
                RosterSlot(
                    date: date, pattern: pattern, hours: pattern.hours(on: date, zone: zone),
                    shifts: ofDay.filter { $0.pattern == pattern.code },
                    isRostered: hotline.roster.contains { $0.pattern == pattern.code && $0.applies(on: date) })
            }
            let others = ofDay.filter { shift in !known.contains { $0.pattern?.code == shift.pattern } }
            return [.day(date)]
                + (known + unplanned(others, date)).flatMap { slot in
                    [.slot(slot)] + slot.shifts.map { .shift($0) }
                }
        }
    }

    private static func unplanned(_ shifts: [Shift], _ date: BusinessDate) -> [RosterSlot] {
        guard let first = shifts.map(\.plannedStart).min(), let last = shifts.map(\.plannedEnd).max() else {
            return []
        }
        return [RosterSlot(date: date, pattern: nil, hours: first..<last, shifts: shifts, isRostered: false)]
    }
}
