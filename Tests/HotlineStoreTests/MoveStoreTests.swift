import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("A store moves to another place")
struct MoveStoreTests {
    private static let now = Sample.at("2026-03-02", "10:00")

    private struct Stopped: Error {}

    private static func worked(_ path: String, _ protection: Protection = .open) throws -> Store {
        let store = try Sample.store(in: path, protection)
        if case .sealed = protection { try store.signIn("99", Sample.passphrase, at: now) }
        for hour in 1...200 {
            try store.log(.information, at: now - .hours(Int64(hour)), region: "Ocnița", note: "asks about papers")
        }
        return store
    }

    /// As the program does it; whatever was there before goes on.
    private static func move(
        _ source: Store, to path: String, progress: (Double) throws -> Void = { _ in }
    ) throws -> Store {
        let engine = try SQLiteEngine.open(path: path, create: .ifMissing)
        let passage = try Passage.begin(from: source, into: engine) { _ in Sample.zone }
        var stopped: (any Error)?
        try passage.move(
            to: path,
            progress: { part in
                guard stopped == nil else { return }
                do { try progress(part) } catch { stopped = error }
            })
        if let stopped { throw stopped }
        engine.close()
        return try Sample.reopened(path)
    }

    @Test("it is the same store there, to the last event, and is not worked in where it was")
    func moves() throws {
        try TemporaryFolder.with { folder in
            let (from, to) = (folder.path("from.db"), folder.path("to.db"))
            let source = try Self.worked(from)
            let digest = try source.stateDigest()
            let target = try Self.move(source, to: to)
            #expect(try target.stateDigest() == digest)
            #expect(try target.heads() == source.heads())
            #expect(try target.verify().findings == [])
            #expect(throws: StoreError.moved(path: from, to: to)) { try Sample.reopened(from) }
            #expect(try target.call(target.log(.information, at: Self.now))?.number == "26-0201")
        }
    }

    @Test("and back again")
    func back() throws {
        try TemporaryFolder.with { folder in
            let source = try Self.worked(folder.path("from.db"))
            let digest = try source.stateDigest()
            let there = try Self.move(source, to: folder.path("to.db"))
            let back = try Self.move(there, to: folder.path("back.db"))
            #expect(try back.stateDigest() == digest)
            #expect(try back.verify().isSound)
        }
    }

    @Test("a sealed store arrives sealed, with the slots and the wrong tries of its people")
    func sealed() throws {
        try TemporaryFolder.with { folder in
            let source = try Self.worked(folder.path("from.db"), Sample.sealed)
            try? source.signIn("99", Passphrase("not this one"), at: Self.now + .minutes(1))
            let target = try Self.move(source, to: folder.path("to.db"))
            #expect(target.access == .locked)
            let tries = try target.engine.read {
                try SlotTable(connection: $0, hotline: 1).find("99")?.tries.failures
            }
            #expect(tries == 1)
            try target.signIn("99", Sample.passphrase, at: Self.now + .hours(1))
            let note = try #require(try target.calls(limit: 1).calls.first?.content.note)
            #expect(try target.words(note)?.revealed == "asks about papers")
            try target.recover(Sample.recovery, as: "99", at: Self.now + .hours(2))
        }
    }

    @Test("what only the store itself knows goes along: how far a switch was heard, and the ids that were made")
    func belongings() throws {
        try TemporaryFolder.with { folder in
            let source = try Self.worked(folder.path("from.db"))
            try source.engine.write {
                try $0.run(
                    """
                    INSERT INTO feed_mark (hotline, source, heard_at, told_until, boot_at, boot_words)
                    VALUES (1, 'switch', 5, 6, NULL, 'boot')
                    """, [])
                try $0.run("UPDATE node SET last_id = last_id + 7", [])
            }
            let ids = try source.engine.read { try $0.count("SELECT max(last_id) FROM node") }
            let target = try Self.move(source, to: folder.path("to.db"))
            #expect(try target.engine.read { try $0.count("SELECT max(last_id) FROM node") } == ids)
            #expect(try target.engine.read { try $0.count("SELECT told_until FROM feed_mark") } == 6)
        }
    }

