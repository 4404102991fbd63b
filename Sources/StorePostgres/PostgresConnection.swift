import CPostgres
import HotlineStore

/// The port's connection over a session, for the length of one transaction.
struct PostgresConnection: Connection {
    let session: PostgresSession
    let transaction: Int

    /// How many rows of a long result are in memory at once: few to begin with,
    /// for a reader who soon has enough.
    private static let pages = (first: 200, most: 4_000)

    /// Goes out with the next question or with the commit: what is wrong with it is told then.
    func run(_ sql: String, _ arguments: [SQLValue]) throws {
        try check()
        try arguments.refuseZeroBytes()
        try session.run(sql, arguments)
    }

    /// By a cursor: other statements may be asked between two of its rows, and of
    /// a million calls a few thousand are in memory.
    func rows(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
        try check()
        try arguments.refuseZeroBytes()
        var size = PostgresConnection.pages.first
        var (cursor, page) = try session.openCursor(sql, arguments, rows: size)
        while true {
            let isLast = PQntuples(page) < size
            guard try each(page, body), !isLast else { break }
            size = min(size * 4, PostgresConnection.pages.most)
            page = try session.fetch(size, from: cursor)
        }
        try session.closeCursor(cursor)
    }

    func rowsAtOnce(_ sql: String, _ arguments: [SQLValue], _ body: (any SQLRow) throws -> Bool) throws {
        try check()
        try arguments.refuseZeroBytes()
        _ = try each(try session.query(sql, arguments), body)
    }

    func announce(_ questions: [Question]) throws {
        try check()
        for question in questions { try question.arguments.refuseZeroBytes() }
        try session.announce(questions)
    }

    func script(_ sql: String) throws {
        try check()
        try session.script(sql)
    }

    /// False when the reader has enough.
    private func each(_ result: OpaquePointer, _ body: (any SQLRow) throws -> Bool) throws -> Bool {
        defer { PQclear(result) }
        for row in 0..<PQntuples(result) {
            guard try body(PostgresRow(result: result, row: row)) else { return false }
        }
        return true
    }

    /// What came now would be written on its own.
    private func check() throws {
        guard session.isInTransaction, session.transactionNumber == transaction else {
            throw StoreError.failed(detail: "a statement after its transaction had ended")
        }
    }
}
