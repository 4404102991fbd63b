import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

@Suite("A desk that was retired")
struct RetiredDeskTests {
    private static let now = Sample.at("2026-03-02", "10:00")
    private static let address = "postgres://example/ringbuoy"

    /// A server, and one desk that has joined it.
    private static func house(_ folder: TemporaryFolder) throws -> (server: Store, desk: Store, mark: DeskMark) {
        let server = try Sample.store(in: folder.path("server.db"))
        let mark = try join(server, folder.path("desk.db"), as: "north")
        return (server, try Sample.reopened(folder.path("desk.db")), mark)
    }

    private static func join(_ server: Store, _ path: String, as name: String) throws -> DeskMark {
        let engine = try SQLiteEngine.open(path: path, create: .ifMissing)
        defer { engine.close() }
        let joining = try Joining.begin(
            engine, at: server, name: name, address: address, by: "99", at: now, zoneNamed: { _ in Sample.zone })
        try joining.fill()
        return joining.desk.mark
    }

    private static func retire(_ mark: DeskMark, at server: Store) throws {
        try server.perform([.access(.retireDesk(mark))], by: "99", at: now + .hours(2))
    }

    @Test("what it wrote before it heard of it is taken; from then on nothing is written there")
    func retired() throws {
        try TemporaryFolder.with { folder in
            let (server, desk, mark) = try Self.house(folder)
            let before = try desk.log(.information, at: Self.now + .hours(1))
            try Self.retire(mark, at: server)
            let later = try desk.log(.information, at: Self.now + .hours(3))
            try Passage(from: desk, into: server).carry()
            #expect(try server.call(before) != nil && server.call(later) != nil)
            #expect(try desk.retirement() == nil)

            try Passage(from: server, into: desk).carry()
            #expect(try desk.retirement() == Stamp(by: "99", at: Self.now + .hours(2)))
            let refusal = Refusal(DeskRule.isRetired, ["desk": "1", "by": "99"])
            #expect(throws: refusal) { try desk.log(.information, at: Self.now + .hours(4)) }
            // Its people come in and read all the same, and opening it plans nothing and fails at nothing.
            try desk.perform([.access(.view(Subject(.call, before.raw)))], by: "91", at: Self.now + .hours(4))
            #expect(try desk.planShifts(by: Stamp.systemCode, at: Self.now + .hours(4)).planned == 0)
            try Passage(from: desk, into: server).carry()
            #expect(try server.stateDigest() == desk.stateDigest())
            #expect(try server.desks().map(\.retired?.by) == ["99"])
        }
    }

    @Test("its name may be another desk's, its mark never is, and it does not join again")
    func name() throws {
        try TemporaryFolder.with { folder in
            let (server, desk, mark) = try Self.house(folder)
            #expect(throws: Refusal(DeskRule.nameTaken, ["name": "north", "desk": "1"])) {
                try desk.joinAgain(at: server, name: nil, address: Self.address, by: "99", at: Self.now)
            }
            try Self.retire(mark, at: server)
            #expect(throws: Refusal(DeskRule.retired, ["desk": "1", "name": "north", "by": "99"])) {
                try desk.joinAgain(at: server, name: "south", address: Self.address, by: "99", at: Self.now)
            }
            #expect(try Self.join(server, folder.path("next.db"), as: "North").number == 2)
            #expect(try server.desks().map(\.name) == ["north", "North"])
        }
    }

    @Test(
        "whether it is one is asked of an index, however long the journal",
        .notOnServer("it reads SQLite's plans"))
    func index() throws {
        let store = try Sample.store()
        let plan = try store.engine.read { connection in
            try connection.all(
                "EXPLAIN QUERY PLAN SELECT at FROM event WHERE hotline = $1 AND body = $2 AND \(Store.tellsOfDesk)",
                [.integer(1), .text("{}")]
            ) { $0.text(3) }
        }
        #expect(plan.contains { $0.contains("event_of_desks") && $0.contains("body=?") }, "\(plan)")
    }

    @Test("how long words are kept is no desk's to change or to carry out")
    func policy() throws {
        try TemporaryFolder.with { folder in
            let (server, desk, _) = try Self.house(folder)
            var settings = Settings()
            settings.retention = try Retention(rules: [Retention.Rule(name: "draft", days: "3")])
            let change = Command.hotline(.changeSettings([.retention: settings[.retention]]))
            let refusal = Refusal(DeskRule.ofHouse, ["desk": "1"])
            #expect(throws: refusal) { try desk.perform([change], by: "99", at: Self.now) }
            #expect(throws: refusal) { try desk.retire([], listed: Self.now, by: "99", at: Self.now) }
            try server.perform([change], by: "99", at: Self.now)
            try Passage(from: server, into: desk).carry()
            #expect(try desk.hotline().settings.retention == settings.retention)
            // Another setting is anybody's who may, also at a desk.
            try desk.perform([.hotline(.changeSettings([.planDays: settings[.planDays]]))], by: "99", at: Self.now)
        }
    }
}
