import Foundation
import HotlineDomain
import Testing

@testable import HotlineStore

/// Histories from seeds. A failing one names its own: `RINGBUOY_HISTORY_SEED=<seed>` runs it
/// alone, `RINGBUOY_HISTORIES=<number>` runs so many, and looks at every store of each.
@Suite("Whatever becomes of desks, network and server")
struct HouseOfDesksTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seed = environment["RINGBUOY_HISTORY_SEED"].flatMap { UInt64($0) }
    private static let wanted = environment["RINGBUOY_HISTORIES"].flatMap { Int($0) }
    private static let shares = 2

    @Test("in the end all hold the same, nothing is lost and nothing is there twice", arguments: 0..<shares)
    func histories(share: Int) throws {
        if let seed = HouseOfDesksTests.seed {
            if share == 0 { try HouseOfDesksTests.run([seed], all: true) }
            return
        }
        // Always the same; where somebody asks for a number, half of them others each time.
        let base = UInt64.random(in: 0...UInt64.max / 2)
        let own = (0..<(HouseOfDesksTests.wanted ?? 5_000)).filter { $0 % HouseOfDesksTests.shares == share }
        let seeds = own.filter { $0 % 4 < 2 || HouseOfDesksTests.wanted != nil }
            .map { $0 % 4 < 2 ? UInt64($0) : base + UInt64($0) }
        try HouseOfDesksTests.run(seeds, all: HouseOfDesksTests.wanted != nil)
    }

    @Test(
        "two copies of a desk that wrote equally much are told apart by how their chains end",
        arguments: [78, 403, 426, 542])
    func equalCopies(seed: UInt64) throws {
        let shelf = EngineShelf()
        var blind = try HouseOfDesks(seed: seed, shelf: shelf)
        blind.comparesHashes = false
        blind.patience = 3 * 60_000
        #expect(throws: HouseOfDesks.Unsettled.self) { try blind.run() }
        var house = try HouseOfDesks(seed: seed, shelf: shelf)
        try house.run()
        #expect(try house.faults(all: true).isEmpty)
        #expect(house.refusals["shipment.forked"] != nil)
    }

    @Test("an event that a copy wrote in another's place is found out", arguments: [8_797_743_260_984_760_223])
    func copyInPlace(seed: UInt64) throws {
        var house = try HouseOfDesks(seed: seed, shelf: EngineShelf())
        try house.run()
        #expect(try house.faults(all: true).isEmpty)
    }

    private static func run(_ seeds: [UInt64], all: Bool) throws {
        let shelf = EngineShelf()
        var refusals: [String: Int] = [:]
        for seed in seeds {
            do {
                var house = try HouseOfDesks(seed: seed, shelf: shelf)
                try house.run()
                for fault in try house.faults(all: all) {
                    Issue.record("seed \(seed): \(fault), with \(house.troubles)")
                }
                refusals.merge(house.refusals, uniquingKeysWith: +)
            } catch {
                Issue.record("seed \(seed): \(error)")
            }
        }
        guard seeds.count > 300 else { return }
        let rules: Set<String> = ["shipment.forked", "shipment.gapped", "shipment.tampered"]
        #expect(Set(refusals.keys) == rules, "what is to be refused was met")
    }

    @Test("a house that goes on as before at a server in another's place is found out")
    func termsKept() throws {
        let shelf = EngineShelf()
        let isFound = try (0..<400 as Range<UInt64>).contains { seed in
            var house = try HouseOfDesks(seed: seed, shelf: shelf)
            guard house.troubles.isSuperset(of: [.standby, .houseWork]) else { return false }
            house.beginsTerms = false
            house.patience = 3 * 60_000
            do {
                try house.run()
                return try !house.faults(all: true).isEmpty
            } catch {
                return true
            }
        }
        #expect(isFound)
    }

    /// Statements that a store which is not as it should be leaves out, or runs twice.
    private static let faults: [(name: String, statement: String, times: Int)] = [
        ("what came is not known to have come", "UPDATE node SET last_sequence", 0),
        ("counts are added twice", "INSERT INTO count_cell", 2),
        ("words stay behind", "INSERT INTO words", 0),
        ("a call that changed stays what it was", "INSERT INTO call ", 0),
        ("who did not see whom is told by nobody", "INSERT INTO divergence", 0),
    ]

    @Test("a store that is not as it should be is found out", arguments: faults.indices)
    func foundOut(_ place: Int) throws {
        let fault = HouseOfDesksTests.faults[place]
        let shelf = EngineShelf { sql in
            sql.contains(fault.statement) ? fault.times : 1
        }
        let isFound = (1...400 as ClosedRange<UInt64>).contains { seed in
            do {
                var house = try HouseOfDesks(seed: seed, shelf: shelf)
                house.patience = 3 * 60_000
                try house.run()
                return try !house.faults(all: true).isEmpty
            } catch {
                return true
            }
        }
        #expect(isFound, "\(fault.name)")
    }
}
