import StoreSQLite
import Synchronization
import WrappingEngine

@testable import HotlineStore

/// Fails once, at the statement of that number, counted from when it was set:
/// reading, writing, and at the end of a transaction before it is kept.
final class FaultyEngine: WrappingEngine {
    let base: any Engine
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

    func inside(_ connection: any Connection) -> any Connection { Faulty(engine: self, base: connection) }

    func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        try base.write {
            let result = try body(inside($0))
            try count()
            return result
        }
    }

    func writeRepeatably<T>(_ body: (any Connection) throws -> T) throws -> T { try write(body) }
    func writeTogether<T>(on keys: Set<Int64>, _ body: (any Connection) throws -> T) throws -> T { try write(body) }

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
