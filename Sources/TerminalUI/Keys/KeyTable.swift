/// All bindings of one part of the console, in the order in which they are
/// shown: the one source of what keys do, the bar, the palette, the help and
/// the manual.
public struct KeyTable<Command: Hashable & Sendable, Requirement: Hashable & Sendable>: Sendable {
    public typealias Row = KeyRow<Command, Requirement>

    /// What a key does now.
    public enum Answer: Hashable, Sendable {
        case run(Command)
        /// The key is bound, and this is missing.
        case refused(Row, Requirement)
        case unbound
    }

    public let rows: [Row]
    private let rowByKey: [Key: Int]

    /// Of two rows with the same key the first has it; `clashes` names such keys, for a test.
    public init(_ rows: [Row]) {
        self.rows = rows
        var rowByKey: [Key: Int] = [:]
        for (index, row) in rows.enumerated() {
            for key in row.keys where rowByKey[key] == nil { rowByKey[key] = index }
        }
        self.rowByKey = rowByKey
    }

    /// The binding of a key. A key of the Russian layout that has none of its
    /// own is taken as the Latin one at the same place.
    public func row(for key: Key) -> Row? {
        if let index = rowByKey[key] { return rows[index] }
        return key.onLatinKeys.flatMap { rowByKey[$0] }.map { rows[$0] }
    }

    /// The binding of exactly this key, for places where every letter is text.
    public func exactRow(for key: Key) -> Row? { rowByKey[key].map { rows[$0] } }

    public func row(for command: Command) -> Row? { rows.first { $0.command == command } }

    /// What a key does, given what is missing now.
    public func answer(to key: Key, isMet: (Requirement) -> Bool = { _ in true }) -> Answer {
        guard let row = row(for: key) else { return .unbound }
        if let missing = row.needs.first(where: { !isMet($0) }) { return .refused(row, missing) }
        return .run(row.command)
    }

    /// The bindings of this table and, behind them, those of another whose keys are still free.
    public func over(_ other: KeyTable) -> KeyTable {
        let mine = Set(rows.flatMap(\.keys))
        let rest = other.rows.compactMap { row -> Row? in
            let keys = row.keys.filter { !mine.contains($0) }
            guard keys.count < row.keys.count else { return row }
            guard !keys.isEmpty else { return nil }
            return Row(
                keys, row.command, label: row.label, help: row.help, needs: row.needs,
                isDangerous: row.isDangerous, rank: row.rank)
        }
        return KeyTable(rows + rest)
    }

    public func map<Wider>(_ wrap: (Command) -> Wider) -> KeyTable<Wider, Requirement> {
        KeyTable<Wider, Requirement>(rows.map { $0.map(wrap) })
    }

    /// Keys that stand in more than one row: a mistake in the table.
    public var clashes: [Key] {
        var seen: Set<Key> = []
        return rows.flatMap(\.keys).filter { !seen.insert($0).inserted }
    }
}
