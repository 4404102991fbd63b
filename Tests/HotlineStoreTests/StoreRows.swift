import HotlineDomain
import StoreSQLite
import Synchronization

@testable import HotlineStore

/// Every row of a store at one moment: what a standby holds that is a little
/// behind, what a copy of a desk's file holds.
struct StoreRows {
    private let rows: [[[SQLValue]]]

    init(_ store: Store) throws { self = try store.engine.read { try StoreRows($0) } }

    private init(_ connection: any Connection) throws {
        rows = try StoreRows.tables.get().map { table in
            try connection.all("SELECT \(table.list) FROM \(table.name)") { row in
                table.columns.indices.map { table.columns[$0].value(row, $0) }
            }
        }
    }

    /// Instead of whatever the engine holds; it has a store's tables.
    func fill(_ engine: some Engine) throws {
        let tables = try StoreRows.tables.get()
        try engine.write { connection in
            for table in tables.reversed() { try connection.run(table.deletion, []) }
            for (table, rows) in zip(tables, rows) {
                for row in rows { try connection.run(table.insertion, row) }
            }
        }
    }

    private struct Column {
        let name: String
        let type: String

        func value(_ row: any SQLRow, _ place: Int) -> SQLValue {
            if row.isNull(place) { return .null }
            return switch type {
            case "INTEGER": .integer(row.integer(place))
            case "BLOB": .bytes(row.bytes(place))
            default: .text(row.text(place))
            }
        }
    }

    private struct Table {
        let name: String
        let columns: [Column]
        let list: String
        let deletion: String
        let insertion: String

        init(_ name: String, _ columns: [Column]) {
            self.name = name
            self.columns = columns
            list = columns.map(\.name).joined(separator: ", ")
            deletion = "DELETE FROM \(name)"
            let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            insertion = "INSERT INTO \(name) (\(list)) VALUES (\(places))"
        }
    }

    /// What is named by others first: to put constraints off needs a PRAGMA, after which
    /// every statement of the engine is prepared anew.
    private static let tables = Result {
        try makeEngine(node: 1).read { connection in
            let names = try connection.all(SQLiteEngine.dialect.tableNames) { $0.text(0) }
            let naming = try names.filter {
                try connection.count("SELECT count(*) FROM pragma_foreign_key_list('\($0)')") > 0
            }
            return try (Set(names).subtracting(naming).sorted() + naming).map { name in
                let columns = try connection.all("SELECT name, type FROM pragma_table_info('\(name)')") {
                    Column(name: $0.text(0), type: $0.text(1))
                }
                return Table(name, columns)
            }
        }
    }

    /// In memory, with a store's tables and nothing in them.
    static func makeEngine(node: Int64) throws -> SQLiteEngine {
        let engine = try SQLiteEngine.inMemory(node: node)
        try engine.write { try $0.script(Schema.statements(engine.dialect)) }
        return engine
    }
}

/// In memory, and quick to ask: a reader is kept from writing by nobody, which
/// else makes all of an engine's statements be prepared anew for every question.
final class QuickEngine: Engine {
    private let base: SQLiteEngine
    /// How often a statement is run that is to be run once; nil where nothing is wrong.
    private let fault: (@Sendable (String) -> Int)?
    private let left = Mutex<Int?>(nil)

    static let full = StoreError.diskFull(path: "hotline.db")

    /// So many statements more, and the disk is full; nil where there is room.
    var room: Int? {
        get { left.withLock { $0 } }
        set { left.withLock { $0 = newValue } }
    }

    fileprivate func takeRoom() throws {
        try left.withLock { left in
            guard let room = left else { return }
            guard room > 0 else { throw QuickEngine.full }
            left = room - 1
        }
    }

    init(_ base: SQLiteEngine, fault: (@Sendable (String) -> Int)? = nil) {
        self.base = base
        self.fault = fault
    }

    func read<T>(_ body: (any Connection) throws -> T) throws -> T { try base.write(body) }

    func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        guard fault != nil || room != nil else { return try base.write(body) }
        return try base.write { connection in
            let result = try body(Faulty(engine: self, base: connection, fault: fault))
            // Nothing is kept before the end of it is.
            try takeRoom()
            return result
        }
    }

    /// Instead of whatever it holds, and without a fault.
    func fill(_ rows: StoreRows) throws { try rows.fill(base) }

    private struct Faulty: Connection {
        let engine: QuickEngine
        let base: any Connection
        let fault: (@Sendable (String) -> Int)?

        func run(_ sql: String, _ arguments: [SQLValue]) throws {
            try engine.takeRoom()
            for _ in 0..<(fault?(sql) ?? 1) { try base.run(sql, arguments) }
        }

        func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
            try base.rows(sql, arguments, body)
        }

        func script(_ sql: String) throws { try base.script(sql) }
    }

    var path: String { base.path }
    var beside: String? { base.beside }
    var dialect: Dialect { base.dialect }
    func changeMark() throws -> Int64 { try base.changeMark() }
    var node: Int64 { base.node }
    /// Memory holds what was put there.
    func integrityFindings() throws -> [String] { [] }
    func backup(to path: String, progress: (Double) -> Void) throws { try base.backup(to: path, progress: progress) }
    var bell: Int32? { base.bell }
    func drainBell() { base.drainBell() }
}

/// Engines are made once and filled anew for every history: their statements stay prepared.
final class EngineShelf {
    private var engines: [String: QuickEngine] = [:]
    private let fault: (@Sendable (String) -> Int)?

    /// `fault`: of every store in the history.
    init(fault: (@Sendable (String) -> Int)? = nil) { self.fault = fault }

    /// `name`: whose it is in a history; nobody else's meanwhile.
    func store(_ name: String, node: Int64, _ rows: StoreRows, _ chance: SeededChance) throws -> Store {
        let key = "\(name) \(node)"
        let engine = try engines[key] ?? make(node)
        engines[key] = engine
        try engine.fill(rows)
        return try Store.open(engine, chance: chance) { _ in Sample.zone }
    }

    private func make(_ node: Int64) throws -> QuickEngine {
        QuickEngine(try StoreRows.makeEngine(node: node), fault: fault)
    }
}
