import HotlineDomain

/// For how many calls an attribute was recorded: read off the published line of
/// those for which it was not. Counting it anew would tell what that line hides.
public struct Completeness: Hashable, Sendable {
    public let family: FamilyName
    public let period: Period
    /// Nil: withheld.
    public let recorded: Share?

    /// Nil where the attribute is always there, and where nothing is published yet.
    init?(_ figures: FamilyFigures) {
        guard figures.family.name.isOfCalls, figures.family.tree.codes.contains(CountKey.notRecorded),
            let window = figures.toDate
        else { return nil }
        family = figures.family.name
        period = window.period
        guard let table = window.publication.table else {
            if [.nothing(.notCollected), .nothing(.empty)].contains(window.publication) { return nil }
            recorded = nil
            return
        }
        recorded = table.number(of: CountKey.notRecorded, sosOnly: false).map {
            Share(table.total - $0, of: table.total)
        }
    }
}
