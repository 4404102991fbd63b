import HotlineDomain

/// What the packs of a hotline are made from, as the store has it now: the
/// set-up, the months that are closed, and what was given to whom.
public struct PackShelf: Sendable {
    public let hotline: Hotline
    /// In their order.
    public let closings: [MonthClosing]
    /// In the order they were first given.
    public let ledger: [PackRelease]
    /// The date of the first call; nil without one.
    public let firstCall: BusinessDate?

    public init(hotline: Hotline, closings: [MonthClosing], ledger: [PackRelease], firstCall: BusinessDate?) {
        self.hotline = hotline
        self.closings = closings
        self.ledger = ledger
        self.firstCall = firstCall
    }

    /// The first day a pack can tell of; nil while there was no call.
    public var since: BusinessDate? { closings.first?.month ?? firstCall?.firstOfMonth }

    public func release(of donor: String, _ period: Period) -> PackRelease? {
        ledger.first { $0.donor == donor && $0.period.name == period.name }
    }

    /// Refuses a donor nobody knows, and what is not whole months.
    public func order(_ donor: String, _ period: Period) throws(Refusal) -> PackOrder {
        guard period.months.first?.first == period.first, period.months.last?.last == period.last else {
            throw Refusal(PackRule.notMonths, ["period": period.name])
        }
        let earlier = release(of: donor, period)
        guard let terms = earlier?.contents.terms ?? current(donor, period) else {
            throw Refusal(DonorRule.unknown, ["donor": donor, "known": hotline.knownDonors])
        }
        return PackOrder(terms: terms, period: period, earlier: earlier, shelf: self)
    }

    private func current(_ donor: String, _ period: Period) -> PackTerms? {
        hotline.donor(donor).map { PackTerms(hotline, donor: $0, since: since ?? period.first) }
    }
}
