import GRDB
import GRDBSQLite
import HotlineStore
import Synchronization

/// A store in one SQLite file that several programs on a host share, or in
/// memory for tests. Calls of `read` and `write` are never nested.
public final class SQLiteEngine: Engine {
    /// `RBOY` in the file's header: how a store is told from any other database.
    static let applicationID: Int32 = 0x5242_4F59
    /// How long somebody else may hold the store before we give up.
    static let busySeconds = 5.0

    public let node: Int64
    /// As it was named; empty in memory.
    public var path: String { files?.named ?? "" }
    /// nil in memory
    let files: StoreFiles?
    /// nil in memory
    let locks: LockFile?
    let writer: any DatabaseWriter
    private let placeholders = Placeholders()
    private let watch: CommitWatch

    init(writer: any DatabaseWriter, files: StoreFiles?, locks: LockFile?, node: Int64) {
        self.writer = writer
        self.files = files
        self.locks = locks
        self.node = node
        watch = CommitWatch(files)
    }

    deinit { close() }

    /// Lets go of the file. Nothing may be asked of the engine afterwards.
    public func close() {
        watch.close()
        try? writer.close()
    }

    public var dialect: Dialect {
        Dialect(
            bytes: "BLOB", integer: "INTEGER", tableSuffix: " STRICT",
            countedKey: "INTEGER PRIMARY KEY AUTOINCREMENT",
            countTablesNamedMeta: "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'meta'")
    }

    public func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        try translated { try writer.read { try body(connection($0)) } }
    }

    public func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        let value = try translated {
            // The queue of this process first, then the one of all of them.
            try writer.writeWithoutTransaction { database in
                if let locks {
                    guard locks.take(.turnstile, within: SQLiteEngine.busySeconds) else { throw StoreError.busy }
                }
                defer { locks?.leave(.turnstile) }
                return try transaction(database, body)
            }
        }
        watch.committed()
        return value
    }

    private func transaction<T>(_ database: Database, _ body: (any Connection) throws -> T) throws -> T {
        var value: T?
        do {
            try database.inTransaction(.immediate) {
                value = try body(connection(database))
                return .commit
            }
        } catch let error as DatabaseError {
            throw StoreError(error, path: path, systemError: sqlite3_system_errno(database.sqliteConnection))
        }
        guard let value else { throw StoreError.failed(detail: "a transaction ended without a value") }
        return value
    }

    public func changeMark() throws -> Int64 { try translated { try watch.mark() } }

    public func integrityFindings() throws -> [String] {
        let findings = try read { connection in
            var found: [String] = []
            for check in ["PRAGMA integrity_check", "PRAGMA foreign_key_check"] {
                try connection.rows(check, []) { row in
                    found.append(row.text(0))
                    return true
                }
            }
            return found
        }
        return findings.filter { $0 != "ok" }
    }

    public func backup(to path: String, progress: (Double) -> Void) throws {
        throw StoreError.failed(detail: "backup comes with the next change")
    }

    public var bell: Int32? { nil }
    public func drainBell() {}

    private func connection(_ database: Database) -> SQLiteConnection {
        SQLiteConnection(database: database, placeholders: placeholders, path: path)
    }

    func translated<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }
}
