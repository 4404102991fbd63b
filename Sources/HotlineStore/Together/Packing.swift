import HotlineDomain

/// Puts a shipment together: the events that the other side lacks in the order
/// in which they came here, then the rows that were written with them.
struct Packing {
    private let connection: any Connection
    private let hotline: Int64
    private let heads: Heads
    private let limit: Int
    /// Of each node that has more here: where the other side's chain ends.
    private var lacking: [Int64: Int64] = [:]
    /// How many events the other side lacks.
    private var count: Int64 = 0

    private var events: [ShippedEvent] = []
    private var positions: ClosedRange<Int64>?

    /// - Parameters:
    ///   - known: up to where this journal goes.
    ///   - heads: up to where the other side's does.
    init(_ connection: any Connection, _ hotline: Int64, _ known: Heads, after heads: Heads, limit: Int) {
        self.connection = connection
        self.hotline = hotline
        self.heads = heads
        self.limit = limit
        for (node, last) in known.sequences where last > heads[node] {
            lacking[node] = heads[node]
            count += last - heads[node]
        }
    }

    /// False where the other side lacks nothing.
    mutating func collect() throws -> Bool {
        guard count > 0 else { return false }
        var next = try firstPosition()
        let wanted = min(count, Int64(limit))
        while events.count < wanted {
            let slice = try slice(from: next)
            guard let end = slice.last?.position else { break }
            for row in slice where events.count < wanted { take(row.position, row.event) }
            next = end + 1
        }
        return !events.isEmpty
    }

    private mutating func take(_ position: Int64, _ event: ShippedEvent?) {
        // What the other side has comes in between.
        guard let event, let head = lacking[event.entry.node], event.entry.sequence > head else { return }
        events.append(event)
        positions = (positions?.lowerBound ?? position)...position
    }

    private static let sliceRows = 500

    /// An event of a kind that this release does not know is nil: nobody ships it.
    private func slice(from position: Int64) throws -> [(position: Int64, event: ShippedEvent?)] {
        try connection.all(
            """
            SELECT \(JournalEntry.columns), hash, position FROM event WHERE position >= $1
            ORDER BY position LIMIT \(Packing.sliceRows)
            """, [.integer(position)]
        ) { row in
            let event = JournalEntry(row).map {
                ShippedEvent(entry: $0, hash: row.bytes(JournalEntry.columnCount))
            }
            return (row.integer(JournalEntry.columnCount + 1), event)
        }
    }

    /// So many nodes are asked about at once: a server may be far away, and there may be thousands.
    private static let nodesAtOnce = 32

    /// Where the first event that is lacking stands: what is before it need not be read.
    private func firstPosition() throws -> Int64 {
        let places = lacking.sorted { $0.key < $1.key }
        let each = (0..<Packing.nodesAtOnce).map { "(node = $\(2 * $0 + 1) AND sequence = $\(2 * $0 + 2))" }
        // Not the bare column: a server would then go through the journal from its beginning, along that column.
        let sql = "SELECT min(position + 0) FROM event WHERE " + each.joined(separator: " OR ")
        let questions = stride(from: 0, to: places.count, by: Packing.nodesAtOnce).map { start in
            let asked = places[start..<min(start + Packing.nodesAtOnce, places.count)]
            let arguments = asked.flatMap { [SQLValue.integer($0.key), .integer($0.value + 1)] }
            return Question(
                sql, arguments + Array(repeating: .integer(0), count: 2 * (Packing.nodesAtOnce - asked.count)))
        }
        try connection.announce(questions)
        return try questions.compactMap { try connection.first($0) { $0.integerOrNil(0) } ?? nil }.min() ?? 0
    }

    // MARK: - What stands beside the journal

    func shipment(_ origin: StoreOrigin) throws -> Shipment {
        let kinds = Set(events.map(\.entry.subject.kind))
        let hasNumbers = kinds.contains(.call)
        let keys = hasNumbers ? few("caller_key", CallerKeyRow.columns) : nil
        let signs = hasNumbers ? rows("caller_sign", CallerSignRow.columns) : nil
        let numbers = kinds.contains(.visit) ? few("caller_box", CallerBoxRow.columns) : nil
        let slots = kinds.contains(.access) ? few("slot", SlotRow.columns) : nil
        let words = rows("words", WordsRow.columns)
        let befores = befores()
        try connection.announce(befores.map(\.question) + [words, keys, signs, numbers, slots].compactMap(\.self))
        return Shipment(
            origin: origin, starts: try starts(befores), events: events,
            // One that is damaged here stays here: it opens nowhere, and must not keep the events from where they
            // are needed.
            words: try shipped(words, \.place) { try WordsRow($0) }.filter(\.isWhole),
            callerKeys: try shipped(keys, \.place) { CallerKeyRow($0) },
            callerSigns: try shipped(signs, \.place) { CallerSignRow($0) },
            callerNumbers: try shipped(numbers, \.place) { CallerBoxRow($0) },
            slots: try shipped(slots, \.place) { SlotRow($0) }, hasMore: count > events.count)
    }

    /// For each node that is in here: what its first event goes on from.
    private func befores() -> [(node: Int64, question: Question)] {
        Set(events.map(\.entry.node)).sorted().map { node in
            let sql = "SELECT hash FROM event WHERE node = $1 AND sequence = $2"
            return (node, Question(sql, [.integer(node), .integer(heads[node])]))
        }
    }

    /// None for a node that begins in here.
    private func starts(_ befores: [(node: Int64, question: Question)]) throws -> [Int64: [UInt8]] {
        var found: [Int64: [UInt8]] = [:]
        for before in befores { found[before.node] = try connection.first(before.question) { $0.bytes(0) } }
        return found
    }

    /// Rows of a table that came with events of these positions.
    private func rows(_ table: String, _ columns: String) -> Question? {
        guard let positions else { return nil }
        let list = columns.split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
        return Question(
            """
            SELECT \(list) FROM event
            JOIN \(table) ON \(table).node = event.node AND \(table).sequence = event.sequence
            WHERE event.position BETWEEN $1 AND $2 ORDER BY event.position
            """, [.integer(positions.lowerBound), .integer(positions.upperBound)])
    }

    /// The tables that hold little are read whole.
    private func few(_ table: String, _ columns: String) -> Question {
        Question("SELECT \(columns) FROM \(table) WHERE hotline = $1", [.integer(hotline)])
    }

    /// Of the rows found, those whose event is in here.
    private func shipped<T>(
        _ question: Question?, _ place: (T) -> EventPlace, _ read: (any SQLRow) throws -> T
    ) throws -> [T] {
        guard let question else { return [] }
        let places = Set(events.map(\.entry.place))
        return try connection.all(question, read).filter { places.contains(place($0)) }
    }
}
