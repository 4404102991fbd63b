import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

/// What is not as it was written is refused by name, and nothing of it is kept.
@Suite("Shipments that are refused")
struct ShipmentRuleTests {
    private static let now = Sample.at("2009-09-14", "14:00")

    /// The house, and a desk that has three calls the house lacks.
    private struct Pair {
        let house: Store
        let desk: Store

        init() throws {
            let stores = try Sample.together(desks: 1)
            (house, desk) = (stores[0], stores[1])
            for hour in 0..<3 { try desk.log(.sos, at: now + .hours(Int64(hour)), note: "note \(hour)") }
        }

        func shipment() throws -> Shipment { try #require(try desk.shipment(after: house.heads(), limit: 100)) }

        /// The house refuses it by this rule and stays what it was.
        func refuses(_ shipment: Shipment, _ rule: ShipmentRule, _ what: String = "") throws {
            let before = (try house.heads(), try house.stateDigest())
            do {
                try house.receive(shipment)
                Issue.record("taken: \(what)")
            } catch let refusal as Refusal {
                #expect(refusal.rule == rule.rawValue, "\(what)")
            }
            #expect(try house.heads() == before.0)
            #expect(try house.stateDigest() == before.1)
            #expect(try house.findings() == [])
            // And takes what is as it was written.
            try desk.ship(to: house)
            #expect(try house.stateDigest() == desk.stateDigest())
        }
    }

    /// Every field of an event, changed by somebody on the way.
    private static let changes: [(String, ShipmentRule, @Sendable (inout Changed) -> Void)] = [
        ("node", .gapped, { $0.node = 100 }), ("sequence", .gapped, { $0.sequence += 7 }),
        ("at", .tampered, { $0.at = $0.at - .seconds(1) }), ("by", .tampered, { $0.by = "02" }),
        ("tick", .tampered, { $0.tick += 1 }), ("base", .tampered, { $0.base = EventPlace(1, 1) }),
        ("seen", .tampered, { $0.seen += 1 }), ("hotline", .tampered, { $0.hotline = 2 }),
        ("kind", .tampered, { $0.kind = .case }), ("subject", .tampered, { $0.subject += 1 }),
        ("body", .tampered, { $0.body = "{\"finalised\":{\"revision\":2}}" }),
        ("hash", .tampered, { $0.hash = Chain.start }),
    ]

    /// An event that can be changed.
    struct Changed {
        var node, sequence: Int64
        var at: Instant
        var by: String
        var tick: Int64
        var base: EventPlace?
        var seen, hotline: Int64
        var kind: SubjectKind
        var subject: Int64
        var body: String
        var hash: [UInt8]

        init(_ event: ShippedEvent) {
            let entry = event.entry
            (node, sequence, at, by) = (entry.node, entry.sequence, entry.stamp.at, entry.stamp.by)
            (tick, base, seen, hotline) = (entry.tick, entry.base, entry.seen, entry.hotline)
            (kind, subject, body, hash) = (entry.subject.kind, entry.subject.id, entry.body, event.hash)
        }

        var entry: JournalEntry {
            JournalEntry(
                node: node, sequence: sequence, stamp: Stamp(by: by, at: at), tick: tick, base: base, seen: seen,
                hotline: hotline, subject: Subject(kind, subject), body: body)
        }

        /// With a hash that fits, as somebody makes who knows how.
        func forged(after previous: [UInt8]) -> ShippedEvent {
            ShippedEvent(entry: entry, hash: Chain.hash(previous, entry))
        }
    }

    @Test("any field of any event that was changed on the way is found", arguments: changes.indices)
    func tampered(_ place: Int) throws {
        let (name, rule, change) = ShipmentRuleTests.changes[place]
        for index in [1, 4] {
            let pair = try Pair()
            var shipment = try pair.shipment()
            var changed = Changed(shipment.events[index])
            change(&changed)
            shipment.events[index] = ShippedEvent(entry: changed.entry, hash: changed.hash)
            try pair.refuses(shipment, rule, "\(name) of event \(index)")
        }
    }

