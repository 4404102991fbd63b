import GRDB
import GRDBSQLite
import HotlineStore

/// The port's connection over one of GRDB's: cached statements, arguments bound
/// by number, foreign errors translated where they arise.
struct SQLiteConnection: Connection {
    let database: Database
    let placeholders: Placeholders
    /// nil in memory
    let files: StoreFiles?

    func run(_ sql: String, _ arguments: [SQLValue]) throws {
        try translated {
            let statement = try prepared(sql, arguments)
            try statement.execute()
        }
    }

    func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
        try translated {
            let statement = try prepared(sql, arguments)
            // Past GRDB's cursor: it makes a Row with a copy of the column names
            // for each query, which costs more than finding one row by its key.
            let row = SQLiteRow(statement: statement.sqliteStatement)
            defer { sqlite3_reset(row.statement) }
            while try step(row.statement) {
                guard try body(row) else { return }
            }
        }
    }

    /// False at the end of the rows.
    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw DatabaseError(resultCode: database.lastErrorCode, message: database.lastErrorMessage)
        }
    }

    func script(_ sql: String) throws {
        try translated { try database.execute(sql: sql) }
    }

    private func prepared(_ sql: String, _ arguments: [SQLValue]) throws -> Statement {
        let text = placeholders.rewritten(sql)
        var statement = try database.cachedStatement(sql: text)
        // The same statement again while its rows are being read: a copy, or the
        // outer loop would be wound back without an error.
        if sqlite3_stmt_busy(statement.sqliteStatement) != 0 {
            statement = try database.makeStatement(sql: text)
        }
        guard Int(sqlite3_bind_parameter_count(statement.sqliteStatement)) == arguments.count else {
            throw StoreError.failed(detail: "a statement was given the wrong number of arguments: \(sql)")
        }
        // Marks the arguments as set: GRDB then leaves alone what is bound here.
        statement.setUncheckedArguments([])
        for (place, argument) in arguments.enumerated() {
            let code = argument.bind(to: statement.sqliteStatement, at: Int32(place + 1))
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
        }
        return statement
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
