import GRDBSQLite
import HotlineStore

/// SQLite's C interface with nothing around it: statements prepared once,
/// arguments bound, rows stepped through and read.
final class RawSQLite {
    private let database: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    /// One step with its statement already found: looking it up is not what is measured.
    struct Step {
        let statement: OpaquePointer
        let arguments: [SQLValue]
        let rows: Int
    }

    init(path: String) throws {
        var opened: OpaquePointer?
        guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK,
            let opened
        else { throw StoreError.failed(detail: "the raw interface does not open") }
        database = opened
        // As the store's own engine sets them.
        try script(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
                + "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON")
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close(database)
    }

    func script(_ sql: String) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
    }

    /// Statements found, `$n` made `?n`, BEGIN and COMMIT around: ready to run.
    func prepared(_ transaction: RecordingEngine.Transaction) throws -> [Step] {
        let begin = Step(statement: try statement("BEGIN IMMEDIATE"), arguments: [], rows: 0)
        let commit = Step(statement: try statement("COMMIT"), arguments: [], rows: 0)
        return [begin]
            + (try transaction.steps.map {
                Step(statement: try statement($0.sql), arguments: $0.arguments, rows: $0.rows ?? 0)
            }) + [commit]
    }

    /// Does it once, untimed, statement by statement and script by script.
    func perform(_ transaction: RecordingEngine.Transaction) throws {
        try script("BEGIN IMMEDIATE")
        for step in transaction.steps {
            if step.rows == nil {
                try script(step.sql)
            } else {
                let step = Step(
                    statement: try statement(step.sql), arguments: step.arguments, rows: step.rows ?? 0)
                try run(step)
            }
        }
        try script("COMMIT")
    }

    func run(_ steps: [Step]) throws { for step in steps { try run(step) } }

    private func run(_ step: Step) throws {
        for (place, argument) in step.arguments.enumerated() { bind(argument, step.statement, Int32(place + 1)) }
        defer { sqlite3_reset(step.statement) }
        var rows = 0
        while true {
            switch sqlite3_step(step.statement) {
            case SQLITE_ROW:
                read(step.statement)
                rows += 1
                if rows == step.rows { return }
            case SQLITE_DONE: return
            default: throw failure()
            }
        }
    }

    /// What was read is thrown away, but it was read.
    private func read(_ statement: OpaquePointer) {
        for column in 0..<sqlite3_column_count(statement) {
            if sqlite3_column_type(statement, column) == SQLITE_INTEGER {
                _ = sqlite3_column_int64(statement, column)
            } else {
                _ = sqlite3_column_text(statement, column)
            }
        }
    }

    private func bind(_ value: SQLValue, _ statement: OpaquePointer, _ place: Int32) {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .integer(let integer): sqlite3_bind_int64(statement, place, integer)
        case .text(let text): sqlite3_bind_text(statement, place, text, -1, copied)
        case .bytes(let bytes): sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), copied)
        }
    }

    private func statement(_ sql: String) throws -> OpaquePointer {
        if let known = statements[sql] { return known }
        var made: OpaquePointer?
        let text = String(sql.map { $0 == "$" ? "?" : $0 })
        guard sqlite3_prepare_v2(database, text, -1, &made, nil) == SQLITE_OK, let made else { throw failure() }
        statements[sql] = made
        return made
    }

    private func failure() -> StoreError { .failed(detail: String(cString: sqlite3_errmsg(database))) }
}