    @Test("an event that is missing, or comes before the one it follows, is asked for")
    func gapped() throws {
        let pair = try Pair()
        var shipment = try pair.shipment()
        shipment.events.remove(at: 2)
        try pair.refuses(shipment, .gapped)
        let turned = try Pair()
        shipment = try turned.shipment()
        shipment.events.swapAt(0, 1)
        try turned.refuses(shipment, .gapped)
    }

    @Test("an event that builds on one that nobody has here is not taken before that one")
    func baseless() throws {
        let stores = try Sample.together(desks: 2)
        let file = try stores[1].openCase(at: ShipmentRuleTests.now)
        try stores[1].ship(to: stores[2])
        try stores[2].note("a word", on: file, at: ShipmentRuleTests.now + .minutes(1), by: "51")
        let known = Heads([1: try stores[0].heads()[1], 96: try stores[2].heads()[96]])
        let alone = try #require(try stores[2].shipment(after: known, limit: 100))
        #expect(throws: Refusal(ShipmentRule.gapped, ["desk": "1", "node": "96", "sequence": "2"])) {
            try stores[0].receive(alone)
        }
        #expect(try stores[0].heads() == [1: known[1]])
        try stores.exchange()
        #expect(try stores.digests().count == 1)
    }

    @Test("an event of a server's own is told as that, and of its term where it has one")
    func ofTerm() throws {
        let house = try Sample.together(desks: 1)[0]
        func refusal(node: Int64) throws -> Refusal {
            try house.engine.read { try Refusal(.forked, at: EventPlace(node, 3), $0) }
        }
        let nodes = DeskMark(947)!.nodes
        for node in [nodes.lowerBound, nodes.upperBound] {
            let told = try refusal(node: node)
            #expect(told.sentence == "refusal.shipment.forked.term")
            #expect(try house.owner(ofNode: node) == .term(DeskMark(945)!))
            #expect(told.details == ["desk": "-", "term": "945", "node": "\(node)", "sequence": "3"])
        }
        #expect(try refusal(node: 2).sentence == "refusal.shipment.forked.house")
        #expect(try refusal(node: 96).details["desk"] == "1")
        #expect(try house.owner(ofNode: 2) == .house && house.owner(ofNode: 96) == .desk(DeskMark(1)!))
        // Where so many have joined that there are no others, a desk has such a mark too.
        let desk = Enrolment(mark: DeskMark(947)!, name: "the last", token: "t")
        try house.perform([.access(.enrolDesk(desk))], by: "99", at: ShipmentRuleTests.now)
        #expect(try refusal(node: nodes.lowerBound).details["desk"] == "947")
    }

    @Test("an event that says it came before the one it builds on is no event, whatever its hash")
    func misplaced() throws {
        let pair = try Pair()
        var shipment = try pair.shipment()
        let first = shipment.events[0].entry
        let place = try #require(shipment.events.firstIndex { $0.entry.base == first.place })
        var changed = Changed(shipment.events[place])
        changed.tick = first.tick
        changed.at = first.stamp.at
        shipment.events.replaceSubrange(
            place..., with: [changed.forged(after: shipment.events[place - 1].hash)])
        try pair.refuses(shipment, .tampered)
    }

    @Test("two stores that wrote as one desk are told apart; what the first said stays")
    func forked() throws {
        let stores = try Sample.together(desks: 1)
        let copy = try Sample.desk(1, of: stores[0])
        try stores[0].ship(to: copy)
        try stores[1].log(.information, at: ShipmentRuleTests.now)
        try copy.log(.counselling, at: ShipmentRuleTests.now + .minutes(1))
        try stores[1].ship(to: stores[0])
        let before = try stores[0].stateDigest()
        // From the beginning, and going on from what the house does not have.
        let whole = try #require(try copy.shipment(after: [1: stores[0].heads()[1]], limit: 100))
        try copy.log(.information, at: ShipmentRuleTests.now + .hours(1))
        let rest = try #require(try copy.shipment(after: stores[0].heads(), limit: 100))
        for shipment in [whole, rest] {
            do {
                try stores[0].receive(shipment)
                Issue.record("taken")
            } catch let refusal as Refusal {
                #expect(refusal.rule == ShipmentRule.forked.rawValue)
                #expect(refusal.details["desk"] == "1" && refusal.details["node"] == "96")
            }
        }
        #expect(try stores[0].stateDigest() == before)
        #expect(try stores[0].findings() == [])
    }

