import Foundation
import HotlineDomain
import HotlineStore

/// Many desks on one server, in one process: each with a store in memory, its
/// own sessions and a thread. The server's database is made for it and good for
/// nothing afterwards.
final class LoadBench: Sendable {
    struct Options: Sendable {
        var url: String
        /// Another database of the same server, for pgbench.
        var beside: String?
        var desks = 7
        var acts = 200
        /// Mean seconds between two calls of one desk, at pace.
        var every = 5.0
        /// So many desks bring what others wrote; all of them ship.
        var boards = 8

        func name(_ what: String) -> String { "\(desks) desks, \(what)" }
    }

    private let options: Options
    private let house: LoadHouse
    private let desks: [LoadDesk]
    private let folder: URL

    init(_ options: Options, in folder: URL) throws {
        self.options = options
        self.folder = folder
        let house = try LoadHouse(url: options.url)
        self.house = house
        desks = try (1...options.desks).map { try house.desk($0) }
    }

    /// Tells each outcome as soon as it is known.
    func run(_ tell: (Outcome) -> Void) throws {
        guard let beside = options.beside else { return try atPace().forEach(tell) }
        let contest = try LoadContest(desks, against: PgBench(url: beside, clients: desks.count, in: folder))
        try contest.run(calls: options.acts, options.name).forEach(tell)
        try recount(calls: contest.given.count).forEach(tell)
        guard let desk = desks.first else { return }
        try LoadJoin(server: house.store, desk: desk, folder: folder).outcomes().forEach(tell)
    }

    private func atPace() throws -> [Outcome] {
        let pace = LoadPace(desks, options)
        try pace.run()
        return [
            Outcome(options.name("a logged call at the desk"), pace.logged.summary),
            Outcome(options.name("given to the server, with its packing"), pace.given.summary),
            Outcome(
                options.name("until it stands at another desk"), pace.fresh.summary, goal: "p99 < 1 s",
                isMet: pace.fresh.percentile(99) < 1_000),
            Outcome(options.name("commits, one call each"), String(format: "%.1f a second", pace.rate)),
        ] + (try recount(calls: pace.given.count))
    }

    private func recount(calls: Int) throws -> [Outcome] {
        let checked = try house.store.verify()
        let heads = try house.store.heads()
        let isWhole = try desks.allSatisfy { desk in
            try heads.events(beyond: desk.store.heads()) >= 0
                && desk.store.heads().events(beyond: heads) == 0
        }
        return [
            Outcome(
                options.name("chains, tables and counters against a recount"),
                "\(checked.findings.count + checked.more) findings in \(checked.events) events",
                goal: "0", isMet: checked.isSound),
            Outcome(
                options.name("calls that did not arrive"), isWhole ? "0 of \(calls)" : "some", goal: "0",
                isMet: isWhole),
        ]
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
