import HotlineDomain

/// One family of a pack: the windows that end in its period as they are
/// published, and what the project year has come to by them so far.
public struct FamilyFigures: Hashable, Sendable {
    public struct Window: Hashable, Sendable {
        public let period: Period
        public let publication: Publication
    }

    public let family: Family
    /// Those that end in the period of the pack.
    public let windows: [Window]
    /// Every window that ends in the project year so far, and those of the period: what
    /// derived figures may be made from. In their order.
    let known: [Window]
    /// Made of the windows of the project year; nil before the first of them has ended.
    public let toDate: Window?

    init(_ family: Family, _ input: PackInput) throws(Refusal) {
        self.family = family
        let start = input.projectYearStartMonth
        let ending = family.window.windows(endingIn: input.period, startMonth: start)
        let year = family.window.windows(endingIn: input.yearToDate, startMonth: start)
        var known: [Window] = []
        for period in (year + ending).sorted(by: { $0.first < $1.first }) where known.last?.period != period {
            known.append(Window(period: period, publication: try FamilyFigures.publish(family, period, input)))
        }
        self.known = known
        windows = known.filter { ending.contains($0.period) }
        let parts = known.filter { year.contains($0.period) }
        toDate = parts.first.flatMap { first in
            FamilyFigures.stretch(first.period, parts[parts.count - 1].period).map {
                Window(period: $0, publication: FamilyFigures.sum(parts.map(\.publication), family))
            }
        }
    }

    /// What this family says of a period, from what was published and nothing
    /// else; nil where its windows do not make up the period.
    func publication(over period: Period) -> Publication? {
        let parts = known.filter { period.first <= $0.period.first && $0.period.last <= period.last }
        guard let first = parts.first, let last = parts.last, first.period.first == period.first,
            last.period.last == period.last
        else { return nil }
        return FamilyFigures.sum(parts.map(\.publication), family)
    }

    /// What it says of the whole period where that is made of several windows, else of the last one in it.
    func told(over period: Period) -> Window? {
        guard windows.count > 1, let whole = publication(over: period), whole.table != nil else {
            return windows.last
        }
        return Window(period: period, publication: whole)
    }

    /// What is written into the ledger once the pack is given to somebody.
    func releases(to recipient: String) -> [Release] {
        known.map {
            Release(
                recipient: recipient, window: $0.period.name, family: family.name.rawValue,
                grouping: $0.publication.table?.grouping ?? [])
        }
    }

    private static func sum(_ parts: [Publication], _ family: Family) -> Publication {
        if parts.count == 1 { return parts[0] }
        let counted = parts.filter { $0 != .nothing(.empty) }
        if !counted.isEmpty, counted.allSatisfy({ $0 == .nothing(.notCollected) }) { return .nothing(.notCollected) }
        return DerivedSum.of(parts, by: family.tree)
    }

    private static func stretch(_ first: Period, _ last: Period) -> Period? {
        if first == last { return first }
        return Period("\(Period(month: first.first).name)/\(Period(month: last.last).name)")
    }

    private static func publish(_ family: Family, _ window: Period, _ input: PackInput) throws(Refusal) -> Publication
    {
        let months = input.months.filter { window.contains($0.period.first) }
        let (measure, attributes) = family.name.source
        var totals: [String: Int] = [:]
        var sos: [String: Int] = [:]
        for month in months {
            try check(family, month, measure, attributes)
            totals.merge(month.counts(measure, by: attributes), uniquingKeysWith: +)
            if family.name.isOfCalls { sos.merge(month.counts(.sos, by: attributes), uniquingKeysWith: +) }
        }
        if let known = months.last?.outcomes(of: family, window) { totals = known }
        let recorded = totals.filter { $0.key != CountKey.notRecorded && $0.value > 0 }
        if recorded.isEmpty, totals[CountKey.notRecorded, default: 0] > 0 { return .nothing(.notCollected) }
        let tree = input.givenTrees[GivenTable(family.name, window)] ?? family.tree
        guard family.name.isOfCalls else { return .plain(totals, by: tree, threshold: input.thresholds.people) }
        let counts = totals.map { code, total in
            (code, SplitCount(sos: sos[code] ?? 0, others: total - (sos[code] ?? 0)))
        }
        return .calls(
            Dictionary(uniqueKeysWithValues: counts), by: tree, threshold: input.thresholds.calls)
    }

    /// A table whose lines are not all there is would let the difference be computed.
    private static func check(
        _ family: Family, _ month: ClosedMonth, _ measure: MonthMeasure, _ attributes: [String]
    ) throws(Refusal) {
        let whole = measure == .escalations ? nil : month.count(measure)
        let sum = month.counts(measure, by: attributes).values.reduce(0, +)
        let sos = month.counts(.sos, by: attributes).values.reduce(0, +)
        guard sum == whole ?? sum, !family.name.isOfCalls || sos == month.count(.sos) else {
            throw Refusal(
                PackRule.countsDisagree,
                [
                    "attribute": family.name.rawValue, "period": month.period.name, "sum": String(sum),
                    "of": String(whole ?? sum),
                ])
        }
    }
}

extension ClosedMonth {
    /// An outcome often comes after its month was closed: a project year is told as its last month
    /// knows it. Nil for every other table, and where the year began with another month then.
    fileprivate func outcomes(of family: Family, _ window: Period) -> [String: Int]? {
        let first = figures(.cohort).compactMap { $0["month"] }.min()
        guard family.name == .escalationOutcome, family.window == .projectYear, period.last == window.last,
            first == Period(month: window.first).name
        else { return nil }
        let known = counts(.outcomesToDate, by: Dimension.outcome.rawValue)
        return known.isEmpty ? nil : known
    }
}
