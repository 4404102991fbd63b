import Foundation
import GRDB
import Glibc
import HotlineStore

extension SQLiteEngine {
    /// Says before anything is changed what stands in the way, by throwing it:
    /// it is given the backup, and what is to be replaced; nil where that is too
    /// damaged to be opened.
    public typealias Judge = (_ backup: any Connection, _ replaced: (any Connection)?) throws -> Void

    /// Puts the store in `source` in the place of the one in `target`, whole or
    /// not at all, and keeps the old one beside it: its name ends in `label`.
    /// Nobody may have `target` open meanwhile: `inUse`. Returns where the old
    /// one is, nil where there was none.
    @discardableResult
    public static func restore(
        from source: String, to target: String, keptAs label: String, judge: Judge = { _, _ in },
        progress: (Double) -> Void = { _ in }
    ) throws -> String? {
        let old = StoreFiles(source)
        guard let mark = try FileMark(old) else { throw StoreError.missing(path: source) }
        try mark.refuseOthers(old)
        try makeFolder(StoreFiles(target))
        let new = StoreFiles(target)
        guard old.database != new.database else { throw StoreError.exists(path: target) }
        try refuseToOverwrite(new)
        let locks = try LockFile(new)
        guard locks.take(.opening, within: busySeconds) else { throw StoreError.busy }
        guard locks.take(.presence) else { throw StoreError.inUse(path: target) }
        // Where there is no store in the end, nothing is left behind that looks like one.
        defer { if access(new.database, F_OK) != 0 { locks.remove() } }
        var kept: String?
        let makeWay = {
            kept = try putAside(new, label)
            try carryKey(from: old, to: new, keptAs: kept)
        }
        try WholeFile(new, suffix: ".restoring").make(putAside: makeWay) { making in
            try copySound(old, to: making, for: new, judge, progress)
        }
        return kept
    }

    /// An open store's key goes where its store goes; a sealed one has none
    /// beside it, and must not be given another's.
    private static func carryKey(from source: StoreFiles, to target: StoreFiles, keptAs kept: String?) throws {
        if let kept { link(target.key, kept + ".key") }
        guard access(source.key, F_OK) == 0 else {
            unlink(target.key)
            return
        }
        let making = target.key + ".restoring"
        let key = try Data(contentsOf: URL(fileURLWithPath: source.key))
        unlink(making)
        let descriptor = Glibc.open(making, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(systemError: errno, path: target.named) }
        defer { Glibc.close(descriptor) }
        let written = key.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard written == key.count, fsync(descriptor) == 0, rename(making, target.key) == 0 else {
            throw StoreError(systemError: written < 0 || written == key.count ? errno : ENOSPC, path: target.named)
        }
    }

    /// A store may be replaced, a damaged one too; anything else is not ours.
    private static func refuseToOverwrite(_ files: StoreFiles) throws {
        do {
            try FileMark(files)?.refuseOthers(files)
        } catch StoreError.damaged {
            return
        }
    }

    private static func copySound(
        _ source: StoreFiles, to path: String, for target: StoreFiles, _ judge: Judge,
        _ progress: (Double) -> Void
    ) throws {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(busySeconds)
            let queue = try DatabaseQueue(path: source.database, configuration: configuration)
            try queue.read { database in
                let findings = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
                guard findings == ["ok"] else {
                    throw StoreError.damaged(detail: findings.joined(separator: "; "))
                }
                let backup = SQLiteConnection(
                    database: database, statements: PreparedStatements(database), files: source)
                if try isOpen(database) {
                    guard access(source.key, F_OK) == 0 else { throw StoreError.keyMissing(path: source.key) }
                    try Store.checkKey(besideBackup: source.database, of: backup)
                }
                if access(target.database, F_OK) == 0 {
                    try reading(target) { try judge(backup, $0) }
                }
                try copy(database, to: path, for: target, progress)
            }
            try queue.close()
        } catch let error as DatabaseError {
            throw StoreError(error, source)
        }
    }

    private static func isOpen(_ database: Database) throws -> Bool {
        guard try database.tableExists("meta") else { return false }
        return try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'open'") == "1"
    }

    /// `body` is given nil where the file cannot be opened as a database.
    private static func reading(_ files: StoreFiles, _ body: ((any Connection)?) throws -> Void) throws {
        guard let queue = try? DatabaseQueue(path: files.database),
            (try? queue.read { try $0.tableExists("meta") }) != nil
        else { return try body(nil) }
        try queue.read {
            try body(SQLiteConnection(database: $0, statements: PreparedStatements($0), files: files))
        }
        try queue.close()
    }

    /// Gives the old file a second name beside it; its own is then overwritten in
    /// one step. What its journal still holds must be settled first, or it would
    /// be played into the new file.
    static func putAside(_ files: StoreFiles, _ label: String) throws -> String? {
        guard access(files.database, F_OK) == 0 else { return nil }
        let kept = unusedName(files.database + "." + label)
        let settled = (try? settle(files)) != nil
        guard link(files.database, kept) == 0 || rename(files.database, kept) == 0 else {
            throw StoreError(systemError: errno, path: files.named)
        }
        // Too damaged to be settled: its journal stays with it.
        if !settled { rename(files.writeAheadLog, kept + "-wal") }
        unlink(files.writeAheadLog)
        unlink(files.sharedMemory)
        return kept
    }

    private static func settle(_ files: StoreFiles) throws {
        let queue = try DatabaseQueue(path: files.database)
        try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try queue.close()
    }

    private static func unusedName(_ start: String) -> String {
        guard access(start, F_OK) == 0 else { return start }
        var number = 2
        while access("\(start)-\(number)", F_OK) == 0 { number += 1 }
        return "\(start)-\(number)"
    }
}
