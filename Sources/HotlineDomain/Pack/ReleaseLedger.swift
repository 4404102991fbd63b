/// Every table that was given to anybody, whoever it was: packs can be pooled,
/// and what two tables of overlapping windows show can be subtracted.
public struct ReleaseLedger: Sendable {
    /// What was given of one family, each window and its lines once.
    private struct Shelf {
        var given: [(release: Release, window: Period)] = []
        var known: Set<[String]> = []
    }

    private var shelves: [String: Shelf] = [:]

    public init(_ releases: [Release] = []) {
        for release in releases { add(release) }
    }

    public mutating func add(_ release: Release) {
        guard let window = Period(release.window) else { return }
        let isNew = shelves[release.family, default: Shelf()].known.insert([release.window] + release.grouping)
            .inserted
        if isNew { shelves[release.family]?.given.append((release, window)) }
    }

    /// Whether this very table was given already.
    public func holds(_ release: Release) -> Bool {
        shelves[release.family]?.known.contains([release.window] + release.grouping) ?? false
    }

    /// What stands in the way of another table: the same family, a window that
    /// overlaps, and not the very same table; a family that nearly says the same; or
    /// one that adds up to the same whole, by windows of another length.
    public func conflict(with next: Release) -> Release? {
        guard let window = Period(next.window) else { return nil }
        func overlaps(_ other: Period) -> Bool { other.first <= window.last && window.first <= other.last }
        let own = shelves[next.family]?.given.first { given, other in
            overlaps(other) && (given.window != next.window || given.grouping != next.grouping)
        }
        if let own { return own.release }
        func given(_ families: [FamilyName]) -> [(release: Release, window: Period)] {
            families.flatMap { shelves[$0.rawValue]?.given ?? [] }.filter { overlaps($0.window) }
        }
        guard let family = FamilyName(rawValue: next.family) else { return nil }
        if let linked = given(family.linked).first { return linked.release }
        return given(family.sharingWhole).first { $0.release.window != next.window }?.release
    }

    /// Refuses the tables of a pack when one of them must not be given to anybody any more.
    public func check(_ tables: [Release]) throws(Refusal) {
        for table in tables {
            guard let conflict = conflict(with: table) else { continue }
            throw Refusal(
                PackRule.releasedOtherwise,
                [
                    "family": table.family, "window": table.window, "donor": conflict.recipient,
                    "released": conflict.window,
                ])
        }
    }
}
