import CPostgres
import Glibc
import HotlineStore

/// One connection to the server. What is asked goes out in libpq's pipeline:
/// statements that give nothing back wait for the next one that does, and for
/// the commit, and all of them cost one journey there and back.
///
/// Unchecked: whoever takes it from `Readers` or `WritingSession` is alone with it.
final class PostgresSession: @unchecked Sendable {
    /// How errors name the store.
    let path: String
    let connection: OpaquePointer
    private let patience: CommitPatience
    private var prepared: [String: Prepared] = [:]
    private var preparedCount = 0
    private var values = BoundValues()
    private var awaited: [Awaited] = []
    /// Questions that went out before they were asked, each with a batch of its own, in order.
    private var announced: [Question] = []
    private var cursors = 0
    /// In a state that nobody knows: it is closed, and with it goes what it holds.
    private var isSpent = false
    /// Which of its transactions this is: a statement that comes after its own has ended is refused.
    private(set) var transactionNumber = 0
    private(set) var isInTransaction = false
    /// What first went wrong in this transaction.
    private(set) var failure: ServerFailure?
    /// Whether this transaction was given anything to write,
    private(set) var hasWritten = false
    /// and whether it has told anything yet: if not, it may be begun anew on another session.
    private(set) var hasAnswered = false

    /// Answers that are still to come, in the order they will.
    private enum Awaited {
        case preparing(sql: String)
        case command
        case rows
        case commit
        /// Whether it succeeds is nobody's concern.
        case aside
        case sync

        var isSync: Bool { if case .sync = self { true } else { false } }
        var isCommit: Bool { if case .commit = self { true } else { false } }
    }

    private struct Prepared {
        let name: String
        let types: [Oid]

        func fits(_ arguments: [SQLValue]) -> Bool {
            arguments.count == types.count
                && zip(arguments, types).allSatisfy { argument, type in argument == .null || argument.type == type }
        }
    }

    /// Answers that may be outstanding before they are taken: what the server
    /// says of them waits in memory.
    private static let awaitedMax = 512
    private static let announcedMax = 40
    /// Statements whose text is never asked again would pile up on the server.
    private static let preparedMax = 600

    /// Takes over an open connection in pipeline mode.
    init(_ connection: OpaquePointer, path: String, _ patience: CommitPatience) {
        self.connection = connection
        self.path = path
        self.patience = patience
    }

    deinit { PQfinish(connection) }

    /// Also notices a server that has gone since, without asking it: then its end of the line is closed.
    var isLost: Bool {
        if isSpent { return true }
        var question = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
        // Its last words come first, and the end after them.
        for _ in 0..<4 where PQstatus(connection) == CONNECTION_OK && poll(&question, 1, 0) > 0 {
            PQconsumeInput(connection)
        }
        return PQstatus(connection) == CONNECTION_BAD
    }

    // MARK: - Transactions

