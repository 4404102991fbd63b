/// The line of keys that matter now: the most important that fit, in the
/// order of their table. What cannot act now takes only the room that is left.
public struct KeyBar: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public let keys: String
        public let label: String
        public let isDangerous: Bool
        /// False where something is missing; shown faint, because a key that
        /// comes and goes is harder to learn than one that waits.
        public let canAct: Bool

        public init(keys: String, label: String, isDangerous: Bool = false, canAct: Bool = true) {
            self.keys = keys
            self.label = label
            self.isDangerous = isDangerous
            self.canAct = canAct
        }

        fileprivate var width: Int { cellWidth(of: keys) + 1 + cellWidth(of: label) }
    }

    private static let gap = 2
    public let items: [Item]

    public init(_ items: [Item]) { self.items = items }

    /// - Parameters:
    ///   - width: cells there are, of which the first stays empty.
    ///   - say: turns a label's catalogue key into words.
    public init<Command, Requirement>(
        _ table: KeyTable<Command, Requirement>, width: Int, say: (String) -> String,
        isMet: (Requirement) -> Bool = { _ in true }
    ) {
        let candidates = table.entries.compactMap { entry -> (rank: Int, item: Item)? in
            guard let rank = entry.rank, !entry.keys.isEmpty else { return nil }
            let item = Item(
                keys: entry.keys, label: say(entry.label), isDangerous: entry.isDangerous,
                canAct: entry.missing(isMet: isMet) == nil)
            return (rank, item)
        }
        func importance(_ place: Int) -> (Int, Int, Int) {
            (candidates[place].item.canAct ? 0 : 1, candidates[place].rank, place)
        }
        let byRank = candidates.indices.sorted { importance($0) < importance($1) }
        var chosen: Set<Int> = []
        var used = 1 - KeyBar.gap
        for index in byRank {
            let needed = KeyBar.gap + candidates[index].item.width
            // What does not fit gives way to what does: a long label hides no short ones.
            guard used + needed <= width else { continue }
            chosen.insert(index)
            used += needed
        }
        items = candidates.indices.filter(chosen.contains).map { candidates[$0].item }
    }
}

extension Surface {
    /// Writes the bar on one row.
    public mutating func put(_ bar: KeyBar, y: Int, x: Int = 0) {
        var column = x + 1
        for item in bar.items {
            let keyRole: Role = item.canAct ? (item.isDangerous ? .danger : .key) : .keyOff
            column += put(item.keys, x: column, y: y, role: keyRole) + 1
            column += put(item.label, x: column, y: y, role: item.canAct ? .keyLabel : .keyOff) + 2
        }
    }
}
