import HotlineDomain
import StoreSQLite

@testable import HotlineStore

/// Every row of a store at one moment: what a standby holds that is a little
/// behind, what a copy of a desk's file holds.
final class StoreRows: Sendable {
    private let rows: [[[SQLValue]]]

    init(_ store: Store) throws {
        rows = try store.engine.read { connection in
            try StoreRows.tables.get().map { table in
                try connection.all("SELECT \(table.list) FROM \(table.name)") { row in
                    table.columns.indices.map { table.columns[$0].value(row, $0) }
                }
            }
        }
    }

    /// Instead of whatever the engine holds; it has a store's tables.
    func fill(_ engine: some Engine) throws {
        let tables = try StoreRows.tables.get()
        try engine.write { connection in
            try StoreRows.empty(tables, connection)
            for (table, rows) in zip(tables, rows) {
                for row in rows { try connection.run(table.insertion, row) }
            }
        }
    }

    /// Puts what the engine holds, which is these rows, by for `refill`.
    func keep(in engine: some Engine) throws {
        try engine.write { connection in
            for (table, rows) in zip(try StoreRows.tables.get(), rows) where !rows.isEmpty {
                try connection.script("CREATE TEMP TABLE \(table.kept) AS SELECT \(table.list) FROM \(table.name)")
            }
        }
    }

    /// The same as `fill` for an engine that keeps these, in a fraction of the time.
    func refill(_ engine: some Engine) throws {
        let tables = try StoreRows.tables.get()
        try engine.write { connection in
            try StoreRows.empty(tables, connection)
            for (table, rows) in zip(tables, rows) where !rows.isEmpty { try connection.run(table.restoration, []) }
        }
    }

    /// Most tables have nothing in them, and one question tells which.
    private static func empty(_ tables: [Table], _ connection: any Connection) throws {
        let question = "SELECT " + tables.map { "EXISTS (SELECT 1 FROM \($0.name))" }.joined(separator: ", ")
        let full = try connection.first(question) { row in tables.indices.filter { row.integer($0) != 0 } }
        for place in (full ?? []).reversed() { try connection.run(tables[place].deletion, []) }
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
        let kept: String
        let restoration: String

        init(_ name: String, _ columns: [Column]) {
            self.name = name
            self.columns = columns
            list = columns.map(\.name).joined(separator: ", ")
            deletion = "DELETE FROM \(name)"
            let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            insertion = "INSERT INTO \(name) (\(list)) VALUES (\(places))"
            kept = "temp.kept_\(name)"
            restoration = "INSERT INTO \(name) (\(list)) SELECT \(list) FROM \(kept)"
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
