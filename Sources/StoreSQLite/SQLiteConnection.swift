import GRDB
import GRDBSQLite
import HotlineStore

/// The port's connection over one of GRDB's: prepared statements, arguments
/// bound by number, foreign errors translated where they arise.
struct SQLiteConnection: Connection {
    let database: Database
    let statements: PreparedStatements
    /// nil in memory
    let files: StoreFiles?

    func run(_ sql: String, _ arguments: [SQLValue]) throws {
        try translated {
            try complete(bound(sql, arguments))
        }
    }

    // Past GRDB's cursor and its `execute`: they make a Row with a copy of the
    // column names for each query, and look for observers around each statement,
    // which costs more than finding one row by its key.
    func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
        try translated {
            let statement = try bound(sql, arguments)
            // A copy of a busy statement is held by nobody else.
            try withExtendedLifetime(statement) {
                let row = SQLiteRow(statement: statement.sqliteStatement)
                defer { sqlite3_reset(row.statement) }
                while try step(row.statement) {
                    guard try body(row) else { return }
                }
            }
        }
    }

    /// GRDB's own would prepare its BEGIN and its COMMIT anew for each call.
    func transaction<T>(_ begin: String, _ body: (any Connection) throws -> T) throws -> T {
        try translated { try complete(statements.statement(begin)) }
        do {
            let value = try body(self)
            try translated { try complete(statements.statement("COMMIT")) }
            return value
        } catch {
            // What went wrong is said, not that it could not be undone: SQLite
            // undoes by itself what is not committed.
            if isInTransaction { try? complete(statements.statement("ROLLBACK")) }
            throw error
        }
    }

    /// Not after a full disk, for one: SQLite may then have ended it by itself.
    private var isInTransaction: Bool { sqlite3_get_autocommit(database.sqliteConnection) == 0 }

    func script(_ sql: String) throws {
        try translated { try database.execute(sql: sql) }
    }

    private func bound(_ sql: String, _ arguments: [SQLValue]) throws -> Statement {
        // What came now would be written on its own.
        guard isInTransaction else {
            throw StoreError.failed(detail: "a statement after its transaction had ended")
        }
        let statement = try statements.statement(sql)
        guard Int(sqlite3_bind_parameter_count(statement.sqliteStatement)) == arguments.count else {
            throw StoreError.failed(detail: "a statement was given the wrong number of arguments: \(sql)")
        }
        try arguments.refuseZeroBytes()
        for (place, argument) in arguments.enumerated() {
            let code = argument.bind(to: statement.sqliteStatement, at: Int32(place + 1))
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
        return statement
    }

    private func complete(_ statement: Statement) throws {
        defer { sqlite3_reset(statement.sqliteStatement) }
        while try step(statement.sqliteStatement) {}
    }

    /// False at the end of the rows.
    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw DatabaseError(resultCode: database.lastErrorCode, message: database.lastErrorMessage)
        }
    }

    private func translated<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, files)
        }
    }
}

extension SQLValue {
    /// Text and bytes are copied: the caller's storage need not outlive the call.
    fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch self {
        case .null: return sqlite3_bind_null(statement, place)
        case .integer(let value): return sqlite3_bind_int64(statement, place, value)
        case .text(var value):
            return value.withUTF8 { bytes in
                // An empty string may have no address, and no address means NULL.
                guard let base = bytes.baseAddress else { return sqlite3_bind_text(statement, place, "", 0, copied) }
                return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
                    sqlite3_bind_text64(
                        statement, place, characters, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
                }
            }
        case .bytes(let value):
            guard !value.isEmpty else { return sqlite3_bind_zeroblob(statement, place, 0) }
            return value.withUnsafeBytes {
                sqlite3_bind_blob64(statement, place, $0.baseAddress, UInt64($0.count), copied)
            }
        }
    }
}
