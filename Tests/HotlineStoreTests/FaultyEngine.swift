import StoreSQLite
import Synchronization

@testable import HotlineStore

/// Fails once, at the statement of that number, counted from when it was set:
/// reading, writing, and at the end of a transaction before it is kept.
final class FaultyEngine: Engine {
    private let base: SQLiteEngine
    private let state = Mutex<(place: Int?, count: Int)>((nil, 0))

    static let fault = StoreError.diskFull(path: "hotline.db")

    init(_ base: SQLiteEngine) { self.base = base }

    var failsAt: Int? {
        get { state.withLock { $0.place } }
        set { state.withLock { $0 = (newValue, 0) } }
    }

    /// Whether it came so far.
    var hasFailed: Bool { state.withLock { state in state.place.map { state.count > $0 } ?? false } }

    private func count() throws {
        try state.withLock { state in
            defer { state.count += 1 }
            if state.count == state.place { throw FaultyEngine.fault }
        }
    }

    func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        try base.read { try body(Faulty(engine: self, base: $0)) }
    }

    func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        try base.write {
            let result = try body(Faulty(engine: self, base: $0))
            try count()
            return result
        }
    }

    var path: String { base.path }
    var beside: String? { base.beside }
    var dialect: Dialect { base.dialect }
    func changeMark() throws -> Int64 { try base.changeMark() }
    var node: Int64 { base.node }
    func integrityFindings() throws -> [String] { try base.integrityFindings() }
    func backup(to path: String, progress: (Double) -> Void) throws { try base.backup(to: path, progress: progress) }
    var bell: Int32? { base.bell }
    func drainBell() { base.drainBell() }

    private struct Faulty: Connection {
        let engine: FaultyEngine
        let base: any Connection

        func run(_ sql: String, _ arguments: [SQLValue]) throws {
            try engine.count()
            try base.run(sql, arguments)
        }

        func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
            try engine.count()
            try base.rows(sql, arguments, body)
        }

        func script(_ sql: String) throws {
            try engine.count()
            try base.script(sql)
        }
    }
}

extension FaultyEngine {
    /// Every row of these tables, to be compared with what they were.
    func rows(of tables: [String]) throws -> [String: [String]] {
        try base.read { connection in
            var found: [String: [String]] = [:]
            for table in tables {
                let columns = try connection.all("SELECT name FROM pragma_table_info('\(table)')") { $0.text(0) }
                let line = columns.map { "quote(\($0))" }.joined(separator: " || ' ' || ")
                found[table] = try connection.all("SELECT \(line) FROM \(table)") { $0.text(0) }.sorted()
            }
            return found
        }
    }
}
