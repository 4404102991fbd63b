import Foundation
import HotlineDomain
import HotlineStore
import PostgresCluster
import StoreSQLite
import Testing

@testable import ringbuoy

/// The verbs at a desk that has joined a server: one that nobody answers at, and one that is there.
@Suite("A desk that has joined a server")
struct JoinedDeskTests {
    /// A desk whose server was here once and is gone.
    private func orphan() throws -> TestDesk {
        let (desk, house) = (try TestDesk(isSetUp: false), try FerryHouse(desks: 0))
        let engine = try SQLiteEngine.open(path: desk.store, create: .new)
        defer { engine.close() }
        let marks = ["server": "postgres://ringbuoy@127.0.0.1:1/hotline", "desk": "3"]
        let store = try Store.createToReceive(engine, house.server.origin(), marks: marks) { _ in FerryHouse.moscow }
        if let whole = try house.server.shipment(after: Heads(), limit: .max) { try store.receive(whole) }
        return desk
    }

    private static let log = [
        "call", "log", "--operator", "01", "--class", "information", "--outcome", "information_given",
        "--topic", "documents", "--language", "ru", "--started", "2009-09-14T10:00", "--minutes", "5",
    ]

    @Test("a store that works by itself says so, and has nothing to carry")
    func alone() throws {
        let desk = try TestDesk()
        #expect(try desk.run(["desk", "status", "--json"]).output == "{\"joined\":false}\n")
        #expect(try desk.run(["desk", "status"]).output.hasPrefix("This desk works by itself"))
        let outcome = try desk.run(["desk", "sync"])
        #expect(outcome.status == 1 && outcome.errors.hasPrefix("refused: desk.not_joined: "), "\(outcome.errors)")
    }

