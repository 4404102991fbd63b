import HotlineDomain

/// One column of the hourly picture: what came, what came a week before, how
/// many were there or will be, and how many it takes.
public struct BoardHour: Hashable, Sendable, Identifiable {
    public enum Time: Sendable { case over, now, ahead }

    public let hours: Range<Instant>
    /// Of the hotline's clock, 0 ... 23.
    public let hour: Int
    public let time: Time
    public let isOpen: Bool
    /// In the line that is looked at; nil for what is to come, and where no switch tells.
    public let offered: Int?
    public let givenUp: Int
    /// In that hour of the same weekday a week before, in the same line; nil until it is read.
    public let weekBefore: Int?
    public let planned: Int
    /// The fewest at once: of those who were there, or of those rostered.
    public let staff: Int
    public let advice: StaffingAdvice?

    public var id: Int64 { hours.lowerBound.milliseconds }
    /// By the plan or by the calls, whichever wants more.
    public var wanted: Int { max(planned, advice?.operators ?? 0) }
    public var isBelowPlan: Bool { isOpen && staff < planned }
    public var isBelowAdvice: Bool { isOpen && (advice.map { staff < $0.operators } ?? false) }
    /// Somebody can still do something about it.
    public var isUnderstaffed: Bool { time != .over && (isBelowPlan || isBelowAdvice) }
}

extension [BoardHour] {
    /// Hours that follow each other with as many there and as many wanted, as one stretch.
    public var runs: [(hours: Range<Instant>, staff: Int, wanted: Int)] {
        reduce(into: []) { runs, next in
            if let last = runs.last, last.hours.upperBound == next.hours.lowerBound, last.staff == next.staff,
                last.wanted == next.wanted
            {
                runs[runs.count - 1].hours = last.hours.lowerBound..<next.hours.upperBound
            } else {
                runs.append((next.hours, next.staff, next.wanted))
            }
        }
    }
}

extension QueueBoard {
    public static let hoursShown = 24
    /// Of those shown, at most so many are over.
    private static let hoursBack = 13

    /// The hours of the day with some of the next: what was and what is to come at one look.
    public func picture(
        of line: String?, _ hotline: Hotline, isFed: Bool, at now: Instant, zones: (Line) -> ZoneRules
    ) -> [BoardHour] {
        let current = StaffingOutlook.start(now, zone)
        let first = max(StaffingOutlook.start(hours.lowerBound, zone), current - .hours(Int64(QueueBoard.hoursBack)))
        return columns(from: first, QueueBoard.hoursShown, line, hotline, isFed: isFed, at: now, zones)
    }

    /// Hours from now on with fewer than planned, or than their calls need: also those the picture does not show.
    public func understaffed(_ hotline: Hotline, at now: Instant, zones: (Line) -> ZoneRules) -> [BoardHour] {
        columns(
            from: StaffingOutlook.start(now, zone), StaffingOutlook.hoursAhead, nil, hotline, isFed: false, at: now,
            zones
        ).filter(\.isUnderstaffed)
    }

    private func columns(
        from first: Instant, _ count: Int, _ line: String?, _ hotline: Hotline, isFed: Bool, at now: Instant,
        _ zones: (Line) -> ZoneRules
    ) -> [BoardHour] {
        let all = first..<(first + .hours(Int64(count)))
        let open = hotline.openHours(within: all, zone: zones)
        let plan = hotline.staffPlan(within: all, zone: zone)
        let hour = StaffingOutlook.start(now, zone) + .hours(1)
        let were = Turns(onDuty(hotline, at: now))
        let will = Turns(hotline, shifts, present: duty.present(at: now), until: hour, at: now)
        return (0..<count).map { place in
            let from = first + .hours(Int64(place))
            let span = from..<(from + .hours(1))
            let hour = zone.wallClock(at: from).hour
            let time: BoardHour.Time = span.contains(now) ? .now : span.upperBound <= now ? .over : .ahead
            // Of the hour that is now, what is left of it.
            let rest = max(from, min(now, span.upperBound))..<span.upperBound
            let counts = time != .ahead && isFed ? day.counts(ofHour: hour, line: line) : nil
            return BoardHour(
                hours: span, hour: hour, time: time, isOpen: open.contains { $0.overlaps(span) },
                offered: counts.map { $0.offered + $0.waiting }, givenUp: counts?.abandoned ?? 0,
                weekBefore: isFed && hours.contains(from) ? past?.offered(inHour: hour, line: line) : nil,
                planned: plan.most(in: time == .now ? rest : span),
                staff: time == .over ? were.fewest(in: span, open) : will.fewest(in: rest, open),
                advice: outlook?.advice(forHourFrom: from))
        }
    }
}