    @Test("stopped anywhere it goes on where it was, and nothing is there twice", arguments: [1, 2, 5])
    func stopped(_ shipments: Int) throws {
        try TemporaryFolder.with { folder in
            let source = try Self.worked(folder.path("from.db"))
            let to = folder.path("to.db")
            let engine = try SQLiteEngine.open(path: to, create: .ifMissing)
            let target = try Store.begin(engine, .moving, source.origin()) { _ in Sample.zone }
            for _ in 0..<shipments {
                guard let shipment = try source.shipment(after: target.heads(), limit: 50) else { break }
                try target.receive(shipment)
            }
            engine.close()
            #expect(throws: StoreError.arriving(path: to)) { try Sample.reopened(to) }
            // Somebody worked in the source meanwhile.
            try source.log(.counselling, at: Self.now)
            let whole = try Self.move(source, to: to)
            #expect(try whole.heads() == source.heads())
            #expect(try whole.verify().isSound)
        }
    }

    @Test("nobody moves what somebody else works in, and it stays where it was")
    func inUse() throws {
        try TemporaryFolder.with { folder in
            let source = try Self.worked(folder.path("from.db"))
            let engine = try SQLiteEngine.open(path: folder.path("to.db"), create: .ifMissing)
            let passage = try Passage.begin(from: source, into: engine) { _ in Sample.zone }
            var asked = 0
            // Somebody comes in at the last moment.
            #expect(throws: StoreError.inUse(path: folder.path("from.db"))) {
                try passage.move(
                    to: "elsewhere",
                    hasOthers: {
                        asked += 1; return asked > 1
                    })
            }
            #expect(try source.wasMoved() == nil)
            #expect(throws: StoreError.inUse(path: folder.path("from.db"))) {
                try SQLiteEngine.open(path: folder.path("from.db"), isAlone: true)
            }
        }
    }

    @Test("stopped between the last two steps, the source is left and the target arrives the next time")
    func lastStep() throws {
        try TemporaryFolder.with { folder in
            let (from, to) = (folder.path("from.db"), folder.path("to.db"))
            let source = try Self.worked(from)
            let engine = try SQLiteEngine.open(path: to, create: .ifMissing)
            let target = try Store.begin(engine, .moving, source.origin()) { _ in Sample.zone }
            try Passage(from: source, into: target).carry()
            try source.leave(for: to)
            engine.close()
            #expect(throws: StoreError.moved(path: from, to: to)) { try Sample.reopened(from) }
            #expect(throws: StoreError.arriving(path: to)) { try Sample.reopened(to) }
            let left = try Store.open(SQLiteEngine.open(path: from), isOnTheWay: true) { _ in Sample.zone }
            #expect(try left.wasMoved() == to)
            #expect(try Self.move(left, to: to).stateDigest() == source.stateDigest())
        }
    }

    @Test("a store that is there already is never written over")
    func taken() throws {
        try TemporaryFolder.with { folder in
            let source = try Self.worked(folder.path("from.db"))
            _ = try Sample.store(in: folder.path("to.db"))
            #expect(throws: StoreError.exists(path: folder.path("to.db"))) {
                try Self.move(source, to: folder.path("to.db"))
            }
        }
    }

    @Test("what did not arrive as it was sent is found, and the source stays where the work is")
    func differs() throws {
        try TemporaryFolder.with { folder in
            let source = try Self.worked(folder.path("from.db"))
            let engine = try SQLiteEngine.open(path: folder.path("to.db"), create: .ifMissing)
            let target = try Store.begin(engine, .moving, source.origin()) { _ in Sample.zone }
            let passage = Passage(from: source, into: target)
            try passage.carry()
            try passage.verify()
            try target.engine.write { try $0.run("UPDATE event SET by_operator = '02' WHERE position = 9", []) }
            #expect { try passage.verify() } throws: { ($0 as? StoreError)?.name == "move_differs" }
            #expect(try source.wasMoved() == nil)
        }
    }
}
