/// One operator's turn of a pattern on one business date, as the roster plans it.
public struct PlannedShift: Hashable, Sendable {
    /// Code of its pattern.
    public let pattern: String
    /// Code of its operator.
    public let `operator`: String
    /// The date it starts on.
    public let businessDate: BusinessDate
    public let start: Instant
    public let end: Instant

    public init(pattern: String, operator: String, businessDate: BusinessDate, start: Instant, end: Instant) {
        self.pattern = pattern
        self.operator = `operator`
        self.businessDate = businessDate
        self.start = start
        self.end = end
    }
}

extension Pattern {
    /// When the pattern runs that starts on this date. The hour that clocks skip
    /// or show twice is taken out or put in, so that neighbouring patterns meet.
    /// Empty where clocks skip all of it.
    public func hours(on date: BusinessDate, zone: ZoneRules) -> Range<Instant> {
        let start = zone.instant(date, from)
        return start..<max(start, zone.instant(crossesMidnight ? date + 1 : date, to))
    }
}

extension OpeningHours {
    /// When a line is open that opens on this date.
    public func hours(on date: BusinessDate, zone: ZoneRules) -> Range<Instant> {
        let start = zone.instant(date, from)
        return start..<max(start, zone.instant(to <= from ? date + 1 : date, to))
    }
}

extension Hotline {
    /// The name of the clock patterns and business dates are read off: that of the first line.
    public var zone: String { lines.first?.zone ?? ZoneRules.utc.name }

    /// What the roster plans for these business dates, in order of start, pattern
    /// and operator. An operator whom two entries name for the same pattern on the
    /// same date works it once; a pattern nobody knows plans nothing.
    public func plannedShifts(_ dates: ClosedRange<BusinessDate>, zone: ZoneRules) -> [PlannedShift] {
        var shifts: [PlannedShift] = []
        for days in dates.lowerBound.days...dates.upperBound.days {
            shifts += plannedShifts(on: BusinessDate(days: days), zone: zone)
        }
        return shifts.sorted { ($0.start, $0.pattern, $0.operator) < ($1.start, $1.pattern, $1.operator) }
    }

    private func plannedShifts(on date: BusinessDate, zone: ZoneRules) -> [PlannedShift] {
        patterns.flatMap { pattern -> [PlannedShift] in
            let hours = pattern.hours(on: date, zone: zone)
            guard !hours.isEmpty else { return [] }
            let planned = Set(
                roster.filter { $0.pattern == pattern.code && $0.applies(on: date) }.flatMap(\.operators))
            return planned.map {
                PlannedShift(
                    pattern: pattern.code, operator: $0, businessDate: date, start: hours.lowerBound,
                    end: hours.upperBound)
            }
        }
    }

    /// The date on which the answering pattern that runs at this moment started:
    /// a call at 02:10 belongs to yesterday's night. Where none runs, the date on
    /// the first line's clock.
    public func businessDate(of instant: Instant, zone: ZoneRules) -> BusinessDate {
        answeringPattern(at: instant, zone: zone)?.businessDate ?? zone.date(at: instant)
    }

    /// The pattern somebody answers calls in at this moment, with the date it
    /// started on; where two run, the one that started last. The duty hours of
    /// specialists and supervisors are no pattern a call falls into.
    public func answeringPattern(
        at instant: Instant, zone: ZoneRules
    ) -> (pattern: Pattern, businessDate: BusinessDate)? {
        patterns(at: instant, zone: zone).filter { isAnswered($0.pattern) }.max {
            $0.pattern.hours(on: $0.businessDate, zone: zone).lowerBound
                < $1.pattern.hours(on: $1.businessDate, zone: zone).lowerBound
        }
    }

    /// Operators work it. A pattern nobody is rostered for yet counts as one.
    func isAnswered(_ pattern: Pattern) -> Bool {
        let rostered = roster.filter { $0.pattern == pattern.code }.flatMap(\.operators)
        return rostered.isEmpty || rostered.contains { operatorNamed($0)?.has(.operator) ?? false }
    }

    /// The patterns that run at this moment, each with the date it started on, in the order of the profile.
    public func patterns(at instant: Instant, zone: ZoneRules) -> [(pattern: Pattern, businessDate: BusinessDate)] {
        let today = zone.date(at: instant)
        return patterns.flatMap { pattern in
            [today - 1, today].filter { pattern.hours(on: $0, zone: zone).contains(instant) }
                .map { (pattern, $0) }
        }
    }
}
