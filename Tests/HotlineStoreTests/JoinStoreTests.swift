import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("A desk joins a server")
struct JoinStoreTests {
    private static let now = Sample.at("2026-03-02", "10:00")
    private static let address = "postgres://example/ringbuoy"

    private struct Stopped: Error {}

    /// A house that has worked for a while.
    private static func server(_ path: String, _ protection: Protection = .open) throws -> Store {
        let server = try Sample.store(in: path, protection)
        if case .sealed = protection { try server.signIn("99", Sample.passphrase, at: now) }
        for hour in 1...6 {
            try server.log(.information, at: now - .hours(Int64(hour)), region: "Ocnița", note: "asks about papers")
        }
        try server.log(.sos, at: now - .minutes(30), outcome: "escalated", note: "is in danger")
        return server
    }

    private static func join(
        _ server: Store, _ path: String, as name: String, progress: (Double) -> Void = { _ in }
    ) throws -> EnrolledDesk {
        let engine = try SQLiteEngine.open(path: path, create: .ifMissing)
        defer { engine.close() }
        let joining = try Joining.begin(
            engine, at: server, name: name, address: address, by: "99", at: now, zoneNamed: { _ in Sample.zone })
        try joining.fill(progress: progress)
        return joining.desk
    }

    @Test("it holds everything the server holds, and gives numbers of its own")
    func joins() throws {
        try TemporaryFolder.with { folder in
            let server = try Self.server(folder.path("server.db"))
            let desk = try Self.join(server, folder.path("desk.db"), as: "north")
            #expect(desk.mark.number == 1)
            #expect(try server.desks() == [desk])
            let store = try Sample.reopened(folder.path("desk.db"))
            #expect(store.desk == desk.mark)
            #expect(try store.server() == Self.address)
            #expect(desk.mark.nodes.contains(store.engine.node))
            #expect(try store.stateDigest() == server.stateDigest())
            #expect(try store.verify().findings == [])
            let call = try store.log(.counselling, at: Self.now, note: "wants to talk")
            #expect(try store.call(call)?.number == "26-1-0001")
            #expect(try Passage(from: store, into: server).carry() > 0)
            #expect(try server.call(call)?.number == "26-1-0001")
            #expect(try server.stateDigest() == store.stateDigest())
            let next = try server.log(.counselling, at: Self.now)
            #expect(try server.call(next)?.number == "26-0008")
            #expect(try [server, store].allSatisfy { try $0.verify().isSound })
        }
    }

    @Test("a sealed store stays sealed, and an operator comes in at the new desk at once")
    func sealed() throws {
        try TemporaryFolder.with { folder in
            let server = try Self.server(folder.path("server.db"), Sample.sealed)
            _ = try Self.join(server, folder.path("desk.db"), as: "north")
            let store = try Sample.reopened(folder.path("desk.db"))
            let note = try #require(try store.calls(limit: 1).calls.first?.content.note)
            #expect(throws: StoreError.locked) { try store.words(note) }
            try store.signIn("99", Sample.passphrase, at: Self.now)
            #expect(try store.words(note)?.revealed == "is in danger")
            #expect(try folder.names().contains("desk.db.key") == false)
        }
    }

    @Test("a store that is being filled is nobody's to work in, and goes on where it stopped as the same desk")
    func stopped() throws {
        try TemporaryFolder.with { folder in
            let server = try Self.server(folder.path("server.db"))
            let path = folder.path("desk.db")
            let engine = try SQLiteEngine.open(path: path, create: .ifMissing)
            _ = try Joining.begin(
                engine, at: server, name: "north", address: Self.address, by: "99", at: Self.now,
                zoneNamed: { _ in Sample.zone })
            engine.close()
            #expect(throws: StoreError.arriving(path: path)) { try Sample.reopened(path) }
            let desk = try Self.join(server, path, as: "another name")
            #expect(desk.name == "north")
            #expect(try server.desks().map(\.mark.number) == [1])
            #expect(try Sample.reopened(path).stateDigest() == server.stateDigest())
        }
    }

