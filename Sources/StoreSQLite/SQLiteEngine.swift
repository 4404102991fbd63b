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
    public static let busySeconds = 5.0

    public let node: Int64
    /// As it was named; empty in memory.
    public var path: String { files?.named ?? "" }
    public var beside: String? { files?.database }
    /// The disk is so full that the store could be opened to be read only, and
    /// by this program alone: whoever stays should not.
    public let onlyReads: Bool
    let writer: any DatabaseWriter
    private let files: StoreFiles?
    private let locks: LockFile?
    private let bells: Bell?
    private let reserve: Reserve?
    private let isShort: Atomic<Bool>
    private let busySeconds: Double
    private let watch: CommitWatch
    private let statements = Mutex<[ObjectIdentifier: PreparedStatements]>([:])

    /// In memory: nothing beside it, nobody else.
    init(memory: DatabaseQueue, node: Int64) {
        writer = memory
        self.node = node
        files = nil
        locks = nil
        bells = nil
        reserve = nil
        isShort = Atomic(false)
        busySeconds = SQLiteEngine.busySeconds
        watch = CommitWatch(nil)
        onlyReads = false
    }

    /// In a file on a full disk, to be read.
    init(reading queue: DatabaseQueue, files: StoreFiles, locks: LockFile, node: Int64, busySeconds: Double) {
        writer = queue
        self.node = node
        self.files = files
        self.locks = locks
        bells = nil
        reserve = nil
        isShort = Atomic(false)
        self.busySeconds = busySeconds
        // Nobody else commits anything meanwhile.
        watch = CommitWatch(nil)
        onlyReads = true
    }

    /// In a file. `isShort`: the reserve had to be given up to open it.
    init(pool: DatabasePool, files: StoreFiles, locks: LockFile, node: Int64, busySeconds: Double, isShort: Bool) {
        writer = pool
        self.node = node
        self.files = files
        self.locks = locks
        bells = Bell(files, locks, node: node)
        reserve = Reserve(files: files)
        self.isShort = Atomic(isShort)
        self.busySeconds = busySeconds
        watch = CommitWatch(files)
        onlyReads = false
    }

    deinit { close() }

    /// Lets go of the file. Nothing may be asked of the engine afterwards.
    public func close() {
        bells?.close()
        watch.close()
        // A connection stays open while one of its statements is there.
        statements.withLock { $0 = [:] }
        // Readers first: only a connection that may write brings the journal home
        // when it is the last to close, and GRDB would close the writer first.
        (writer as? DatabasePool)?.releaseMemory()
        try? writer.close()
        locks?.close()
    }

    public var dialect: Dialect { SQLiteEngine.dialect }

    public static let dialect = Dialect(
        bytes: "BLOB", integer: "INTEGER", text: "TEXT", tableSuffix: " STRICT",
        countedKey: "INTEGER PRIMARY KEY AUTOINCREMENT",
        tableNames: names(of: "table"), indexNames: names(of: "index"))

    private static func names(of type: String) -> String {
        "SELECT name FROM sqlite_schema WHERE type = '\(type)' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    }

    public func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        // In memory all share one connection: GRDB keeps a reader from writing.
        guard files != nil else { return try translated { try writer.read { try body(connection($0)) } } }
        return try translated { try writer.unsafeRead { try connection($0).transaction("BEGIN", body) } }
    }

    public func write<T>(_ body: (any Connection) throws -> T) throws -> T {
        try write(isRepeatable: false, body)
    }

    public func writeRepeatably<T>(_ body: (any Connection) throws -> T) throws -> T {
        try write(isRepeatable: true, body)
    }

    private func write<T>(isRepeatable: Bool, _ body: (any Connection) throws -> T) throws -> T {
        if onlyReads { throw StoreError.diskFull(path: path) }
        let (value, isChanged) = try translated {
            // The queue of this process first, then the one of all of them.
            try writer.writeWithoutTransaction { database in
                if let locks {
                    guard locks.take(.turnstile, within: busySeconds) else { throw StoreError.busy }
                }
                defer { locks?.leave(.turnstile) }
                let before = sqlite3_total_changes64(database.sqliteConnection)
                let value = try transaction(database, isRepeatable: isRepeatable, body)
                return (value, sqlite3_total_changes64(database.sqliteConnection) != before)
            }
        }
        if isChanged {
            watch.committed()
            bells?.ring()
        }
        if isShort.load(ordering: .relaxed), reserve?.make() == true { isShort.store(false, ordering: .relaxed) }
        return value
    }

    /// What met a full disk has changed nothing: with the room the reserve gives
    /// back it is tried once more, where it may be, and else the next act has a
    /// chance, and so has a draft.
    private func transaction<T>(
        _ database: Database, isRepeatable: Bool, _ body: (any Connection) throws -> T
    ) throws -> T {
        do {
            return try attempt(database, body)
        } catch let error as StoreError {
            guard case .diskFull = error, let reserve else { throw error }
            relieve(database, reserve)
            defer { isShort.store(!reserve.make(), ordering: .relaxed) }
            guard isRepeatable else { throw error }
            do {
                return try attempt(database, body)
            } catch let again as StoreError {
                if case .diskFull = again { relieve(database, reserve) }
                throw again
            }
        }
    }

    private func attempt<T>(_ database: Database, _ body: (any Connection) throws -> T) throws -> T {
        try connection(database).transaction("BEGIN IMMEDIATE", body)
    }

    /// Brings the journal home, whose file then serves again, with the reserve for what that takes.
    private func relieve(_ database: Database, _ reserve: Reserve) {
        _ = reserve.release()
        // Readers are not waited for.
        sqlite3_busy_timeout(database.sqliteConnection, 0)
        _ = try? database.checkpoint(.truncate)
        sqlite3_busy_timeout(database.sqliteConnection, Int32(busySeconds * 1000))
    }

    public func wipe(within seconds: Double) throws -> Bool {
        guard files != nil else { return true }
        if onlyReads { return false }
        return try translated {
            try writer.writeWithoutTransaction { database in
                sqlite3_busy_timeout(database.sqliteConnection, Int32(seconds * 1000))
                defer { sqlite3_busy_timeout(database.sqliteConnection, Int32(busySeconds * 1000)) }
                do {
                    try database.checkpoint(.truncate)
                    return true
                } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                    return false
                }
            }
        }
    }

    /// May also change without a commit, when the journal begins anew.
    public func changeMark() throws -> Int64 { try translated { try watch.mark() } }

    public var bell: Int32? { bells?.listen() }
    public func drainBell() { bells?.drain() }

    private func connection(_ database: Database) -> SQLiteConnection {
        let own = statements.withLock { known in
            if let found = known[ObjectIdentifier(database)] { return found }
            let made = PreparedStatements(database)
            known[ObjectIdentifier(database)] = made
            return made
        }
        return SQLiteConnection(database: database, statements: own, files: files)
    }

    func translated<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, files)
        }
    }
}
