import Dispatch
import GRDB
import GRDBSQLite
import Glibc
import HotlineStore

extension SQLiteEngine {
    /// What to do about a file that is not there.
    public enum Creation: Sendable {
        /// Refuse: `missing`.
        case never
        /// Make it; refuse one that is there: `exists`.
        case new
        /// Make it unless it is there: for several first starts at once.
        case ifMissing
    }

    /// Opens the store in `path`. A store just made holds nothing yet: no table.
    /// A file that is something else is refused and nothing is put beside it.
    /// `mayOnlyRead`: on a disk so full that not even the journal's files can be
    /// made, it is opened all the same, to be read. `isAlone`: nobody else may
    /// have it open, and nobody opens it meanwhile: `inUse`.
    public static func open(
        path: String, create: Creation = .never, mayOnlyRead: Bool = false, isAlone: Bool = false,
        busySeconds: Double = SQLiteEngine.busySeconds
    ) throws -> SQLiteEngine {
        var files = StoreFiles(path)
        if create != .never {
            try makeFolder(files)
            files = StoreFiles(path)
        }
        switch (try FileMark(files), create) {
        case (nil, .never): throw StoreError.missing(path: path)
        case (.some, .new): throw StoreError.exists(path: path)
        case (.some(let mark), _): try mark.refuseOthers(files)
        case (nil, _): try refuseLinkToNothing(files)
        }
        let locks = try LockFile(files)
        guard locks.take(.opening, within: busySeconds) else { throw StoreError.busy }
        defer { locks.leave(.opening) }
        if isAlone {
            guard locks.take(.presence) else { throw StoreError.inUse(path: path) }
        } else {
            guard locks.take(.presence, shared: true, within: busySeconds) else { throw StoreError.busy }
        }
        if try FileMark(files) == nil {
            guard create != .never else { throw StoreError.missing(path: path) }
            try makeFile(files)
        } else if create == .new {
            throw StoreError.exists(path: path)
        }
        do {
            let (pool, isShort) = try openWithReserve(files, busySeconds)
            return SQLiteEngine(
                pool: pool, files: files, locks: locks, node: try takeNode(in: pool, files, locks, busySeconds),
                busySeconds: busySeconds, isShort: isShort)
        } catch StoreError.diskFull(let path) {
            // Whoever has it open has the journal's files too, so nobody has to be sent away for this.
            guard mayOnlyRead, locks.take(.presence) else { throw StoreError.diskFull(path: path) }
            let queue = try openToRead(files, busySeconds)
            return SQLiteEngine(
                reading: queue, files: files, locks: locks,
                node: try takeNode(in: queue, files, locks, busySeconds), busySeconds: busySeconds)
        }
    }

    /// A store that joined a server has a few numbers of its own, told by its desk's mark, and room for as many
    /// programs: somebody who is quick is waited for.
    private static func takeNode(
        in database: some DatabaseReader, _ files: StoreFiles, _ locks: LockFile, _ busySeconds: Double
    ) throws -> Int64 {
        let nodes: (range: ClosedRange<Int64>, isOfDesk: Bool)
        do {
            nodes = try database.read { database in
                try Store.nodes(
                    SQLiteConnection(database: database, statements: PreparedStatements(database), files: files),
                    SQLiteEngine.dialect)
            }
        } catch let error as DatabaseError {
            throw StoreError(error, files)
        }
        guard nodes.isOfDesk else {
            guard let node = locks.takeNode(from: nodes.range) else { throw StoreError.busy }
            return node
        }
        let end = DispatchTime.now() + busySeconds
        repeat {
            if let node = locks.takeNode(from: nodes.range) { return node }
            usleep(20_000)
        } while DispatchTime.now() < end
        throw StoreError.deskIsFull(path: files.named, programs: nodes.range.count)
    }

    /// Alone with a store, SQLite keeps in memory what it else needs a file beside
    /// it for, and the journal that somebody left is read like any other. A
    /// file opened as one that cannot change would be read without it.
    private static func openToRead(_ files: StoreFiles, _ busySeconds: Double) throws -> DatabaseQueue {
        var configuration = configuration(busySeconds)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON")
        }
        do {
            return try DatabaseQueue(path: files.database, configuration: configuration)
        } catch let error as DatabaseError {
            throw StoreError(error, files)
        }
    }

    /// A store that is gone with the engine: for tests.
    public static func inMemory(node: Int64 = 1) throws -> SQLiteEngine {
        do {
            return SQLiteEngine(memory: try DatabaseQueue(configuration: configuration(busySeconds)), node: node)
        } catch let error as DatabaseError {
            throw StoreError(error, nil)
        }
    }

    /// On a full disk the reserve makes room for the journal's files.
    private static func openWithReserve(_ files: StoreFiles, _ busySeconds: Double) throws -> (
        DatabasePool, isShort: Bool
    ) {
        let reserve = Reserve(files: files)
        do {
            let pool = try openPool(files, busySeconds)
            return (pool, isShort: !reserve.make())
        } catch StoreError.diskFull(let path) {
            guard reserve.release() else { throw StoreError.diskFull(path: path) }
            return (try openPool(files, busySeconds), isShort: true)
        }
    }

    private static func openPool(_ files: StoreFiles, _ busySeconds: Double) throws -> DatabasePool {
        do {
            guard access(files.database, W_OK) == 0, access(files.folder, W_OK) == 0 else {
                throw StoreError(systemError: errno, path: files.named)
            }
            let pool = try DatabasePool(path: files.database, configuration: configuration(busySeconds))
            // GRDB sets NORMAL after the connection was prepared: a power cut would
            // then lose calls that were acknowledged. So on the open pool, and asked back.
            let level = try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                return try Int.fetchOne(database, sql: "PRAGMA synchronous")
            }
            guard level == 2 else { throw StoreError.failed(detail: "SQLite refuses to write durably") }
            let erases = try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA secure_delete") }
            guard erases == 1 else { throw StoreError.failed(detail: "SQLite refuses to overwrite what is erased") }
            return pool
        } catch let error as DatabaseError {
            throw StoreError(error, files)
        }
    }

    private static func configuration(_ busySeconds: Double) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // Erased words leave no traces in free pages; temporary tables never
            // reach a disk; a damaged page is noticed when it is read.
            try database.execute(
                sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    /// With every folder above it, for their owner only.
    static func makeFolder(_ files: StoreFiles) throws(StoreError) {
        var made = ""
        for part in files.folder.split(separator: "/", omittingEmptySubsequences: false) {
            made += part + "/"
            guard mkdir(made, 0o700) != 0, errno != EEXIST else { continue }
            let refused = errno
            guard access(made, F_OK) == 0 else { throw StoreError(systemError: refused, path: files.named) }
        }
    }

    /// What is made would be found under another name, or not at all.
    private static func refuseLinkToNothing(_ files: StoreFiles) throws(StoreError) {
        var about = stat()
        guard lstat(files.database, &about) == 0 else { return }
        throw .unavailable(path: files.named, detail: "it is a link to nothing")
    }

    private static func makeFile(_ files: StoreFiles) throws {
        try WholeFile(files, suffix: ".new").make { path in
            do {
                let queue = try DatabaseQueue(path: path)
                try queue.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA application_id = \(applicationID)")
                }
                try queue.close()
            } catch let error as DatabaseError {
                throw StoreError(error, files)
            }
        }
    }
}
