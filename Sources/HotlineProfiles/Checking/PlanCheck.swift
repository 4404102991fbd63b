import HotlineDomain

/// Lays the roster out on the clock and looks for hours without people, too few
/// people, and people in two places.
struct PlanCheck {
    let draft: ProfileDraft
    /// One of each code; a second one is a problem of its own.
    let patterns: [Pattern]
    /// The clock patterns are read off.
    let zone: ZoneRules
    /// From the first date of the roster to its last; where an entry is open-ended,
    /// 400 days from when nothing new begins: every weekday and both nights on which clocks change.
    let dates: ClosedRange<BusinessDate>
    /// The last date looked at, where the roster goes on after it.
    let horizon: BusinessDate?
    let turns: [Turn]

    /// A pattern on a date, with those the roster names for it.
    struct Turn {
        let pattern: Pattern
        let date: BusinessDate
        let hours: Range<Instant>
        /// In the order of the roster.
        let places: [Place]
        var people: Set<String> { Set(places.map(\.operator)) }
    }

    /// One operator in one entry.
    struct Place: Hashable {
        let `operator`: String
        let entry: Int
        let index: Int
    }

    /// Nil where there is nothing to lay out.
    init?(draft: ProfileDraft, asOf: BusinessDate?) {
        let dated = draft.roster.filter { !$0.hasBadDate }.map(\.value)
        guard let line = draft.lines.first?.value, let zone = try? ZoneRules.named(line.zone),
            let first = dated.map(\.first).min(), let lastStart = dated.map(\.first).max()
        else { return nil }
        let isOpenEnded = dated.contains { $0.last == nil }
        let lastEnd = dated.compactMap(\.last).max() ?? first
        let horizon = isOpenEnded ? max(lastEnd, max(lastStart, asOf ?? lastStart) + 400) : nil
        var codes: Set<String> = []
        let patterns = draft.patterns.map(\.value).filter { codes.insert($0.code).inserted }
        self.draft = draft
        self.patterns = patterns
        self.zone = zone
        self.horizon = horizon
        dates = first...max(first, horizon ?? lastEnd)
        turns = PlanCheck.turns(patterns, draft.roster, dates, zone)
    }

    var problems: [ProfileProblem] { gaps + staffing + overlaps }

    private static func turns(
        _ patterns: [Pattern], _ roster: [ProfileDraft.Located<RosterEntry>], _ dates: ClosedRange<BusinessDate>,
        _ zone: ZoneRules
    ) -> [Turn] {
        (dates.lowerBound.days...dates.upperBound.days).flatMap { days -> [Turn] in
            let date = BusinessDate(days: days)
            return patterns.map { pattern in
                let entries = roster.indices.filter {
                    roster[$0].value.pattern == pattern.code && applies(roster[$0], on: date)
                }
                let places = entries.flatMap { entry in
                    roster[entry].value.operators.enumerated().map {
                        Place(operator: $0.element, entry: entry, index: $0.offset)
                    }
                }
                return Turn(pattern: pattern, date: date, hours: pattern.hours(on: date, zone: zone), places: places)
            }
        }
    }

    /// An entry that ends before it starts, like one whose date is wrong, gets the benefit of the doubt.
    private static func applies(_ entry: ProfileDraft.Located<RosterEntry>, on date: BusinessDate) -> Bool {
        if let last = entry.value.last, last < entry.value.first { return true }
        return entry.value.applies(on: date)
    }

    /// One problem for each run of dates on which the same is the matter.
    func grouped<Matter: Hashable>(
        _ found: [(matter: Matter, date: BusinessDate)],
        _ problem: (Matter, Occurrence) -> ProfileProblem
    ) -> [ProfileProblem] {
        var order: [Matter] = []
        var dates: [Matter: [BusinessDate]] = [:]
        for (matter, date) in found {
            if dates[matter] == nil { order.append(matter) }
            if dates[matter]?.last != date { dates[matter, default: []].append(date) }
        }
        return order.flatMap { matter in
            Occurrence.grouping(dates[matter] ?? []).map { problem(matter, $0) }
        }
    }
}
