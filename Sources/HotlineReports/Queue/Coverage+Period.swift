import HotlineDomain

extension Coverage {
    /// Of a hotline's business dates, up to now: what the roster wants against who signed on.
    init(
        of hotline: Hotline, in period: Period, _ shifts: [Shift], zones: (Line) throws -> ZoneRules, at now: Instant
    ) throws {
        guard let first = hotline.lines.first else {
            self.init(open: [], stretches: [], plan: [])
            return
        }
        let clock = try zones(first)
        let rules = try Dictionary(
            hotline.lines.map { ($0.code, try zones($0)) }, uniquingKeysWith: { first, _ in first })
        // No line was open before the first of them began.
        let since = hotline.lines.map(\.since).min() ?? period.first
        let begin = hotline.businessDay(max(period.first, since), zone: clock).lowerBound
        let hours = begin..<max(begin, min(now, hotline.businessDay(period.last, zone: clock).upperBound))
        let answering = shifts.filter { hotline.operatorNamed($0.operatorCode)?.has(.operator) ?? false }
        self.init(
            open: hotline.openHours(within: hours) { rules[$0.code] ?? clock },
            stretches: answering.compactMap { DutyStretch($0, at: now) },
            plan: hotline.staffPlan(within: hours, zone: clock))
    }

    /// Minutes in which a line was open and nobody was there.
    public var unstaffed: Share { Share(staffed.of - staffed.n, of: staffed.of) }
}
