import Crypto
import HotlineDomain

/// What a store tells of its hotline, as one number: the same in every store
/// that holds the same events, whatever engine keeps it and in whatever order
/// they came. What belongs to one store alone is left out: counters of its own
/// numbers, what a number is recognised by and for how long, a switch's mark.
struct StateDigest {
    private let connection: any Connection
    private let hotline: Int64
    private var sha = SHA256()
    /// A value is a few bytes, and digesting those by themselves costs more than reading them.
    private var waiting: [UInt8] = []
    private static let portion = 4_096

    init(_ connection: any Connection, hotline: Int64) {
        self.connection = connection
        self.hotline = hotline
    }

    static func text(_ connection: any Connection, hotline: Int64) throws -> String {
        var digest = StateDigest(connection, hotline: hotline)
        for kind in SubjectKind.allCases {
            if let table = kind.readTable { try digest.add(table) }
        }
        try digest.addSetUp()
        try digest.addCounts()
        try digest.addDivergences()
        try digest.addWords()
        try digest.addSlots()
        digest.digest()
        return hexadecimal(Array(digest.sha.finalize()))
    }

    /// Every state as its row would be written anew: what a row holds beside it would be damage.
    private mutating func add<T: ReadTable>(_ table: T.Type) throws {
        begin(T.name)
        try connection.rows(T.sql.selectWhere + "hotline = $1 ORDER BY id", [.integer(hotline)]) { row in
            for value in try T.values(try T.read(row), hotline: hotline) { add(value) }
            return true
        }
    }

    private mutating func addSetUp() throws {
        try addRows("SELECT setup FROM hotline WHERE id = $1", [.integer(hotline)]) { [.text($0.text(0))] }
    }

    /// Of one day after the other, in the order of their names; noughts are what is left of what moved.
    private mutating func addCounts() throws {
        try addRows(
            """
            SELECT business_date, measure, dimension, key, sum(n) FROM count_cell WHERE hotline = $1
            GROUP BY business_date, measure, dimension, key HAVING sum(n) <> 0
            ORDER BY business_date, measure, dimension, key
            """, [.integer(hotline)]
        ) { row in
            [
                .integer(row.integer(0)), .text(row.text(1)), .text(row.text(2)), .text(row.text(3)),
                .integer(row.integer(4)),
            ]
        }
    }

    private mutating func addDivergences() throws {
        try addRows(
            """
            SELECT subject, node, sequence, over_node, over_sequence FROM divergence WHERE hotline = $1
            ORDER BY subject, node, sequence
            """, [.integer(hotline)]
        ) { row in (0..<5).map { .integer(row.integer($0)) } }
    }

    private mutating func addWords() throws {
        try addRows("SELECT id, digest FROM words WHERE hotline = $1 ORDER BY id", [.integer(hotline)]) { row in
            [.integer(row.integer(0)), row.isNull(1) ? .null : .bytes(row.bytes(1))]
        }
    }

    private mutating func addSlots() throws {
        try addRows("SELECT owner, digest FROM slot WHERE hotline = $1 ORDER BY owner", [.integer(hotline)]) { row in
            [.text(row.text(0)), .bytes(row.bytes(1))]
        }
    }

    private mutating func addRows(
        _ sql: String, _ arguments: [SQLValue], _ values: (any SQLRow) throws -> [SQLValue]
    ) throws {
        begin(sql)
        try connection.rows(sql, arguments) { row in
            for value in try values(row) { add(value) }
            return true
        }
    }

    private mutating func begin(_ name: String) { add(.text(name)) }

    /// Each with its kind and its length, so that no two lists of values read alike.
    private mutating func add(_ value: SQLValue) {
        switch value {
        case .null: waiting.append(0)
        case .integer(let number): add(1, number)
        case .text(let text):
            add(2, Int64(text.utf8.count))
            waiting.append(contentsOf: text.utf8)
        case .bytes(let bytes):
            add(3, Int64(bytes.count))
            waiting.append(contentsOf: bytes)
        }
        if waiting.count >= StateDigest.portion { digest() }
    }

    private mutating func add(_ kind: UInt8, _ number: Int64) {
        waiting.append(kind)
        withUnsafeBytes(of: number.littleEndian) { waiting.append(contentsOf: $0) }
    }

    private mutating func digest() {
        sha.update(data: waiting)
        waiting.removeAll(keepingCapacity: true)
    }
}

extension Store {
    /// The same for all stores that hold the same events of the hotline: whether
    /// they tell the same of everything, in one line.
    public func stateDigest() throws -> String {
        try engine.read { try StateDigest.text($0, hotline: hotlineID) }
    }
}