    @Test("two desks get two marks, and a name is one desk's")
    func two() throws {
        try TemporaryFolder.with { folder in
            let server = try Self.server(folder.path("server.db"))
            let desks = try [
                Self.join(server, folder.path("a.db"), as: "north"),
                Self.join(server, folder.path("b.db"), as: "south"),
            ]
            #expect(desks.map(\.mark.number) == [1, 2])
            #expect(throws: Refusal(DeskRule.nameTaken, ["name": "North", "desk": "1"])) {
                try Self.join(server, folder.path("c.db"), as: "North")
            }
        }
    }

    @Test("a mark is never given twice, and after a thousand there is none")
    func marks() throws {
        let server = try Sample.store()
        func enrol(_ number: Int) throws -> Int {
            try server.enrol("desk \(number)", token: "t\(number)", by: "99", at: Self.now).mark.number
        }
        #expect(try (1...3).map(enrol) == [1, 2, 3])
        try server.engine.write { connection in
            // Something was written under these before desks joined.
            for node in stride(from: Int64(108), through: 4095, by: 4) where node != 4000 {
                try connection.run(
                    "INSERT INTO node (node, last_sequence, last_hash, last_id) VALUES ($1, 1, $2, 0)",
                    [.integer(node), .bytes(Chain.start)])
            }
        }
        #expect(try DeskMark(enrol(4))?.nodes.contains(4000) == true)
        #expect(throws: Refusal(DeskRule.noneFree, ["count": "1000"])) { try enrol(5) }
    }

    @Test("a desk has room for four programs, and the fifth is told so")
    func programs() throws {
        try TemporaryFolder.with { folder in
            let server = try Self.server(folder.path("server.db"))
            let path = folder.path("desk.db")
            let desk = try Self.join(server, path, as: "north")
            let engines = try (1...4).map { _ in try SQLiteEngine.open(path: path) }
            #expect(engines.map(\.node) == Array(desk.mark.nodes))
            #expect(throws: StoreError.deskIsFull(path: path, programs: 4)) {
                try SQLiteEngine.open(path: path, busySeconds: 0.1)
            }
            engines[2].close()
            #expect(try SQLiteEngine.open(path: path, busySeconds: 0.1).node == desk.mark.nodes.lowerBound + 2)
        }
    }

    @Test("where desks have joined, the house keeps to its own nodes")
    func house() throws {
        try TemporaryFolder.with { folder in
            let path = folder.path("server.db")
            let server = try Self.server(path)
            let engines = try (1...95).map { _ in try SQLiteEngine.open(path: path) }
            #expect(engines.last?.node == 96)
            engines.forEach { $0.close() }
            _ = try Self.join(server, folder.path("desk.db"), as: "north")
            let again = try (1...94).map { _ in try SQLiteEngine.open(path: path) }
            #expect(again.last?.node == 95)
            #expect(throws: StoreError.busy) { try SQLiteEngine.open(path: path, busySeconds: 0.1) }
            again.forEach { $0.close() }
        }
    }

    // MARK: - A copy of a desk

    @Test("a desk whose store was copied joins again: nothing of either copy is lost")
    func again() throws {
        try TemporaryFolder.with { folder in
            let server = try Self.server(folder.path("server.db"))
            let (path, copy) = (folder.path("desk.db"), folder.path("copy.db"))
            let desk = try Self.join(server, path, as: "north")
            let store = try Sample.reopened(path)
            let before = try store.log(.information, at: Self.now, note: "before")
            try Passage(from: store, into: server).carry()
            try store.engine.backup(to: copy) { _ in }
            try KeyFile(besideCopy: copy).write(KeyFile(besideCopy: path).read())
            let twin = try Sample.reopened(copy)

            let here = try store.log(.counselling, at: Self.now + .hours(1), note: "here")
            let there = try twin.log(.counselling, at: Self.now + .hours(2), note: "there")
            let sos = try twin.log(.sos, at: Self.now + .hours(3), outcome: "escalated", note: "there, in danger")
            try twin.perform(
                [.escalation(twin.call(sos)!.escalation!, .acknowledge)], by: "51", at: Self.now + .hours(4))
            try Passage(from: store, into: server).carry()
            #expect { try Passage(from: twin, into: server).carry() } throws: {
                ($0 as? Refusal)?.rule == ShipmentRule.forked.rawValue
            }

            let mark = try server.enrol(
                "north, second", token: "t2", insteadOf: desk.mark, by: "99", at: Self.now + .hours(5))
            #expect(try twin.become(mark, server: server, address: Self.address) > 0)
            (twin.engine as? SQLiteEngine)?.close()
            let anew = try Sample.reopened(copy)
            try anew.rebuild()
            #expect(anew.desk?.number == 2)
            #expect(try anew.verify().findings == [])
            try Passage(from: anew, into: server).carry()
            try Passage(from: server, into: anew).carry()
            try Passage(from: server, into: store).carry()
            let all = [server, store, anew]
            for call in [before, here, there, sos] {
                #expect(try all.allSatisfy { try $0.call(call) != nil })
            }
            #expect(try Set(all.map { try $0.stateDigest() }).count == 1)
            #expect(try all.allSatisfy { try $0.verify().isSound })
            let note = try #require(try server.call(there)?.content.note)
            #expect(try server.words(note)?.revealed == "there")
            #expect(try anew.call(anew.log(.information, at: Self.now + .hours(6)))?.number == "26-2-0001")
        }
    }

    @Test("two copies of a desk that wrote as much are told apart by their last hashes, whoever looks")
    func lastHashes() throws {
        try TemporaryFolder.with { folder in
            let server = try Self.server(folder.path("server.db"))
            let (path, copy, aside) = (folder.path("desk.db"), folder.path("copy.db"), folder.path("aside.db"))
            let mark = try Self.join(server, path, as: "north").mark
            let store = try Sample.reopened(path)
            try store.log(.information, at: Self.now)
            try Passage(from: store, into: server).carry()
            for (from, to) in [(store, copy), (server, aside)] {
                try from.engine.backup(to: to) { _ in }
                try KeyFile(besideCopy: to).write(KeyFile(besideCopy: path).read())
            }
            let (twin, witness) = (try Sample.reopened(copy), try Sample.reopened(aside))
            #expect(try witness.comparable(to: server).fork == nil && store.comparable(to: server).fork == nil)
            try store.log(.counselling, at: Self.now + .hours(1))
            try twin.log(.counselling, at: Self.now + .hours(2))
            try Passage(from: store, into: server).carry()
            try Passage(from: twin, into: witness).carry()
            let node = mark.nodes.lowerBound
            #expect(try twin.heads()[node] == server.heads()[node])
            let last = try server.heads()[node]
            for (asking, told) in [(twin, server), (witness, server), (server, witness)] {
                let (heads, fork) = try asking.comparable(to: told)
                #expect(fork?.rule == ShipmentRule.forked.rawValue && fork?.details["desk"] == "1")
                // Its own is offered as far as both are the same; anybody else's is only told.
                #expect((heads[node] < last) == (asking.desk == mark))
            }
            try server.log(.information, at: Self.now + .hours(3))
            #expect(try witness.comparable(to: server).fork != nil)
        }
    }

    @Test("a desk whose hotline's key was changed at the server is not let in again, and is not enrolled either")
    func againWithAnotherKey() throws {
        try TemporaryFolder.with { folder in
            let server = try Self.server(folder.path("server.db"))
            _ = try Self.join(server, folder.path("desk.db"), as: "north")
            let store = try Sample.reopened(folder.path("desk.db"))
            let digest = try store.stateDigest()
            try server.engine.write { try $0.run("UPDATE meta SET value = 'aa' WHERE key = 'key_mark'", []) }
            #expect {
                _ = try store.joinAgain(at: server, name: "north 2", address: Self.address, by: "99", at: Self.now)
            } throws: {
                ($0 as? Refusal)?.rule == ShipmentRule.keyTurned.rawValue
            }
            #expect(try server.desks().count == 1)
            #expect(try store.stateDigest() == digest)
        }
    }

    @Test("joining again changes nothing at a desk of which the server knows everything")
    func againForNothing() throws {
        try TemporaryFolder.with { folder in
            let server = try Self.server(folder.path("server.db"))
            let desk = try Self.join(server, folder.path("desk.db"), as: "north")
            let store = try Sample.reopened(folder.path("desk.db"))
            let digest = try store.stateDigest()
            let mark = try server.enrol("north, anew", token: "t2", insteadOf: desk.mark, by: "99", at: Self.now)
            #expect(try store.become(mark, server: server, address: Self.address) == 0)
            #expect(try store.stateDigest() == digest)
        }
    }
}
