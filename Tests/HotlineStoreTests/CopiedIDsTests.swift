import HotlineDomain
import StoreSQLite
import Testing

@testable import HotlineStore

/// Two copies of one desk's store write under one node until one of them joins
/// again: what they open meanwhile must not be by the same ids.
@Suite("Ids of two copies of a store")
struct CopiedIDsTests {
    private static let now = Sample.at("2009-09-14", "14:00")

    /// The house, a desk that it knows everything of, and a copy of that desk's store.
    private struct Copies {
        let house: Store
        let desk: Store
        let copy: Store

        /// `seeds`: of where the ids of the two begin.
        init(_ seeds: [UInt64] = [3, 4]) throws {
            house = try Sample.together(desks: 1)[0]
            let mark = try house.enrol("north", token: "t", by: "99", at: now).mark
            let first = try Sample.desk(mark.number, of: house)
            try house.ship(to: first)
            try first.log(.information, at: now)
            try first.ship(to: house)
            let (rows, node) = (try StoreRows(first), mark.nodes.lowerBound)
            let stores = try seeds.map { seed in
                let engine = try StoreRows.makeEngine(node: node)
                try rows.fill(engine)
                return try Store.open(engine, chance: SeededChance(state: seed)) { _ in Sample.zone }
            }
            (desk, copy) = (stores[0], stores[1])
        }

        /// The copy becomes a desk of its own; the store, opened anew.
        func joinAgain() throws -> Store {
            let (mark, _) = try copy.joinAgain(
                at: house, name: "north, second", address: "server", by: "99", at: now + .hours(3))
            let engine = try StoreRows.makeEngine(node: mark.mark.nodes.lowerBound)
            try StoreRows(copy).fill(engine)
            let store = try Store.open(engine, chance: SeededChance(state: 5)) { _ in Sample.zone }
            try store.rebuild()
            return store
        }
    }

    /// How far from the last id's moment the clocks of both stand.
    @Test(
        "copies that write in one moment, or by clocks that stand behind, open nothing by one id",
        arguments: [Span.zero, .minutes(1), .hours(-1), .hours(-24)])
    func opened(off: Span) throws {
        let copies = try Copies()
        let moment = CopiedIDsTests.now + off
        for _ in 0..<3 {
            for store in [copies.desk, copies.copy] {
                try store.log(.sos, at: moment, outcome: "escalated", note: "words")
                _ = try store.openCase(at: moment)
            }
        }
        try copies.desk.ship(to: copies.house)
        let again = try copies.joinAgain()
        let stores = [copies.house, copies.desk, again]
        try stores.exchange()
        #expect(try stores.digests().count == 1)
        for store in stores { #expect(try store.findings() == []) }
    }

    @Test("copies whose ids begin at one place open things by one id, and that is named")
    func beganAlike() throws {
        let copies = try Copies([3, 3])
        let moment = CopiedIDsTests.now - .hours(1)
        let file = try copies.desk.openCase(at: moment)
        #expect(try copies.copy.openCase(at: moment + .minutes(1)) == file)
        try copies.desk.ship(to: copies.house)
        let again = try copies.joinAgain()
        let before = try copies.house.stateDigest()
        #expect {
            try again.ship(to: copies.house)
        } throws: {
            ($0 as? Refusal)?.rule == ShipmentRule.forked.rawValue
        }
        #expect(try copies.house.stateDigest() == before && copies.house.findings() == [])
    }

    @Test("what a copy opens once it has joined again is by ids of its new node")
    func newNode() throws {
        let copies = try Copies()
        let behind = CopiedIDsTests.now - .hours(1)
        _ = try copies.copy.openCase(at: behind)
        _ = try copies.desk.openCase(at: behind)
        try copies.desk.ship(to: copies.house)
        let again = try copies.joinAgain()
        let node = DeskMark(2)!.nodes.lowerBound
        #expect(again.engine.node == node)
        for _ in 0..<2 {
            let file = try again.openCase(at: behind)
            #expect(file.node == node)
            #expect(again.written("words", at: behind).id.node == node)
        }
        try [copies.house, copies.desk, again].exchange()
        #expect(try copies.house.verify().isSound)
    }

    @Test("two things by one id are two stores that wrote as one, whoever brings the second")
    func oneID() throws {
        let stores = try Sample.together(desks: 2)
        let id = stores[1].newID(Case.self, at: CopiedIDsTests.now)
        for (desk, minutes) in [(1, 0), (2, 1)] as [(Int, Int64)] {
            let moment = CopiedIDsTests.now + .minutes(minutes)
            try stores[desk].perform([.case(id, .open(.walkIn)), .case(id, .triage)], by: "51", at: moment)
        }
        try stores[1].ship(to: stores[0])
        let before = try stores[0].stateDigest()
        #expect(throws: Refusal(ShipmentRule.forked, ["desk": "2", "node": "100", "sequence": "1"])) {
            try stores[2].ship(to: stores[0])
        }
        #expect(try stores[0].stateDigest() == before && stores[0].findings() == [])
    }

    @Test("an id that a node made before its last one opens something all the same")
    func olderID() throws {
        let stores = try Sample.together(desks: 1)
        let (first, second) = (
            stores[1].newID(Case.self, at: CopiedIDsTests.now), stores[1].newID(Case.self, at: CopiedIDsTests.now)
        )
        for id in [second, first] {
            try stores[1].perform([.case(id, .open(.walkIn))], by: "51", at: CopiedIDsTests.now)
            try stores[1].ship(to: stores[0])
        }
        #expect(try stores.digests().count == 1)
    }
}
