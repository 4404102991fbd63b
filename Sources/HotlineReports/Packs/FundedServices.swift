import HotlineDomain

/// "358 assisted, 161 of them on these funds": read off the published table by fund.
public struct FundedServices: Hashable, Sendable {
    public let period: Period
    public let total: Int
    /// Nil: this fund's services stand in one line with those of others.
    public let funded: Int?

    /// Nil where no table is published.
    init?(_ figures: FamilyFigures, _ donor: String) {
        guard let window = figures.toDate, let table = window.publication.table else { return nil }
        period = window.period
        total = table.total
        funded = figures.family.number(of: DonorIndicator.Filter(.donor, donor), in: table, sosOnly: false)
    }

    public var share: Share? { funded.map { Share($0, of: total) } }
}
