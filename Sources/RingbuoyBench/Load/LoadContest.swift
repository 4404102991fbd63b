import Foundation
import HotlineDomain
import HotlineStore
import Synchronization

/// Desks give a server all they have, call by call, and in turn with them pgbench
/// gives another database of that server the same statements: both meet the same
/// disk, the same neighbours and the same hour. All sessions are new in each turn.
final class LoadContest: Sendable {
    let logged = Samples()
    let given = Samples()
    private let desks: [LoadDesk]
    private let pgbench: PgBench
    private let busy = Mutex(0)

    /// As many turns as leave each desk this many calls in one.
    private static let (turnsMost, callsLeast) = (6, 4)

    init(_ desks: [LoadDesk], against pgbench: PgBench) {
        self.desks = desks
        self.pgbench = pgbench
    }

    /// Seconds that one turn took either of them.
    private struct Turn {
        let ours: Double
        let theirs: Double
        /// Of the two rates.
        var ratio: Double { theirs / ours }
    }

    func run(calls: Int, _ name: (String) -> String) throws -> [Outcome] {
        let all = max(1, calls / desks.count)
        let turns = max(1, min(LoadContest.turnsMost, all / LoadContest.callsLeast))
        let each = all / turns
        let taken = try (0..<turns).map { turn in
            Turn(ours: try give(each), theirs: try pgbench.run(each: each, after: turn * each))
        }
        let count = Double(turns * each * desks.count)
        let (ours, theirs) = (taken.reduce(0) { $0 + $1.ours }, taken.reduce(0) { $0 + $1.theirs })
        let ratios = taken.map(\.ratio).sorted()
        return [
            Outcome(name("a logged call at the desk"), logged.summary),
            Outcome(name("a call given to the server"), given.summary),
            Outcome(name("told that the server is busy"), "\(busy.withLock { $0 }) times"),
            Outcome(
                name("calls taken / pgbench, same SQL"),
                String(
                    format: "%.2f  (%.2f to %.2f in %d turns; %.0f / %.0f a second, %d statements in %d journeys)",
                    theirs / ours, ratios.first ?? 0, ratios.last ?? 0, turns, count / ours, count / theirs,
                    pgbench.script.statements, pgbench.script.journeys),
                goal: ">= 0.95", isMet: theirs / ours >= 0.95),
        ]
    }

    /// They log first, so that the clock runs for the server alone. In seconds.
    private func give(_ each: Int) throws -> Double {
        let loads = try desks.map { desk in
            var heads = try desk.store.heads()
            let load = try (0..<each).compactMap { _ in
                _ = try logged.timed { try desk.log(at: .clock) }
                return try desk.packed(after: &heads)
            }
            return (try desk.connect(), load)
        }
        defer { for (server, _) in loads { server.engine.close() } }
        let start = ContinuousClock.now
        try Crowd.run(loads) { [self] server, load in
            for shipment in load {
                let turns = try given.timed { try LoadDesk.give(shipment, to: server) }
                busy.withLock { $0 += turns }
            }
        }
        return (ContinuousClock.now - start).seconds
    }
}
