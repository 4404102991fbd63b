import Foundation
import StoreSQLite
import Testing

@testable import HotlineStore

/// In programs of their own: the limit and the small disk are theirs only.
@Suite("a full disk")
struct EngineFullDiskTests {
    @Test("is a clear error and loses nothing")
    func limitedFile() async {
        await #expect(processExitsWith: .success) {
            try TemporaryFolder.with { folder in
                let path = folder.path("hotline.db")
                let engine = try SQLiteEngine.open(path: path, create: .new).withNotes()
                try engine.note("before")
                try FileLimit.with(bytes: 200_000) {
                    let error = try Self.fill(engine)
                    #expect(error == .diskFull(path: path))
                    #expect(throws: StoreError.diskFull(path: path)) { try Self.note(engine, bytes: 400_000) }
                }
                let kept = try engine.notes()
                #expect(kept >= 1)
                try engine.note("after")
                engine.close()
                let again = try SQLiteEngine.open(path: path)
                #expect(try again.notes() == kept + 1)
                #expect(try again.integrityFindings() == [])
                again.close()
            }
        }
    }

    @Test("is what is said when not even the journal's files can be made")
    func opening() async {
        await #expect(processExitsWith: .success) {
            try TemporaryFolder.with { folder in
                let path = folder.path("hotline.db")
                try SQLiteEngine.open(path: path, create: .new).withNotes().close()
                try FileLimit.with(bytes: 1_000) {
                    #expect(throws: StoreError.diskFull(path: path)) { try SQLiteEngine.open(path: path) }
                    let other = folder.path("other.db")
                    #expect(throws: StoreError.diskFull(path: other)) {
                        try SQLiteEngine.open(path: other, create: .new)
                    }
                    let copy = folder.path("copy.db")
                    #expect(throws: StoreError.diskFull(path: copy)) {
                        try SQLiteEngine.inMemory().withNotes().backup(to: copy) { _ in }
                    }
                }
                #expect(try folder.names().allSatisfy { !$0.contains("new") && !$0.contains("partial") })
                let again = try SQLiteEngine.open(path: path)
                #expect(try again.notes() == 0)
                again.close()
            }
        }
    }

    @Test("lets a store be read all the same, what a killed program left in its journal too, and by one alone")
    func reading() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path("hotline.db")
        let first = try SQLiteEngine.open(path: path, create: .new).withNotes()
        try first.note("settled")
        first.close()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let engine = try SQLiteEngine.open(path: path)
            try engine.note("in the journal")
            // Open when it is killed: who lets go brings the journal home.
            withExtendedLifetime(engine) { _ = kill(getpid(), SIGKILL) }
        }
        #expect(try folder.names().contains("hotline.db-wal"))
        unlink(folder.path("hotline.db-shm"))
        // The journal with what was left in it; and, settled by the first one who read it, none.
        for _ in 1...2 {
            await #expect(processExitsWith: .success) { [path = path as String] in
                try FileLimit.with(bytes: 1_000) {
                    #expect(throws: StoreError.diskFull(path: path)) { try SQLiteEngine.open(path: path) }
                    let engine = try SQLiteEngine.open(path: path, mayOnlyRead: true)
                    #expect(engine.onlyReads)
                    #expect(try engine.notes() == 2)
                    #expect(try engine.integrityFindings() == [])
                    #expect(throws: StoreError.diskFull(path: path)) { try engine.note("lost") }
                    #expect(try !engine.wipe(within: 0))
                    #expect(throws: StoreError.busy) {
                        try SQLiteEngine.open(path: path, mayOnlyRead: true, busySeconds: 0.1)
                    }
                    engine.close()
                }
            }
        }
        let again = try SQLiteEngine.open(path: path, mayOnlyRead: true)
        #expect(!again.onlyReads)
        try again.note("there is room")
        #expect(try again.notes() == 3)
        again.close()
    }

    @Test("is no reason to read alone where somebody has the store open already")
    func readingBesideOthers() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path("hotline.db")
        let first = try SQLiteEngine.open(path: path, create: .new).withNotes()
        try first.note("before")
        await #expect(processExitsWith: .success) { [path = path as String] in
            try FileLimit.with(bytes: 1_000) {
                let second = try SQLiteEngine.open(path: path, mayOnlyRead: true)
                #expect(!second.onlyReads)
                #expect(try second.notes() == 1)
                second.close()
            }
        }
        try first.note("after")
        first.close()
    }

    @Test(
        "can still be worked on: the reserve opens the store, and is made again when there is room",
        .enabled(if: SmallDisk.isAllowed, "a disk of eight megabytes must be mounted, which takes root"))
    func reserve() async {
        await #expect(processExitsWith: .success) {
            try TemporaryFolder.with { folder in
                try SmallDisk.mount(folder.root, megabytes: 8)
                defer { SmallDisk.unmount(folder.root) }
                let path = folder.path("hotline.db")
                try SQLiteEngine.open(path: path, create: .new).withNotes().close()
                #expect(try folder.names().contains("hotline.db.reserve"))

                try SmallDisk.fill(folder.path("other"))
                let engine = try SQLiteEngine.open(path: path)
                #expect(!(try folder.names().contains("hotline.db.reserve")))
                try engine.note("on a full disk")
                #expect(try Self.fill(engine) == .diskFull(path: path))
                let kept = try engine.notes()

                try FileManager.default.removeItem(atPath: folder.path("other"))
                try engine.note("there is room again")
                #expect(try folder.names().contains("hotline.db.reserve"))
                engine.close()
                let again = try SQLiteEngine.open(path: path)
                #expect(try again.notes() == kept + 1)
                #expect(try again.integrityFindings() == [])
                again.close()
            }
        }
    }

    @Test(
        "met in the middle of work leaves room for the next act",
        .enabled(if: SmallDisk.isAllowed, "a disk of eight megabytes must be mounted, which takes root"))
    func relief() async {
        await #expect(processExitsWith: .success) {
            try TemporaryFolder.with { folder in
                try SmallDisk.mount(folder.root, megabytes: 8)
                defer { SmallDisk.unmount(folder.root) }
                let path = folder.path("hotline.db")
                let engine = try SQLiteEngine.open(path: path, create: .new).withNotes()
                try engine.note("before")
                try SmallDisk.fill(folder.path("other"))
                #expect(try Self.fill(engine) == .diskFull(path: path))
                try engine.note("the next act")
                engine.close()
            }
        }
    }

    @Test(
        "met in the middle of an act that may be run again is not noticed: the reserve gives the room for it",
        .enabled(if: SmallDisk.isAllowed, "a disk of eight megabytes must be mounted, which takes root"))
    func again() async {
        await #expect(processExitsWith: .success) {
            try TemporaryFolder.with { folder in
                try SmallDisk.mount(folder.root, megabytes: 8)
                defer { SmallDisk.unmount(folder.root) }
                let path = folder.path("hotline.db")
                let engine = try SQLiteEngine.open(path: path, create: .new).withNotes()
                try engine.note("before")
                try SmallDisk.fill(folder.path("other"))
                // More than the journal's file has room for without growing.
                var runs = 0
                try engine.writeRepeatably { connection in
                    runs += 1
                    try connection.run("INSERT INTO note (raw) VALUES (randomblob($1))", [.integer(200_000)])
                }
                #expect(runs == 2)
                #expect(!(try folder.names().contains("hotline.db.reserve")))
                #expect(try engine.notes() == 2)
                #expect(throws: StoreError.diskFull(path: path)) {
                    try engine.writeRepeatably { connection in
                        runs += 1
                        try connection.run("INSERT INTO note (raw) VALUES (randomblob($1))", [.integer(4_000_000)])
                    }
                }
                // Once more, and no oftener.
                #expect(runs == 4)
                try engine.note("the next act")
                engine.close()
                let later = try SQLiteEngine.open(path: path)
                #expect(try later.notes() == 3)
                #expect(try later.integrityFindings() == [])
                later.close()
            }
        }
    }

    /// Writes until something is in the way.
    private static func fill(_ engine: SQLiteEngine) throws -> StoreError? {
        for _ in 0..<2_000 {
            do {
                try note(engine, bytes: 20_000)
            } catch let error as StoreError {
                return error
            }
        }
        return nil
    }

    private static func note(_ engine: SQLiteEngine, bytes: Int) throws {
        try engine.write { try $0.run("INSERT INTO note (raw) VALUES (randomblob($1))", [.integer(Int64(bytes))]) }
    }
}

/// No file of this program may grow beyond a limit: a full disk for every file.
enum FileLimit {
    static func with(bytes: Int, _ body: () throws -> Void) throws {
        signal(SIGXFSZ, SIG_IGN)
        var old = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &old)
        var new = old
        new.rlim_cur = rlim_t(bytes)
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &new)
        defer { setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &old) }
        try body()
    }
}

/// A disk of its own in memory.
enum SmallDisk {
    static let isAllowed: Bool = {
        guard let folder = try? TemporaryFolder() else { return false }
        defer { folder.remove() }
        guard (try? mount(folder.root, megabytes: 1)) != nil else { return false }
        unmount(folder.root)
        return true
    }()

    static func mount(_ path: String, megabytes: Int) throws {
        guard Glibc.mount("none", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    static func unmount(_ path: String) { umount2(path, Int32(MNT_DETACH)) }

    /// Until not a byte more goes in.
    static func fill(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
        defer { close(descriptor) }
        var size = 1 << 20
        let zeros = [UInt8](repeating: 0, count: size)
        while size > 0 {
            let written = write(descriptor, zeros, size)
            if written <= 0 { size /= 2 }
        }
    }
}
