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
    /// made, it is opened all the same, to be read.
    public static func open(
        path: String, create: Creation = .never, mayOnlyRead: Bool = false,
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
        guard locks.take(.opening, within: busySeconds), locks.take(.presence, shared: true, within: busySeconds)
        else { throw StoreError.busy }
        defer { locks.leave(.opening) }
        if try FileMark(files) == nil {
            guard create != .never else { throw StoreError.missing(path: path) }
            try makeFile(files)
        } else if create == .new {
            throw StoreError.exists(path: path)
        }
        guard let node = locks.takeNode() else { throw StoreError.busy }
        do {
            let (pool, isShort) = try openWithReserve(files, busySeconds)
            return SQLiteEngine(
                pool: pool, files: files, locks: locks, node: node, busySeconds: busySeconds, isShort: isShort)
        } catch StoreError.diskFull(let path) {
            // Whoever has it open has the journal's files too, so nobody has to be sent away for this.
            guard mayOnlyRead, locks.take(.presence) else { throw StoreError.diskFull(path: path) }
            return SQLiteEngine(
                reading: try openToRead(files, busySeconds), files: files, locks: locks, node: node,
                busySeconds: busySeconds)
        }
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
    public static func inMemory() throws -> SQLiteEngine {
        do {
            return SQLiteEngine(memory: try DatabaseQueue(configuration: configuration(busySeconds)))
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
