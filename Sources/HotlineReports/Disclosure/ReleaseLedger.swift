import HotlineDomain

/// One table of one window that was given to somebody. The ledger is appended
/// to by the export itself and read for every donor alike: packs can be pooled.
public struct Release: Hashable, Sendable, Codable {
    public let recipient: String
    /// As it was written: `2009-Q3`.
    public let window: String
    public let family: String
    /// The table's lines by name, those with their SOS marked; empty where the window was withheld.
    public let grouping: [String]

    public init(recipient: String, window: String, family: String, grouping: [String]) {
        self.recipient = recipient
        self.window = window
        self.family = family
        self.grouping = grouping
    }
}

extension [Release] {
    /// What of these stands in the way of another: the same family, a window
    /// that overlaps, and not the very same table. Nil: nothing.
    public func conflict(with next: Release) -> Release? {
        guard let period = Period(next.window) else { return nil }
        return first { earlier in
            guard earlier.family == next.family, let other = Period(earlier.window) else { return false }
            let overlaps = other.first <= period.last && period.first <= other.last
            let same = earlier.window == next.window && earlier.grouping == next.grouping
            return overlaps && !same
        }
    }
}
