import Foundation
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("several programs on one store")
struct EngineSharingTests {
    @Test("see each other's work, and that there is some")
    func seeing() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let one = try SQLiteEngine.open(path: path, create: .new).withNotes()
            let other = try SQLiteEngine.open(path: path)
            let marks = (try one.changeMark(), try other.changeMark())
            try other.note("from the other")
            #expect(try one.notes() == 1)
            #expect(try one.changeMark() != marks.0)
            #expect(try other.changeMark() != marks.1)
            one.close()
            other.close()
        }
    }

    @Test("do not change what a reader is reading")
    func snapshot() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let one = try SQLiteEngine.open(path: path, create: .new).withNotes()
            let other = try SQLiteEngine.open(path: path)
            try one.read { connection in
                #expect(try connection.count("SELECT count(*) FROM note") == 0)
                try other.note("meanwhile")
                #expect(try connection.count("SELECT count(*) FROM note") == 0)
            }
            #expect(try one.notes() == 1)
            one.close()
            other.close()
        }
    }

    @Test("hold the lowest free number each, and leave it to the next")
    func nodes() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let first = try SQLiteEngine.open(path: path, create: .new)
            let second = try SQLiteEngine.open(path: path)
            let third = try SQLiteEngine.open(path: path)
            #expect([first, second, third].map(\.node) == [1, 2, 3])
            second.close()
            let next = try SQLiteEngine.open(path: path)
            #expect(next.node == 2)
            for engine in [first, third, next] { engine.close() }
        }
    }

    @Test("may all be the first")
    func firstOpens() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("data/hotline.db")
            let engines = try Together.run(8) { number in
                let engine = try SQLiteEngine.open(path: path, create: .ifMissing).withNotes()
                try engine.note("first \(number)")
                return engine
            }
            #expect(Set(engines.map(\.node)) == Set(1...8))
            #expect(try engines[0].notes() == 8)
            for engine in engines { engine.close() }
        }
    }

    @Test("may all be the first, as processes")
    func firstProcesses() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path("data/hotline.db")
        await withTaskGroup { group in
            for number in 0..<8 {
                group.addTask {
                    await #expect(processExitsWith: .success) { [path = path as String, number = number as Int] in
                        try SQLiteEngine.open(path: path, create: .ifMissing).withNotes().note("first \(number)")
                    }
                }
            }
        }
        let engine = try SQLiteEngine.open(path: path)
        #expect(engine.node == 1)
        #expect(try engine.notes() == 8)
        engine.close()
    }

    @Test("32 of them write without one giving up")
    func busyWriters() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let first = try SQLiteEngine.open(path: path, create: .new).withNotes()
            let counts = try Together.run(32) { number in
                let engine = try SQLiteEngine.open(path: path)
                defer { engine.close() }
                for turn in 0..<10 { try engine.note("\(number) \(turn)") }
                return 10
            }
            #expect(try first.notes() == Int64(counts.reduce(0, +)))
            first.close()
        }
    }

    @Test("wait for one that holds the store, and give up in the end")
    func busy() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let one = try SQLiteEngine.open(path: path, create: .new).withNotes()
            let other = try SQLiteEngine.open(path: path, busySeconds: 0.05)
            _ = try one.write { _ in #expect(throws: StoreError.busy) { try other.note("in vain") } }
            try other.note("at last")
            #expect(try one.notes() == 1)
            one.close()
            other.close()
        }
    }

    @Test("hear a commit at once")
    func bell() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("hotline.db")
            let one = try SQLiteEngine.open(path: path, create: .new).withNotes()
            let other = try SQLiteEngine.open(path: path)
            let bell = try #require(one.bell)
            #expect(try folder.names("hotline.db.bell") == ["1"])
            #expect(!Self.rings(bell))
            try one.note("my own")
            #expect(!Self.rings(bell))
            for turn in 1...2_000 where turn == 1 || Self.rings(bell) { try other.note("another's \(turn)") }
            #expect(Self.rings(bell))
            one.drainBell()
            #expect(!Self.rings(bell))
            _ = try? other.write { _ in throw CancellationError() }
            try other.write { _ in }
            #expect(!Self.rings(bell))
            one.close()
            #expect(try folder.names("hotline.db.bell") == [])
            try other.note("to nobody")
            other.close()
        }
    }

    @Test("hear one another over a path longer than a socket's address")
    func longBell() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path(String(repeating: "long-", count: 40) + "/hotline.db")
            let one = try SQLiteEngine.open(path: path, create: .new).withNotes()
            let other = try SQLiteEngine.open(path: path)
            let bell = try #require(other.bell)
            try one.note("x")
            #expect(Self.rings(bell))
            one.close()
            other.close()
        }
    }

    @Test("lose nothing by one that is killed, whose number and bell are free again")
    func killed() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let path = folder.path("hotline.db")
        let one = try SQLiteEngine.open(path: path, create: .new).withNotes()
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            let other = try SQLiteEngine.open(path: path)
            #expect(other.node == 2)
            #expect(other.bell != nil)
            for turn in 1...20 { try other.note("acknowledged \(turn)") }
            try other.write { connection in
                try connection.run("INSERT INTO note (body) VALUES ('half done')", [])
                kill(getpid(), SIGKILL)
            }
        }
        #expect(try one.notes() == 20)
        #expect(try folder.names("hotline.db.bell") == ["2"])
        try one.note("rings a bell nobody hears")
        #expect(try folder.names("hotline.db.bell") == [])
        let next = try SQLiteEngine.open(path: path)
        #expect(next.node == 2)
        next.close()
        one.close()
    }

    private static func rings(_ bell: Int32) -> Bool {
        var question = pollfd(fd: bell, events: Int16(POLLIN), revents: 0)
        return poll(&question, 1, 0) == 1
    }
}
