import HotlineDomain
import Testing

@testable import HotlineStore

/// Whatever people do at desks that do not see each other, and however it travels.
@Suite("Stores that exchange what was done in them tell the same")
struct TogetherPropertyTests {
    static let seeds: [UInt64] = [1, 2, 2026] + (0..<2).map { _ in .random(in: 0...UInt64.max) }

    /// The house and three desks, some of whose clocks are wrong.
    private struct World {
        var acts: RandomActs
        let stores: [Store]
        let clocks: [Span]
        var now = Sample.at("2009-09-14", "08:00")

        init(seed: UInt64) throws {
            acts = RandomActs(seed: seed)
            stores = try Sample.together(desks: 3)
            clocks = [.zero, .minutes(-2), .minutes(2), .seconds(7)]
        }

        mutating func work(_ count: Int) throws {
            for _ in 0..<count {
                let place = acts.number(stores.count)
                try acts.act(in: stores[place], at: now + clocks[place])
                now = now + .seconds(Int64(acts.number(40)))
            }
        }

        /// Some of what some store lacks, from whom it may be; and some of it once more.
        mutating func travel() throws {
            let (from, to) = (acts.one(stores), acts.one(stores))
            let limit = 1 + acts.number(9)
            guard let shipment = try from.shipment(after: to.heads(), limit: limit) else { return }
            try to.receive(shipment)
            if acts.number(3) == 0 {
                let before = try to.stateDigest()
                #expect(try to.receive(shipment) == Receipt(events: 0, subjects: [], nodes: []))
                #expect(try to.stateDigest() == before)
            }
        }

        /// Everything, over routes of chance.
        mutating func settle() throws {
            while Set(try stores.map { try $0.heads() }).count > 1 { try travel() }
        }
    }

    @Test("in whatever order, cut wherever, twice, by whatever way: one state everywhere", arguments: seeds)
    func converges(seed: UInt64) throws {
        var world = try World(seed: seed)
        for _ in 0..<12 {
            try world.work(25)
            for _ in 0..<world.acts.number(8) { try world.travel() }
        }
        try world.settle()
        #expect(try world.stores.digests().count == 1, "seed \(seed)")
        for store in world.stores {
            let findings = try store.findings()
            #expect(findings.isEmpty, "seed \(seed): \(findings.prefix(5))")
        }
        #expect(world.acts.done > world.acts.refused / 3, "seed \(seed)")
    }

    @Test("a rebuild from the journal tells the same, and so does one that got everything at once", arguments: seeds)
    func rebuilt(seed: UInt64) throws {
        var world = try World(seed: seed)
        for _ in 0..<6 {
            try world.work(20)
            for _ in 0..<6 { try world.travel() }
        }
        try world.settle()
        let digest = try world.stores[0].stateDigest()
        try world.stores[1].rebuild()
        #expect(try world.stores[1].stateDigest() == digest, "seed \(seed)")
        let late = try Sample.desk(9, of: world.stores[2])
        try world.stores[2].ship(to: late, limit: 10_000)
        #expect(try late.stateDigest() == digest, "seed \(seed)")
        #expect(try late.findings() == [], "seed \(seed)")
    }
}
