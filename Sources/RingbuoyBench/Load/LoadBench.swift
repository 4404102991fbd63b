import Foundation
import HotlineDomain
import HotlinePractice
import HotlineStore
import StorePostgres
import Synchronization

/// Many desks on one server, in one process: each with a store in memory, its
/// own sessions and a thread. The server's database is made for it and good for
/// nothing afterwards.
final class LoadBench: Sendable {
    struct Options: Sendable {
        var url: String
        var desks = 7
        var isFlatOut = false
        var acts = 200
        /// Mean seconds between two calls of one desk, at pace.
        var every = 5.0
        /// So many desks bring what others wrote; all of them ship.
        var boards = 8
    }

    private let options: Options
    private let house: Store
    private let desks: [LoadDesk]
    private let folder: URL
    /// Calls a second that the server took.
    private let rate = Mutex(0.0)

    init(_ options: Options, in folder: URL) throws {
        self.options = options
        self.folder = folder
        let now = Instant.clock
        house = try Store.create(
            PostgresEngine.open(url: options.url, create: .new), hotline: .practice, at: now - .hours(1),
            zoneNamed: LoadDesk.zone)
        let signOn = ShiftCommand.signOnUnplanned(reason: "covering", end: now + .hours(12))
        try house.perform([.shift(house.newID(Shift.self, at: now), signOn)], by: "01", at: now)
        let (origin, first) = (try house.origin(), try house.shipment(after: Heads(), limit: .max))
        guard let first else { throw LoadTrouble("the server holds nothing") }
        desks = try (1...options.desks).map { try LoadDesk($0, origin: origin, first: first, url: options.url) }
    }

    /// Tells each outcome as soon as it is known.
    func run(_ tell: (Outcome) -> Void) throws {
        if !options.isFlatOut { return try atPace().forEach(tell) }
        try flatOut().forEach(tell)
        if let desk = desks.first { try LoadJoin(server: house, desk: desk, folder: folder).outcomes().forEach(tell) }
        tell(try compared())
    }

    private func name(_ what: String) -> String { "\(options.desks) desks, \(what)" }

    // MARK: - Flat out

    /// Desks log first, then all of them give the server call by call what they have.
    private func flatOut() throws -> [Outcome] {
        let each = max(1, options.acts / desks.count)
        let (logged, given) = (Samples(), Samples())
        let busy = Mutex(0)
        let loads = try desks.map { desk in
            var heads = try desk.server.heads()
            return try (0..<each).compactMap { _ in
                _ = try logged.timed { try desk.log(at: .clock) }
                return try desk.packed(after: &heads)
            }
        }
        let start = ContinuousClock.now
        try Crowd.run(Array(zip(desks, loads))) { desk, load in
            for shipment in load {
                let turns = try given.timed { try desk.give(shipment) }
                busy.withLock { $0 += turns }
            }
        }
        let ours = Double(given.count) / (ContinuousClock.now - start).seconds
        rate.withLock { $0 = ours }
        var outcomes = [
            Outcome(name("a logged call at the desk"), logged.summary),
            Outcome(name("a call given to the server"), given.summary),
            Outcome(name("told that the server is busy"), "\(busy.withLock { $0 }) times"),
        ]
        outcomes += try recount(calls: given.count)
        return outcomes
    }

    /// The same calls a second, by pgbench, with the desks gone.
    private func compared() throws -> Outcome {
        for desk in desks { desk.server.engine.close() }
        let script = try record()
        let each = max(1, options.acts / desks.count)
        let theirs = try PgBench.run(script, clients: desks.count, each: each, url: options.url, in: folder)
        let ours = rate.withLock { $0 }
        return Outcome(
            name("calls taken / pgbench, same SQL"),
            String(
                format: "%.2f  (%.0f / %.0f a second, %d statements in %d journeys)", ours / theirs, ours, theirs,
                script.statements, script.journeys),
            goal: ">= 0.95", isMet: ours / theirs >= 0.95)
    }

    /// Two calls of one desk, written down on their way into the server by a session that has just taken another.
    private func record() throws -> ReceiveScript {
        guard let desk = desks.first, let mark = DeskMark(desk.number) else { throw LoadTrouble("no desk") }
        let recording = RecordingEngine(try PostgresEngine.open(url: options.url, nodes: mark.nodes))
        defer { recording.close() }
        let server = try Store.open(recording, zoneNamed: LoadDesk.zone)
        var heads = try server.heads()
        for _ in 0..<3 {
            try desk.log(at: .clock)
            guard let shipment = try desk.packed(after: &heads) else { throw LoadTrouble("nothing to ship") }
            try server.receive(shipment)
        }
        let taken = recording.transactions
        let frame = try recording.writeTogether(on: [0]) { try ServerFrame($0, besides: taken) }
        return try ReceiveScript(
            taken[taken.count - 2], taken[taken.count - 1], frame: frame, node: desk.store.engine.node)
    }

    // MARK: - At pace

    private func atPace() throws -> [Outcome] {
        let pace = LoadPace(desks, options)
        try pace.run()
        return [
            Outcome(name("a logged call at the desk"), pace.logged.summary),
            Outcome(name("given to the server, with its packing"), pace.given.summary),
            Outcome(
                name("until it stands at another desk"), pace.fresh.summary, goal: "p99 < 1 s",
                isMet: pace.fresh.percentile(99) < 1_000),
            Outcome(name("commits, one call each"), String(format: "%.1f a second", pace.rate)),
        ] + (try recount(calls: pace.given.count))
    }

    // MARK: - At the end

    private func recount(calls: Int) throws -> [Outcome] {
        let checked = try house.verify()
        let heads = try house.heads()
        let isWhole = try desks.allSatisfy { desk in
            try heads.events(beyond: desk.store.heads()) >= 0
                && desk.store.heads().events(beyond: heads) == 0
        }
        return [
            Outcome(
                name("chains, tables and counters against a recount"),
                "\(checked.findings.count + checked.more) findings in \(checked.events) events",
                goal: "0", isMet: checked.isSound),
            Outcome(name("calls that did not arrive"), isWhole ? "0 of \(calls)" : "some", goal: "0", isMet: isWhole),
        ]
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