    @Test("with the server gone work goes on, within a moment; what needs everybody is refused with 69")
    func gone() throws {
        let desk = try orphan()
        for _ in 0..<2 {
            let begun = Date()
            let outcome = try desk.run(JoinedDeskTests.log + ["--json"])
            #expect(outcome.status == 0 && !outcome.errors.contains("server"), "\(outcome.errors)")
            #expect(Date().timeIntervalSince(begun) < 8)
        }
        #expect(try desk.run(["call", "list"]).output.contains("09-3-0002"))
        let sync = try desk.run(["desk", "sync"])
        #expect(sync.status == 69 && sync.errors.hasPrefix("refused: desk.not_carried: "), "\(sync.errors)")
        #expect(sync.errors.contains("goes by itself when the server is back"))
        for verb in [
            ["month", "close", "2009-09", "--operator", "91"],
            ["export", "--period", "2009-09", "--donor", "x", "--to", "pack", "--operator", "91"],
            ["retention", "set", "draft", "3", "--operator", "91"],
            ["retention", "apply", "--operator", "91", "--yes"],
            ["settings", "set", "retention=draft:3", "--operator", "91"],
            ["desk", "retire", "3", "--operator", "91"],
        ] {
            let outcome = try desk.run(verb)
            #expect(
                outcome.status == 69 && outcome.errors.hasPrefix("refused: desk.out_of_reach: "),
                "\(verb): \(outcome.errors)")
        }
        let status = try #require(try desk.json("desk", "status") as? [String: Any])
        #expect(status["state"] as? String == "away" && status["desk"] as? Int == 3)
        #expect(status["server"] as? String == "postgres://ringbuoy@127.0.0.1:1/hotline")
        #expect(status["carrying"] as? Bool == false && (status["waiting"] as? Int ?? 0) > 2)
        let text = try desk.run(["desk", "status"]).output
        #expect(text.contains("Nothing has to be typed again") && text.contains("wait to be carried"))
    }

    @Test("what only reads is read from the desk's own store, and a line says so")
    func reads() throws {
        let desk = try orphan()
        #expect(try desk.run(JoinedDeskTests.log).status == 0)
        for verb in [["month", "show"], ["month", "show", "2009-09"], ["export", "list"], ["retention", "list"]] {
            let outcome = try desk.run(verb)
            #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(verb): \(outcome.errors)")
            #expect(outcome.errors.hasPrefix("The server's store cannot be used now."), "\(outcome.errors)")
        }
        var note = try #require(try Desk(opening: desk.store).store.ferryNote)
        note.evenAt = Instant(seconds: 1_252_908_000)
        try Desk(opening: desk.store).store.keep(note)
        for verb in [["month", "show"], ["desk", "list"]] {
            #expect(try desk.run(verb).errors.contains("14 September 2009"), "\(verb)")
        }
        // What was listed is for scripts as it always was.
        #expect(try desk.run(["month", "show", "--json"]).output.hasPrefix("["))
    }

    @Test("a backup does not take the place of a desk's store; in another place it says what it is a copy of")
    func restores() throws {
        let desk = try orphan()
        let copy = desk.folder.appendingPathComponent("copy.db").path
        #expect(try desk.run(["backup", copy]).status == 0)
        for more in [[], ["--replace"]] {
            let refused = try desk.run(["restore", copy] + more)
            #expect(
                refused.status == 1 && refused.errors.hasPrefix("refused: desk.not_restored: "), "\(refused.errors)")
        }
        #expect(try desk.run(["verify"]).status == 0)
        let elsewhere = try desk.run(
            ["restore", copy, "--store", desk.folder.appendingPathComponent("other.db").path])
        #expect(elsewhere.status == 0 && elsewhere.errors.contains("join --again"), "\(elsewhere.errors)")
    }

    @Test("a key that other desks hold too is not turned at one of them")
    func sharedKey() throws {
        let (desk, alone) = (try orphan(), try TestDesk())
        #expect(throws: Refusal.self) { try Desk(opening: desk.store).refuseSharedKey() }
        #expect(throws: Never.self) { try Desk(opening: alone.store).refuseSharedKey() }
    }

    @Test(
        "a call logged at one desk is at the server when the verb ends, and at the other after a sync; a month is closed for all",
        .enabled(if: PostgresCluster.isWanted))
    func there() throws {
        try PostgresCluster.withDatabase { url in
            let (first, second) = (try TestDesk(isSetUp: false), try TestDesk(isSetUp: false))
            let house = try TestDesk(isSetUp: false)
            #expect(try house.run(["init", "--profile", house.profile, "--open", "--store", url]).status == 0)
            for (desk, name) in [(first, "front"), (second, "back")] {
                let joined = try desk.run(["join", url, "--name", name])
                try #require(joined.status == 0, "\(joined.errors)")
            }
            let logged = try first.run(JoinedDeskTests.log + ["--json"])
            #expect(logged.status == 0, "\(logged.errors)")
            #expect(try house.run(["call", "list", "--store", url]).output.contains("09-1-0001"))
            // One after the other: each ships what it wrote.
            for number in 2...4 {
                _ = try first.run(JoinedDeskTests.log)
                #expect(try house.run(["call", "list", "--store", url]).output.contains("09-1-000\(number)"))
            }
            #expect(try second.run(["desk", "sync"]).status == 0)
            #expect(try second.run(["call", "list"]).output.contains("09-1-0001"))
            let closed = try second.run(["month", "close", "2009-09", "--operator", "91"])
            #expect(closed.status == 0, "\(closed.errors)")
            #expect(try first.run(["desk", "sync", "--json"]).output == "{\"state\":\"even\",\"waiting\":0}\n")
            for desk in [first, second] {
                let status = try #require(try desk.json("desk", "status") as? [String: Any])
                #expect(status["waiting"] as? Int == 0)
                let months = try #require(try desk.json("month", "show") as? [[String: Any]])
                #expect(months.contains { $0["month"] as? String == "2009-09" && $0["state"] as? String == "closed" })
                #expect(try desk.run(["verify"]).status == 0)
            }
        }
    }
}
