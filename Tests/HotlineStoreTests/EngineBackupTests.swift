import Foundation
import StoreSQLite
import Synchronization
import Testing

@testable import HotlineStore

@Suite("backup and restore")
struct EngineBackupTests {
    private static func store(_ path: String, notes: Int) throws -> SQLiteEngine {
        let engine = try SQLiteEngine.open(path: path, create: .new).withNotes()
        try engine.write { connection in
            for id in 0..<notes {
                try connection.run(
                    "INSERT INTO note (id, raw) VALUES ($1, randomblob(3000))", [.integer(Int64(id))])
            }
        }
        return engine
    }

    @Test("a copy made while others write is of one moment")
    func underLoad() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let engine = try Self.store(path, notes: 2_000)
            let copies = folder.path("copies")
            try FileManager.default.createDirectory(atPath: copies, withIntermediateDirectories: false)
            let copied = Atomic(false)
            let written = Atomic(0)
            let gate = Gate()
            let progress = try Together.run(2) { number -> [Double] in
                var seen: [Double] = []
                if number == 0 {
                    gate.wait()
                    defer { copied.store(true, ordering: .relaxed) }
                    try engine.backup(to: copies + "/one.db") { seen.append($0) }
                } else {
                    let other = try SQLiteEngine.open(path: path)
                    defer { other.close() }
                    // Two notes an act: a copy with half an act has an odd number.
                    repeat {
                        try other.write {
                            for _ in 1...2 { try $0.run("INSERT INTO note (raw) VALUES (randomblob(9000))", []) }
                        }
                        written.add(2, ordering: .relaxed)
                        gate.open()
                    } while !copied.load(ordering: .relaxed)
                }
                return seen
            }[0]
            #expect(progress == progress.sorted())
            #expect(progress.last == 1)
            #expect(progress.count > 1)
            #expect(try folder.names("copies") == ["one.db"])
            #expect(try folder.mode("copies/one.db") == 0o600)
            let copy = try SQLiteEngine.open(path: copies + "/one.db")
            let notes = try copy.notes()
            #expect(notes % 2 == 0)
            #expect((2_000...2_000 + Int64(written.load(ordering: .relaxed))).contains(notes))
            #expect(try copy.integrityFindings() == [])
            copy.close()
            engine.close()
        }
    }

    /// Opens once somebody has been through.
    private final class Gate: Sendable {
        private let semaphore = DispatchSemaphore(value: 0)
        func open() { semaphore.signal() }
        func wait() { semaphore.wait() }
    }

    @Test("a copy replaces nothing and leaves nothing half done")
    func refused() throws {
        try TemporaryFolder.with { folder in
            let engine = try Self.store(folder.path("hotline.db"), notes: 3)
            try FileBytes.write("something else", to: folder.path("there"))
            let before = try folder.names()
            #expect(throws: StoreError.exists(path: folder.path("there"))) {
                try engine.backup(to: folder.path("there")) { _ in }
            }
            #expect(throws: StoreError.exists(path: folder.path("hotline.db"))) {
                try engine.backup(to: folder.path("hotline.db")) { _ in }
            }
            let nowhere = folder.path("nowhere/copy")
            #expect(throws: StoreError.unavailable(path: nowhere, detail: "No such file or directory")) {
                try engine.backup(to: folder.path("nowhere/copy")) { _ in }
            }
            #expect(try folder.names() == before)
            engine.close()
        }
    }

    @Test("a copy can be restored from a disk that cannot be written")
    func readOnlyCopy() async {
        await #expect(processExitsWith: .success) {
            try TemporaryFolder.with { folder in
                try folder.giveUpRoot()
                let engine = try Self.store(folder.path("hotline.db"), notes: 3)
                mkdir(folder.path("stick"), 0o700)
                try engine.backup(to: folder.path("stick/copy.db")) { _ in }
                engine.close()
                chmod(folder.path("stick/copy.db"), 0o400)
                chmod(folder.path("stick"), 0o500)
                try SQLiteEngine.restore(
                    from: folder.path("stick/copy.db"), to: folder.path("new/hotline.db"), keptAs: "day")
                #expect(try folder.names("stick") == ["copy.db"])
                chmod(folder.path("stick"), 0o700)
                let restored = try SQLiteEngine.open(path: folder.path("new/hotline.db"))
                #expect(try restored.notes() == 3)
                restored.close()
            }
        }
    }

    @Test("restoring puts the copy in place and keeps the old store beside it")
    func restore() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let engine = try Self.store(path, notes: 3)
            try engine.backup(to: folder.path("copy.db")) { _ in }
            try engine.note("after the copy")
            engine.close()
            var progress: [Double] = []
            let kept = try SQLiteEngine.restore(
                from: folder.path("copy.db"), to: path, keptAs: "day", progress: { progress.append($0) })
            #expect(kept?.hasSuffix("hotline.db.day") == true)
            #expect(progress.last == 1)
            let second = try SQLiteEngine.restore(from: folder.path("copy.db"), to: path, keptAs: "day")
            #expect(second?.hasSuffix("hotline.db.day-2") == true)
            let restored = try SQLiteEngine.open(path: path)
            #expect(try restored.notes() == 3)
            restored.close()
            let old = try SQLiteEngine.open(path: try #require(kept))
            #expect(try old.notes() == 4)
            old.close()
            #expect(try folder.mode("hotline.db") == 0o600)
        }
    }

    @Test("what a killed program left in its journal is kept with the old store, not played into the new one")
    func journalOfTheDead() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path("hotline.db")
        let engine = try Self.store(path, notes: 3)
        try engine.backup(to: folder.path("copy.db")) { _ in }
        engine.close()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let other = try SQLiteEngine.open(path: path)
            for turn in 1...50 { try other.note("acknowledged \(turn)") }
            kill(getpid(), SIGKILL)
        }
        #expect(try folder.names().contains("hotline.db-wal"))
        let kept = try #require(try SQLiteEngine.restore(from: folder.path("copy.db"), to: path, keptAs: "day"))
        let restored = try SQLiteEngine.open(path: path)
        #expect(try restored.notes() == 3)
        #expect(try restored.integrityFindings() == [])
        restored.close()
        let old = try SQLiteEngine.open(path: kept)
        #expect(try old.notes() == 53)
        old.close()
    }

    @Test("a damaged store can be restored over, and is kept as it was")
    func damagedTarget() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let engine = try Self.store(path, notes: 30)
            try engine.backup(to: folder.path("copy.db")) { _ in }
            engine.close()
            try FileBytes.overwrite(path, at: 0, with: Array(repeating: 7, count: 4096))
            let damaged = try Data(contentsOf: URL(fileURLWithPath: path))
            let kept = try #require(try SQLiteEngine.restore(from: folder.path("copy.db"), to: path, keptAs: "day"))
            let found = try Data(contentsOf: URL(fileURLWithPath: kept))
            #expect(found.elementsEqual(damaged))
            let restored = try SQLiteEngine.open(path: path)
            #expect(try restored.notes() == 30)
            restored.close()
        }
    }

    @Test("restoring is refused while the store is open, from what is no store, and over what is none")
    func restoreRefused() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let copy = folder.path("copy.db")
            let text = folder.path("text")
            let engine = try Self.store(path, notes: 3)
            try engine.backup(to: copy) { _ in }
            try FileBytes.write("no store", to: text)
            #expect(throws: StoreError.inUse(path: path)) {
                try SQLiteEngine.restore(from: copy, to: path, keptAs: "day")
            }
            try engine.note("still at work")
            engine.close()
            let before = try folder.names()
            #expect(throws: StoreError.notAStore(path: text)) {
                try SQLiteEngine.restore(from: text, to: path, keptAs: "day")
            }
            #expect(throws: StoreError.notAStore(path: text)) {
                try SQLiteEngine.restore(from: copy, to: text, keptAs: "day")
            }
            #expect(throws: StoreError.missing(path: folder.path("gone"))) {
                try SQLiteEngine.restore(from: folder.path("gone"), to: path, keptAs: "day")
            }
            #expect(throws: StoreError.exists(path: path)) {
                try SQLiteEngine.restore(from: path, to: path, keptAs: "day")
            }
            #expect(try folder.names() == before)
        }
    }

    @Test("a damaged copy is refused and the store stays as it is")
    func damagedCopy() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let copy = folder.path("copy.db")
            let engine = try Self.store(path, notes: 300)
            try engine.backup(to: copy) { _ in }
            engine.close()
            for page in 3..<40 {
                try FileBytes.overwrite(copy, at: page * 4096, with: Array(repeating: 0xAA, count: 64))
            }
            let before = try folder.names()
            let error = #expect(throws: StoreError.self) {
                try SQLiteEngine.restore(from: copy, to: path, keptAs: "day")
            }
            #expect(error?.name == "damaged")
            #expect(try folder.names() == before)
            let store = try SQLiteEngine.open(path: path)
            #expect(try store.notes() == 300)
            store.close()
        }
    }

    @Test("a backup that cannot be restored leaves nothing in a new place, and a store's own lock where one is")
    func failedRestore() throws {
        try TemporaryFolder.with { folder in
            try Self.store(folder.path("whole.db"), notes: 200).close()
            let whole = try #require(FileManager.default.contents(atPath: folder.path("whole.db")))
            try FileManager.default.createDirectory(atPath: folder.path("new"), withIntermediateDirectories: false)
            for count in [0, 1, 99, 4096, whole.count / 2, whole.count - 4096] {
                try whole.prefix(count).write(to: URL(fileURLWithPath: folder.path("cut.db")))
                #expect(throws: StoreError.self, "\(count) bytes") {
                    try SQLiteEngine.restore(
                        from: folder.path("cut.db"), to: folder.path("new/hotline.db"), keptAs: "old")
                }
                #expect(try folder.names("new") == [], "\(count) bytes")
                let before = FileManager.default.contents(atPath: folder.path("whole.db"))
                #expect(throws: StoreError.self) {
                    try SQLiteEngine.restore(from: folder.path("cut.db"), to: folder.path("whole.db"), keptAs: "old")
                }
                #expect(FileManager.default.contents(atPath: folder.path("whole.db")) == before)
                #expect(FileManager.default.fileExists(atPath: folder.path("whole.db.lock")))
            }
        }
    }
}
