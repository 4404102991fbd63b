import Foundation
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("a store's file")
struct EngineFileTests {
    @Test("is made for its owner only, with its folder and all that lies beside it")
    func permissions() throws {
        try TemporaryFolder.with { folder in
            let engine = try SQLiteEngine.open(path: folder.path("a/b/hotline.db"), create: .new).withNotes()
            #expect(engine.bell != nil)
            for name in ["a", "a/b", "a/b/hotline.db.bell"] { #expect(try folder.mode(name) == 0o700, "\(name)") }
            for suffix in ["", "-wal", "-shm", ".lock", ".reserve"] {
                #expect(try folder.mode("a/b/hotline.db" + suffix) == 0o600, "\(suffix)")
            }
            engine.close()
            #expect(
                try folder.names("a/b").sorted() == [
                    "hotline.db", "hotline.db.bell", "hotline.db.lock", "hotline.db.reserve",
                ])
        }
    }

    @Test("is not made where there is one")
    func exists() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            try SQLiteEngine.open(path: path, create: .new).close()
            #expect(throws: StoreError.exists(path: path)) { try SQLiteEngine.open(path: path, create: .new) }
            try SQLiteEngine.open(path: path, create: .ifMissing).close()
            try SQLiteEngine.open(path: path).close()
        }
    }

    @Test("that is missing is not made by the way")
    func missing() throws {
        try TemporaryFolder.with { folder in
            for path in [folder.path("hotline.db"), folder.path("none/hotline.db")] {
                #expect(throws: StoreError.missing(path: path)) { try SQLiteEngine.open(path: path) }
            }
            let names = try folder.names()
            #expect(names == [])
        }
    }

    enum Other: CaseIterable {
        case text, empty, folder, database, walDatabase

        func make(_ path: String) throws {
            switch self {
            case .text: try FileBytes.write("Звонки за октябрь, on paper: 1,346\n", to: path)
            case .empty: try FileBytes.write("", to: path)
            case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            case .database, .walDatabase:
                // A sound database without our mark, with a journal of either kind.
                try TemporaryFolder.with { folder in
                    let store = folder.path("store")
                    try SQLiteEngine.open(path: store, create: .new).withNotes().close()
                    let journal: UInt8 = self == .database ? 1 : 2
                    try FileBytes.overwrite(store, at: 18, with: [journal, journal])
                    try FileBytes.overwrite(store, at: 68, with: [0, 0, 0, 0])
                    try FileManager.default.copyItem(atPath: store, toPath: path)
                }
            }
        }
    }

    @Test("that is something else is refused and nothing is put beside it", arguments: Other.allCases)
    func other(_ other: Other) throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("notes")
            try other.make(path)
            for create in [SQLiteEngine.Creation.never, .ifMissing] {
                #expect(throws: StoreError.notAStore(path: path)) {
                    try SQLiteEngine.open(path: path, create: create)
                }
            }
            #expect(throws: StoreError.exists(path: path)) { try SQLiteEngine.open(path: path, create: .new) }
            #expect(try folder.names() == ["notes"])
        }
    }

    @Test("may have any name and lie at the end of a long path")
    func names() throws {
        try TemporaryFolder.with { folder in
            let long = String(repeating: "очень-длинная-папка", count: 6)
            for name in ["a b.db", "50% #1?.db", "дежурство.db", "șift.db", "\(long)/hotline.db"] {
                try SQLiteEngine.open(path: folder.path(name), create: .new).withNotes().close()
                let again = try SQLiteEngine.open(path: folder.path(name))
                try again.note("x")
                #expect(try again.notes() == 1, "\(name)")
                again.close()
            }
        }
    }

    @Test("under two names is one store")
    func symbolicLink() throws {
        try TemporaryFolder.with { folder in
            let first = try SQLiteEngine.open(path: folder.path("hotline.db"), create: .new)
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("link.db"), withDestinationPath: folder.path("hotline.db"))
            let second = try SQLiteEngine.open(path: folder.path("link.db"))
            #expect(first.node == 1)
            #expect(second.node == 2)
            #expect(try folder.names().allSatisfy { $0.hasPrefix("hotline.db") || $0 == "link.db" })
            first.close()
            second.close()
        }
    }

    static let wanted: [(String, Int64)] = [
        ("PRAGMA synchronous", 2), ("PRAGMA secure_delete", 1), ("PRAGMA temp_store", 2),
        ("PRAGMA foreign_keys", 1), ("PRAGMA cell_size_check", 1), ("PRAGMA busy_timeout", 5000),
    ]

    @Test("is written durably and erased for good", arguments: wanted)
    func settings(_ pragma: String, _ value: Int64) throws {
        try TemporaryFolder.with { folder in
            let engine = try SQLiteEngine.open(path: folder.path("hotline.db"), create: .new)
            #expect(try engine.write { try $0.count(pragma) } == value)
            engine.close()
        }
    }

    enum Locked: String, CaseIterable, Codable { case folder, file, lock }

    /// In a program of its own, which gives up being root where it is.
    @Test("that may not be written is refused as such", arguments: Locked.allCases)
    func readOnly(_ locked: Locked) async {
        await #expect(processExitsWith: .success) { [locked = locked as Locked] in
            try TemporaryFolder.with { folder in
                try folder.giveUpRoot()
                let path = folder.path("inner/hotline.db")
                try SQLiteEngine.open(path: path, create: .new).withNotes().close()
                switch locked {
                case .folder: chmod(folder.path("inner"), 0o500)
                case .file: chmod(path, 0o400)
                case .lock: chmod(path + ".lock", 0o400)
                }
                let before = try folder.names("inner")
                #expect(throws: StoreError.readOnly(path: path)) { try SQLiteEngine.open(path: path) }
                #expect(try folder.names("inner") == before)
                chmod(folder.path("inner"), 0o700)
            }
        }
    }

    @Test("is not made in a folder that may not be written")
    func readOnlyFolder() async {
        await #expect(processExitsWith: .success) {
            try TemporaryFolder.with { folder in
                try folder.giveUpRoot()
                chmod(folder.root, 0o500)
                for name in ["hotline.db", "inner/hotline.db"] {
                    let path = folder.path(name)
                    #expect(throws: StoreError.readOnly(path: path)) {
                        try SQLiteEngine.open(path: path, create: .new)
                    }
                }
                #expect(try folder.names() == [])
                chmod(folder.root, 0o700)
            }
        }
    }
}
