import HotlineDomain
import PostgresCluster
import StorePostgres
import Testing

@testable import HotlineStore

/// Receives of several desks run side by side on a server, beside what is done there.
@Suite("desks that ship at one moment", .enabled(if: PostgresCluster.isWanted))
struct ServerTogetherTests {
    static let seeds: [UInt64] = [3, .random(in: 0...UInt64.max)]

    @Test("leave what they had left one after the other, whatever they wrote about the same things", arguments: seeds)
    func sideBySide(seed: UInt64) throws {
        try PostgresCluster.withDatabase { url in
            let house = try Store.create(
                try PostgresEngine.open(url: url, create: .new), hotline: Sample.hotline,
                at: Sample.at("2009-09-01", "00:00")
            ) { _ in Sample.zone }
            let stores = try Sample.together(desks: 5, at: house)
            let lines = try (1...5).map { number in
                try Store.open(try PostgresEngine.open(url: url, nodes: DeskMark(number)!.nodes)) { _ in Sample.zone }
            }
            defer { for store in [house] + lines { store.engine.close() } }
            for round in 0..<4 {
                let now = Sample.at("2009-09-14", "08:00") + .hours(Int64(round))
                // Of one origin, so that most of what they do is about the same calls and cases.
                try Self.work(in: stores[0], 30, at: now, seed: seed &+ UInt64(round))
                for desk in stores.dropFirst() { try stores[0].ship(to: desk) }
                for (place, desk) in stores.enumerated() {
                    try Self.work(in: desk, 20, at: now + .minutes(20), seed: seed &+ UInt64(100 * round + place))
                }
                _ = try Together.run(6) { place in
                    if place == 5 {
                        try Self.work(in: house, 10, at: now + .minutes(40), seed: seed &+ UInt64(round))
                    } else {
                        try stores[place + 1].ship(to: lines[place], limit: 1 + place * 3)
                    }
                }
                for desk in stores.dropFirst() { try stores[0].ship(to: desk) }
            }
            #expect(try stores.digests().count == 1, "seed \(seed)")
            for store in stores { #expect(try store.findings() == [], "seed \(seed)") }
        }
    }

    private static func work(in store: Store, _ count: Int, at now: Instant, seed: UInt64) throws {
        var acts = RandomActs(seed: seed)
        for turn in 0..<count { try acts.act(in: store, at: now + .seconds(Int64(turn) * 20)) }
    }

    @Test("keep off the chains and the things that a shipment tells of, and off the visit that a call answers")
    func keys() throws {
        let stores = try Sample.together(desks: 1)
        let desk = stores[1]
        let now = Sample.at("2009-09-14", "10:00")
        let facts = VisitFacts(
            id: SwitchCallID(call: "1", queue: "q", stay: 1), call: "1", line: "md",
            offered: VisitFacts.Stamp(at: now, isExact: true))
        let visit = desk.newID(Visit.self, at: now)
        try desk.perform(
            [.visit(visit, .observe(source: "switch", facts, number: Private("+373 533 12345")))],
            by: Stamp.systemCode, at: now)
        let heads = try desk.heads()
        let call = desk.newID(Call.self, at: now)
        try desk.perform([.call(call, .answer(visit))], by: "01", at: now)
        let shipment = try #require(try desk.shipment(after: heads, limit: 500))
        #expect(shipment.keys(shipment.told()) == [desk.engine.node, call.raw, visit.raw])
    }
}
