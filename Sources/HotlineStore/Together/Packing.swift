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

    init(_ connection: any Connection, _ hotline: Int64, after heads: Heads, limit: Int) throws {
        self.connection = connection
        self.hotline = hotline
        self.heads = heads
        self.limit = limit
        for (node, last) in try Heads.read(connection).sequences where last > heads[node] {
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
        let sql = "SELECT min(position) FROM event WHERE " + each.joined(separator: " OR ")
        var first: Int64?
        for start in stride(from: 0, to: places.count, by: Packing.nodesAtOnce) {
            let asked = places[start..<min(start + Packing.nodesAtOnce, places.count)]
            var arguments = asked.flatMap { [SQLValue.integer($0.key), .integer($0.value + 1)] }
            arguments += Array(repeating: .integer(0), count: 2 * (Packing.nodesAtOnce - asked.count))
            let found = try connection.first(sql, arguments) { $0.integerOrNil(0) } ?? nil
            first = [first, found].compactMap { $0 }.min()
        }
        return first ?? 0
    }

    // MARK: - What stands beside the journal

    func shipment(_ origin: StoreOrigin) throws -> Shipment {
        let kinds = Set(events.map(\.entry.subject.kind))
        let hasNumbers = kinds.contains(.call)
        return Shipment(
            origin: origin, starts: try starts(), events: events, words: try words(),
            callerKeys: hasNumbers ? try callerKeys() : [], callerSigns: hasNumbers ? try callerSigns() : [],
            callerNumbers: kinds.contains(.visit) ? try callerNumbers() : [],
            slots: kinds.contains(.access) ? try slots() : [], hasMore: count > events.count)
    }

    /// None for a node that begins in here.
    private func starts() throws -> [Int64: [UInt8]] {
        var found: [Int64: [UInt8]] = [:]
        for node in Set(events.map(\.entry.node)) {
            found[node] = try connection.first(
                "SELECT hash FROM event WHERE node = $1 AND sequence = $2", [.integer(node), .integer(heads[node])]
            ) { $0.bytes(0) }
        }
        return found
    }

    /// Rows of a table that came with events of these positions, some of which are not in here.
    private func rows<T>(
        _ table: String, _ columns: String, _ place: (T) -> EventPlace, _ read: (any SQLRow) throws -> T
    ) throws -> [T] {
        guard let positions else { return [] }
        let list = columns.split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
        let found = try connection.all(
            """
            SELECT \(list) FROM event
            JOIN \(table) ON \(table).node = event.node AND \(table).sequence = event.sequence
            WHERE event.position BETWEEN $1 AND $2 ORDER BY event.position
            """, [.integer(positions.lowerBound), .integer(positions.upperBound)], read)
        let shipped = Set(events.map(\.entry.place))
        return found.filter { shipped.contains(place($0)) }
    }

    /// One that is damaged here stays here: it opens nowhere, and must not keep the events from where they are needed.
    private func words() throws -> [WordsRow] {
        try rows("words", WordsRow.columns, \.place) { try WordsRow($0) }.filter(\.isWhole)
    }

    private func callerSigns() throws -> [CallerSignRow] {
        try rows("caller_sign", CallerSignRow.columns, \.place) { CallerSignRow($0) }
    }

    /// The tables that hold little are read whole.
    private func few<T>(
        _ table: String, _ columns: String, _ place: (T) -> EventPlace, _ read: (any SQLRow) throws -> T
    ) throws -> [T] {
        let shipped = Set(events.map(\.entry.place))
        return try connection.all(
            "SELECT \(columns) FROM \(table) WHERE hotline = $1", [.integer(hotline)], read
        ).filter { shipped.contains(place($0)) }
    }

    private func callerKeys() throws -> [CallerKeyRow] {
        try few("caller_key", CallerKeyRow.columns, \.place) { CallerKeyRow($0) }
    }

    private func callerNumbers() throws -> [CallerBoxRow] {
        try few("caller_box", CallerBoxRow.columns, \.place) { CallerBoxRow($0) }
    }

    private func slots() throws -> [SlotRow] {
        try few("slot", SlotRow.columns, \.place) { SlotRow($0) }
    }
}