    /// A snapshot that does not change. Its end is not waited for.
    func reading<T>(_ body: (any Connection) throws -> T) throws -> T {
        try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", {}, body) {
            // Unless something is still out whose answer is to be looked at.
            if hasWritten || !announced.isEmpty { try settle() }
            try send("COMMIT", [], as: .aside)
            try mark()
        }
    }

    /// Durable when it returns; `after` is sent behind it, if anything was written.
    /// `keys`: what it is about, for one that takes.
    func writing<T>(
        _ turn: Turn, on keys: [Int64] = [], after: String, _ body: (any Connection) throws -> T
    ) throws -> T {
        let wait = { [self] in
            try send(turn.take, [], as: .command)
            for key in keys { try send(Turn.lock, [.integer(key)], as: .command) }
        }
        return try transaction(turn.begin, wait, body) {
            try send("COMMIT", [], as: .commit)
            try mark()
            let batches = batchesAwaited
            // Right behind it, and not waited for: whether it arrives changes nothing about what is committed.
            if hasWritten {
                try? send(after, [], as: .aside)
                try? mark()
            }
            PQclear(try take(through: batches))
        }
    }

    private func transaction<T>(
        _ begin: String, _ wait: () throws -> Void, _ body: (any Connection) throws -> T, end: () throws -> Void
    ) throws -> T {
        if preparedCount > PostgresSession.preparedMax { try forgetStatements() }
        failure = nil
        hasWritten = false
        hasAnswered = false
        announced = []
        transactionNumber += 1
        do {
            try send(begin, [], as: .command)
            try wait()
            isInTransaction = true
            defer { isInTransaction = false }
            let value = try body(PostgresConnection(session: self, transaction: transactionNumber))
            try end()
            return value
        } catch {
            rollBack()
            throw error
        }
    }

    /// What went wrong is said, not that it could not be undone: the server
    /// undoes by itself what is not committed.
    private func rollBack() {
        if isLost { return }
        // A statement that failed takes the rest of its batch with it: a new one.
        try? settle()
        do {
            try send("ROLLBACK", [], as: .command)
            try settle()
        } catch {
            // Nobody must wait for a turn that is not given back.
            isSpent = true
        }
    }

    private func forgetStatements() throws {
        prepared = [:]
        preparedCount = 0
        try sendUnprepared("DEALLOCATE ALL", [], as: .aside)
        // Else the transaction would have begun with it.
        try mark()
    }

    // MARK: - Asking

    /// A statement outside of a transaction that gives one row, or none, back.
    func ask<T>(_ sql: String, _ arguments: [SQLValue] = [], _ row: (PostgresRow) throws -> T) throws -> T? {
        failure = nil
        let result = try query(sql, arguments)
        defer { PQclear(result) }
        return PQntuples(result) > 0 ? try row(PostgresRow(result: result, row: 0)) : nil
    }

    func run(_ sql: String, _ arguments: [SQLValue]) throws {
        hasWritten = true
        try send(sql, arguments, as: .command)
        if awaited.count > PostgresSession.awaitedMax { try settle() }
    }

    /// All rows in memory; to be cleared by the caller.
    func query(_ sql: String, _ arguments: [SQLValue]) throws -> OpaquePointer {
        if let next = announced.first, next.sql == sql, next.arguments == arguments {
            let batches = batchesAwaited - announced.count + 1
            announced.removeFirst()
            return try rows(through: batches)
        }
        try send(sql, arguments, as: .rows)
        return try settled()
    }

    /// Sends off what is asked next. Its answers wait in memory, so it is not much.
    func announce(_ questions: [Question]) throws {
        guard announced.isEmpty else { return }
        for question in questions.prefix(PostgresSession.announcedMax) {
            try send(question.sql, question.arguments, as: .rows)
            try mark()
            announced.append(question)
        }
    }

    /// Opens a cursor and gives its name and first rows.
    func openCursor(_ sql: String, _ arguments: [SQLValue], rows: Int) throws -> (name: String, OpaquePointer) {
        cursors += 1
        let name = "rows_\(cursors)"
        try sendUnprepared("DECLARE \(name) NO SCROLL CURSOR FOR \(sql)", arguments, as: .command)
        return (name, try fetch(rows, from: name))
    }

    func fetch(_ rows: Int, from cursor: String) throws -> OpaquePointer {
        try sendUnprepared("FETCH FORWARD \(rows) FROM \(cursor)", [], as: .rows)
        return try settled()
    }

    /// With whatever is sent next.
    func closeCursor(_ name: String) throws { try sendUnprepared("CLOSE \(name)", [], as: .aside) }

    /// Several statements of a transaction at once.
    func script(_ sql: String) throws {
        hasWritten = true
        try alone(sql)
    }

    /// What a pipeline does not take.
    func alone(_ sql: String) throws {
        try settle()
        guard PQexitPipelineMode(connection) == 1 else { throw lost() }
        defer { PQenterPipelineMode(connection) }
        guard PQsendQuery(connection, sql) == 1 else { throw lost() }
        var first: ServerFailure?
        while let result = PQgetResult(connection) {
            if first == nil, PQresultStatus(result) == PGRES_FATAL_ERROR { first = ServerFailure(result) }
            PQclear(result)
        }
        if let first { throw noted(first) }
    }

    // MARK: - Sending

    private func send(_ sql: String, _ arguments: [SQLValue], as kind: Awaited) throws {
        let name = try prepare(sql, arguments)
        values.fill(arguments)
        // First: what cannot be sent may have been sent in part.
        awaited.append(kind)
        let isSent = values.with { count, values, lengths, formats in
            PQsendQueryPrepared(connection, name, count, values, lengths, formats, 1)
        }
        guard isSent == 1 else { throw lost() }
    }

    private func sendUnprepared(_ sql: String, _ arguments: [SQLValue], as kind: Awaited) throws {
        values.fill(arguments)
        let types = arguments.map(\.type)
        awaited.append(kind)
        let isSent = values.with { count, values, lengths, formats in
            PQsendQueryParams(connection, sql, count, types, values, lengths, formats, 1)
        }
        guard isSent == 1 else { throw lost() }
    }

    /// The name of the statement with this text and for arguments of these types.
    /// A null fits any type; where the first call brought one, the server found the type out.
    private func prepare(_ sql: String, _ arguments: [SQLValue]) throws -> String {
        if let known = prepared[sql], known.fits(arguments) { return known.name }
        let before = prepared[sql]?.types ?? []
        let types = arguments.enumerated().map { place, argument in
            argument == .null && place < before.count ? before[place] : argument.type
        }
        preparedCount += 1
        let made = Prepared(name: "s\(transactionNumber)_\(preparedCount)", types: types)
        guard PQsendPrepare(connection, made.name, sql, Int32(types.count), types) == 1 else { throw lost() }
        awaited.append(.preparing(sql: sql))
        prepared[sql] = made
        return made.name
    }

    /// Ends a batch and sends it off.
    private func mark() throws {
        guard PQpipelineSync(connection) == 1 else { throw lost() }
        awaited.append(.sync)
    }

    // MARK: - Answers

    private var batchesAwaited: Int { awaited.count(where: \.isSync) }

    /// Waits until all that was sent is answered.
    func settle() throws {
        announced = []
        try mark()
        PQclear(try take(through: batchesAwaited))
    }

    private func settled() throws -> OpaquePointer {
        announced = []
        try mark()
        return try rows(through: batchesAwaited)
    }

    private func rows(through batches: Int) throws -> OpaquePointer {
        guard let rows = try take(through: batches) else {
            throw StoreError.failed(detail: "a statement that gives nothing back was asked for rows")
        }
        return rows
    }

    /// Takes answers up to the end of so many batches; the rows that came last
    /// are given back. The first failure is thrown when the batch it is in is over.
    @discardableResult
    private func take(through batches: Int) throws -> OpaquePointer? {
        var left = batches
        var rows: OpaquePointer?
        var first: ServerFailure?
        var answered = 0
        defer { awaited.removeFirst(min(answered, awaited.count)) }
        while left > 0, answered < awaited.count {
            let kind = awaited[answered]
            answered += 1
            guard let result = nextAnswer() else {
                PQclear(rows)
                throw broken(at: answered - 1, first)
            }
            switch (kind, PQresultStatus(result)) {
            case (.sync, PGRES_PIPELINE_SYNC): left -= 1
            case (.rows, PGRES_TUPLES_OK):
                PQclear(rows)
                rows = result
                hasAnswered = true
            case (.commit, PGRES_COMMAND_OK) where String(cString: PQcmdStatus(result)) != "COMMIT":
                // A failure before was passed over; the server undid all of it.
                first = first ?? failure ?? ServerFailure(state: "25P02", message: "nothing was committed")
            case (.preparing(let sql), let status) where status != PGRES_COMMAND_OK:
                prepared[sql] = nil
                if status == PGRES_FATAL_ERROR { first = first ?? ServerFailure(result) }
            case (.aside, _), (_, PGRES_PIPELINE_ABORTED), (_, PGRES_COMMAND_OK), (_, PGRES_TUPLES_OK): break
            default: first = first ?? ServerFailure(result)
            }
            if rows != result { PQclear(result) }
            if PQstatus(connection) == CONNECTION_BAD {
                PQclear(rows)
                throw broken(at: answered - 1, first)
            }
            // A null ends the answers to each statement, and none those to the end of a batch.
            if !kind.isSync, let more = PQgetResult(connection) { PQclear(more) }
        }
        guard let first else { return rows }
        PQclear(rows)
        throw noted(first)
    }

    /// Nil where the line broke, or a commit is not acknowledged in time.
    private func nextAnswer() -> OpaquePointer? {
        if awaited.contains(where: \.isCommit), !patience.hasAnswer(connection) { return nil }
        return PQgetResult(connection)
    }

    private func noted(_ first: ServerFailure) -> StoreError {
        if failure == nil { failure = first }
        return StoreError(first, path: path)
    }

    /// The line broke while the answer at `place` was awaited. Was a commit on its
    /// way, nobody knows whether it arrived, unless something before it had failed.
    private func broken(at place: Int, _ first: ServerFailure?) -> StoreError {
        let commit = awaited.firstIndex(where: \.isCommit)
        let isRefused = first?.state != nil && commit.map { place < $0 } ?? true
        let lost = first ?? ServerFailure(state: nil, message: said)
        awaited = []
        isSpent = true
        if failure == nil { failure = lost }
        guard commit != nil, !isRefused else { return StoreError(lost, path: path) }
        return .unsure(path: path)
    }

    /// Nothing can be sent any more. A commit may have gone out with what was sent last.
    private func lost() -> StoreError { broken(at: 0, nil) }

    private var said: String { ServerAddress.line(String(cString: PQerrorMessage(connection))) }
}
