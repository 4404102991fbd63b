import GRDB
import GRDBSQLite
import HotlineStore

/// The statements of one connection, prepared once and found by their text.
///
/// GRDB keeps such a cache too, but hashes all of a text each time it is asked
/// for, and watches each statement for observers that we do not have.
///
/// Unchecked: GRDB gives a connection to one thread at a time, and its
/// statements go with it.
final class PreparedStatements: @unchecked Sendable {
    /// Held, so that no other connection ever comes to stand at its address.
    private let database: Database
    private var known: [Text: Statement] = [:]

    init(_ database: Database) { self.database = database }

    /// The statement for `sql`, with arguments to be bound to it and no row begun.
    func statement(_ sql: String) throws -> Statement {
        let text = Text(sql: sql)
        guard let found = known[text] else {
            let made = try database.makeStatement(sql: Placeholders.rewrite(sql))
            known[text] = made
            return made
        }
        guard sqlite3_stmt_busy(found.sqliteStatement) != 0 else { return found }
        // The same statement again while its rows are being read: a copy, or the
        // outer loop would be wound back without an error.
        return try database.makeStatement(sql: Placeholders.rewrite(sql))
    }

    /// Found by its length and its end, told from others by all of it.
    private struct Text: Hashable {
        let sql: String

        func hash(into hasher: inout Hasher) {
            var sql = sql
            sql.withUTF8 { units in
                hasher.combine(units.count)
                hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(units).suffix(32)))
            }
        }
    }
}
