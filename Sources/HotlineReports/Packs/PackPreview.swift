import HotlineDomain

/// A pack before it is given: what its donor will see, what is withheld and
/// why, what is new in it, and what is due when.
public struct PackPreview: Sendable {
    public let pack: Pack
    /// Months that are still open; the figures are those of now.
    public let openMonths: [Period]
    /// The very same, given before.
    public let earlier: PackRelease?
    /// Of what this donor has, the latest period that ended before this one ends.
    public let last: PackRelease?
    /// The period before, as far as its months are closed; nil where one is not.
    public let before: Before?
    /// Tables nobody has so far.
    public let newTables: [Release]
    /// Of this donor, the first due first.
    public let due: [PackDue]

    public struct Before: Hashable, Sendable {
        public let period: Period
        public let funnel: Funnel
    }

    /// `count`: an open month, counted as of now.
    public init(_ order: PackOrder, on today: BusinessDate, counting count: (Period) throws -> ClosedMonth) throws {
        let shelf = order.shelf
        openMonths = order.openMonths
        let made = try openMonths.isEmpty ? order.pack() : order.draft(counting: count)
        pack = made.pack
        earlier = order.earlier
        last = shelf.ledger.filter { $0.donor == order.terms.donor.code && $0.period.last < order.period.last }
            .max { ($0.period.last, $0.period.first) < ($1.period.last, $1.period.first) }
        before = try PackPreview.before(order.period, made.months, shelf)
        let given = ReleaseLedger(shelf.ledger.flatMap(\.contents.tables))
        newTables = pack.families.flatMap { $0.releases(to: order.terms.donor.code) }.filter {
            !$0.grouping.isEmpty && !given.holds($0)
        }
        due = shelf.due(on: today).filter { $0.donor == order.terms.donor.code }
    }

    private static func before(_ period: Period, _ made: [ClosedMonth], _ shelf: PackShelf) throws -> Before? {
        guard let previous = period.previous else { return nil }
        var months = made.filter { previous.contains($0.period.first) }
        let there = Set(months.map(\.period.first))
        for closing in shelf.closings where previous.contains(closing.month) && !there.contains(closing.month) {
            months.append(try ClosedMonth(canonicalText: closing.figures))
        }
        guard months.count == previous.months.count else { return nil }
        return Before(period: previous, funnel: PackFunnel(eventsOf: months, previous).funnel)
    }
}
