import HotlineDomain

/// Everything a pack is made from. Nothing else: the same input is the same
/// pack, byte for byte, for ever.
public struct PackInput: Hashable, Sendable {
    public var hotlineCode: String
    public var hotlineName: String
    /// 1 ... 12.
    public var projectYearStartMonth: Int
    /// As it was at the first release of this pack.
    public var donor: Donor
    public var period: Period
    /// Closed months in their order, all of `PackInput.months(for:startMonth:)` from `since` on.
    public var months: [ClosedMonth]
    /// The day the hotline began: no month before it is missed.
    public var since: BusinessDate
    public var thresholds: Thresholds
    /// What the hotline publishes by, to whomever.
    public var families: [Family]
    public var names: PackNames
    /// Every table that was given to anybody.
    public var released: [Release]
    /// The codes of tables that were given before, as they were then: a line of the hotline or a
    /// fund that came since makes no other table of them.
    public var givenTrees: [GivenTable: CodeTree]
    public var queue: QueueTargets
    /// Marked as such on every page, made also of months that are still open, and never released.
    public var isDraft: Bool

    public init(
        hotlineCode: String, hotlineName: String, projectYearStartMonth: Int, donor: Donor, period: Period,
        months: [ClosedMonth], since: BusinessDate, thresholds: Thresholds = Thresholds(), families: [Family],
        names: PackNames = PackNames(), released: [Release] = [], givenTrees: [GivenTable: CodeTree] = [:],
        queue: QueueTargets = QueueTargets(), isDraft: Bool = false
    ) {
        self.hotlineCode = hotlineCode
        self.hotlineName = hotlineName
        self.projectYearStartMonth = projectYearStartMonth
        self.donor = donor
        self.period = period
        self.months = months
        self.since = since
        self.thresholds = thresholds
        self.families = families
        self.names = names
        self.released = released
        self.givenTrees = givenTrees
        self.queue = queue
        self.isDraft = isDraft
    }

    /// From the terms a pack was first given by, or would be given by now.
    public init(
        _ terms: PackTerms, _ period: Period, months: [ClosedMonth], released: [Release] = [],
        givenTrees: [GivenTable: CodeTree] = [:], isDraft: Bool = false
    ) {
        self.init(
            hotlineCode: terms.hotlineCode, hotlineName: terms.hotlineName,
            projectYearStartMonth: terms.projectYearStartMonth, donor: terms.donor, period: period, months: months,
            since: terms.since, thresholds: terms.thresholds, families: terms.families,
            names: terms.names, released: released,
            givenTrees: givenTrees,
            queue: QueueTargets(
                answer: .seconds(Int64(terms.answerTargetSeconds)),
                shortAbandon: .seconds(Int64(terms.shortAbandonSeconds))),
            isDraft: isDraft)
    }

    /// The months that have to be closed: those of the period, those before them
    /// in the project year the period ends in, and those of windows that end within either.
    public static func months(for period: Period, startMonth: Int) -> [Period] {
        let year = Period.projectYear(of: period.last, startMonth: startMonth) ?? period
        let inside = (year.months + period.months).filter { $0.last <= period.last }
        let windows = WindowLength.allCases.flatMap { length in
            inside.compactMap { length.window(of: $0.last, startMonth: startMonth) }.filter { $0.last <= period.last }
        }
        guard var month = (inside + windows).min(by: { $0.first < $1.first }).map({ Period(month: $0.first) }) else {
            return []
        }
        var found = [month]
        while month.last < period.last {
            month = Period(month: month.last + 1)
            found.append(month)
        }
        return found
    }

    /// The project year the period ends in, as far as it has come.
    var yearToDate: Period {
        guard let year = Period.projectYear(of: period.last, startMonth: projectYearStartMonth),
            year.last != period.last
        else { return Period.projectYear(of: period.last, startMonth: projectYearStartMonth) ?? period }
        let last = Period(month: period.last)
        let first = Period(month: year.first)
        return first == last ? last : Period("\(first.name)/\(last.name)") ?? period
    }
}

/// A family's window that somebody has.
public struct GivenTable: Hashable, Sendable {
    public let family: String
    public let window: String

    public init(_ release: Release) {
        family = release.family
        window = release.window
    }

    init(_ family: FamilyName, _ window: Period) {
        self.family = family.rawValue
        self.window = window.name
    }
}
