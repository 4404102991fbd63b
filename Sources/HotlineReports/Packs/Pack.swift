import HotlineDomain

/// What a donor is told about a period: values, of which every file of the pack
/// is a rendering. Every figure in it is headline, of a published table, or
/// made from those two (DISCLOSURE.md).
public struct Pack: Hashable, Sendable {
    public let hotlineCode: String
    public let hotlineName: String
    public let donor: Donor
    public let names: PackNames
    public let period: Period
    /// The project year the period ends in, as far as it has come.
    public let yearToDate: Period
    public let isDraft: Bool
    public let thresholds: Thresholds
    public let queueTargets: QueueTargets
    /// The day the hotline began.
    public let since: BusinessDate
    /// Of the months of the period.
    public let headlines: [MonthHeadline]
    /// The period by event and as a cohort, then the project year likewise.
    public let funnels: [PackFunnel]
    public let families: [FamilyFigures]
    public let indicators: [IndicatorFigures]
    public let service: ServiceFigures
    /// Of the period, then of the project year.
    public let balances: [CaseBalance]
    public let completeness: [Completeness]
    /// Services received in the project year that this donor paid for; nil where no table is published.
    public let funded: FundedServices?
    public let returns: ReturnFigures?
    public let notes: [PackNote]
    /// The tidy table: what `data.csv` holds.
    public let rows: [PackRow]
    /// What goes into the ledger when it is given to the donor; none of a draft.
    public let releases: [Release]
    /// Code lists of every family the hotline publishes, by column: the same in all its packs.
    public let domains: [PackDomain]

    public init(_ input: PackInput) throws(Refusal) {
        try input.check()
        let year = input.yearToDate
        let (inPeriod, inYear) = (input.months(of: input.period), input.months(of: year))
        var all: [MonthHeadline] = []
        for month in input.months { all.append(try MonthHeadline(month)) }
        var families: [FamilyFigures] = []
        for family in input.shownFamilies { families.append(try FamilyFigures(family, input)) }
        hotlineCode = input.hotlineCode
        hotlineName = input.hotlineName
        donor = input.donor
        names = input.names
        period = input.period
        yearToDate = year
        isDraft = input.isDraft
        thresholds = input.thresholds
        queueTargets = input.queue
        since = input.since
        headlines = all.filter { input.period.contains($0.month.first) }
        let yearEvents = PackFunnel(eventsOf: inYear, year)
        funnels = [(input.period, inPeriod), (year, inYear)].flatMap { period, months in
            [PackFunnel(eventsOf: months, period)]
                + (input.months.last.map { [PackFunnel(cohortOf: period, knownIn: $0)] } ?? [])
        }
        self.families = families
        indicators = input.donor.indicators.map { IndicatorFigures($0, input, all, families) }
        service = ServiceFigures(
            inPeriod, input.period, targets: input.queue, thresholds: input.thresholds)
        // All months in one go first: a chain that breaks between two of them is nowhere reconciled.
        _ = try CaseBalance(input.months, year)
        balances = [try CaseBalance(inPeriod, input.period), try CaseBalance(inYear, year)]
        completeness = families.compactMap { Completeness($0) }
        funded = families.first { $0.family.name.attributes.contains(.donor) }
            .flatMap { FundedServices($0, input.donor.code) }
        returns = ReturnFigures(inPeriod)
        notes = PackNote.all(input, families, service, returns)
        rows = Pack.tidyRows(headlines: headlines, inPeriod: inPeriod, year: yearEvents, families: families)
        releases = input.isDraft ? [] : families.flatMap { $0.releases(to: input.donor.code) }
        domains = PackDomain.all(input.families)
        try ReleaseLedger(input.released).check(families.flatMap { $0.releases(to: input.donor.code) })
    }

    /// One of the four; every pack has them all.
    public func funnel(_ basis: PackFunnel.Basis, yearToDate: Bool = false) -> Funnel {
        let wanted = yearToDate ? self.yearToDate : period
        return funnels.first { $0.basis == basis && $0.period == wanted }?.funnel
            ?? Funnel(calls: 0, sos: 0, casesOpened: 0, referred: 0)
    }
}
