import HotlineDomain

/// A table by one attribute for one window as it is published: nothing in it
/// lets a reader compute a count that is not shown.
public struct FamilyTable: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public let key: RowKey
        public let total: Int
        /// Nil: withheld, or a table that has no such column.
        public let split: SplitCount?
    }

    public let rows: [Row]
    /// What the line `OTHER` stands for.
    public let otherCodes: [String]
    /// Whether lines tell SOS from other calls at all.
    public let hasSplits: Bool

    public var grouping: [String] { rows.map { $0.split == nil ? $0.key.name : $0.key.name + "/sos" } }
}

/// A family's table for one window, or why there is none.
public enum Publication: Hashable, Sendable {
    case table(FamilyTable)
    case nothing(Reason)

    public enum Reason: String, Sendable, Codable {
        /// Everything is in one line once small counts are put together.
        case oneLineLeft = "one_line_left"
        /// No choice of lines keeps every hidden count uncertain.
        case notSafe = "not_safe"
        /// Nothing was counted.
        case empty
        /// One of the windows it would be made of was withheld.
        case partWithheld = "part_withheld"
        /// The month is not closed yet.
        case open
        /// Nobody records it.
        case notCollected = "not_collected"
    }

    public var table: FamilyTable? { if case .table(let table) = self { table } else { nil } }
}

extension Publication {
    /// Calls by an attribute, with the SOS among them where that is safe.
    /// `counts` by code. The headline of the window is their sum: every call has one code.
    public static func calls(_ counts: [String: SplitCount], by tree: CodeTree, threshold: Int) -> Publication {
        let headline = counts.values.reduce(.zero, +)
        guard headline.total > 0 else { return .nothing(.empty) }
        let grouping = Grouping(tree, counts: counts.mapValues(\.total), threshold: threshold)
        let sums = grouping.sums(counts)
        if sums.holdOneLine { return .nothing(.oneLineLeft) }
        guard let shown = Splits(sums, headline: headline, threshold: threshold).shown else {
            return .nothing(.notSafe)
        }
        let rows = zip(grouping.keys, zip(sums, shown)).map { key, row in
            // Of nobody none were SOS: who sees the total knows that already.
            FamilyTable.Row(key: key, total: row.0.total, split: row.1 || row.0.total == 0 ? row.0 : nil)
        }
        return .table(FamilyTable(rows: rows, otherCodes: grouping.otherCodes, hasSplits: true))
    }

    /// Cases, referrals, services, persons by an attribute: every line is nothing, or the threshold and more.
    public static func plain(_ counts: [String: Int], by tree: CodeTree, threshold: Int) -> Publication {
        guard counts.values.contains(where: { $0 > 0 }) else { return .nothing(.empty) }
        let grouping = Grouping(tree, counts: counts, threshold: threshold)
        let sums = grouping.sums(counts.mapValues { SplitCount(sos: 0, others: $0) })
        if sums.holdOneLine { return .nothing(.oneLineLeft) }
        let rows = zip(grouping.keys, sums).map { FamilyTable.Row(key: $0, total: $1.total, split: nil) }
        return .table(FamilyTable(rows: rows, otherCodes: grouping.otherCodes, hasSplits: false))
    }
}

extension Grouping {
    fileprivate func sums(_ counts: [String: SplitCount]) -> [SplitCount] {
        keys.map { key in
            (key == .other ? otherCodes : key.codes).reduce(.zero) { $0 + (counts[$1] ?? .zero) }
        }
    }
}

extension [SplitCount] {
    /// Everything is in one line and nothing in the others: the headline's other
    /// figures, however small, would then be that line's.
    fileprivate var holdOneLine: Bool { filter { $0.total > 0 }.count < 2 }
}