    @Test("who built on what a desk wrote is not blamed by a copy of that desk, which wrote something else there")
    func forkedBase() throws {
        let stores = try Sample.together(desks: 2)
        let copy = try Sample.desk(1, of: stores[0])
        try stores[0].ship(to: copy)
        let file = try stores[1].openCase(at: ShipmentRuleTests.now)
        try stores[1].ship(to: stores[2])
        try stores[2].note("a word", on: file, at: ShipmentRuleTests.now + .minutes(1))
        _ = try copy.openCase(at: ShipmentRuleTests.now + .minutes(2))
        let known = try Heads([1: copy.heads()[1], 96: stores[2].heads()[96]])
        let alone = try #require(try stores[2].shipment(after: known, limit: 100))
        #expect(throws: Refusal(ShipmentRule.forked, ["desk": "1", "node": "96", "sequence": "2"])) {
            try copy.receive(alone)
        }
        #expect(try copy.findings() == [])
    }

    @Test("what another hotline wrote is not taken, though it goes by the same name")
    func otherHotline() throws {
        let pair = try Pair()
        let other = try Sample.together(desks: 1)
        try other[1].log(.information, at: ShipmentRuleTests.now)
        let shipment = try #require(try other[1].shipment(after: [:], limit: 100))
        try pair.refuses(shipment, .otherHotline)
    }

    @Test("what a later release wrote is left until this one is brought up to date")
    func newerRelease() throws {
        let pair = try Pair()
        var shipment = try pair.shipment()
        var changed = Changed(shipment.events[0])
        changed.body = "{\"sungTo\":{\"song\":\"a lullaby\"}}"
        shipment.events = [changed.forged(after: Chain.start)]
        try pair.refuses(shipment, .newerRelease)
    }

    @Test(
        "once the hotline's key was turned over, what was sealed with the old one is not taken",
        .notOnServer("the role of desks turns no key"))
    func keyTurned() throws {
        let stores = try Sample.together(desks: 1, Sample.sealed)
        try stores[0].signIn("99", Sample.passphrase, at: ShipmentRuleTests.now)
        _ = try stores[0].turnKey(
            by: "99", Sample.passphrase, recovery: RecoveryKey.make(), at: ShipmentRuleTests.now, cost: Sample.cost)
        try stores[1].signIn("99", Sample.passphrase, at: ShipmentRuleTests.now)
        try stores[1].log(.information, at: ShipmentRuleTests.now, note: "under the old key")
        let shipment = try #require(try stores[1].shipment(after: stores[0].heads(), limit: 100))
        let before = try stores[0].stateDigest()
        #expect(throws: Refusal(ShipmentRule.keyTurned)) { try stores[0].receive(shipment) }
        #expect(try stores[0].stateDigest() == before)
    }

    @Test("a shipment that breaks off at any statement leaves the store as it was")
    func interrupted() throws {
        let stores = try Sample.together(desks: 1)
        try stores[1].log(.sos, at: ShipmentRuleTests.now, note: "a note")
        let engine = FaultyEngine(try SQLiteEngine.inMemory(node: 100))
        let store = try Store.createToReceive(engine, stores[0].origin(), marks: ["desk": "2"]) { _ in Sample.zone }
        try stores[0].ship(to: store)
        let shipment = try #require(try stores[1].shipment(after: store.heads(), limit: 100))
        let tables = Schema.recordTables + Schema.readTables
        let before = try engine.rows(of: tables)
        var place = 0
        repeat {
            engine.failsAt = place
            let failed = (try? store.receive(shipment)) == nil
            let hasFailed = engine.hasFailed
            engine.failsAt = nil
            guard failed else { break }
            #expect(hasFailed)
            #expect(try engine.rows(of: tables) == before, "statement \(place)")
            place += 1
        } while place < 1000
        #expect(place > 10)
        #expect(try store.stateDigest() == stores[1].stateDigest())
    }
}
