import HotlineDomain
import HotlineStore
import HotlineSwitch

/// Puts what a feed folded into the store.
struct FeedShelf: Sendable {
    private let desk: Desk
    private let person: String
    private let source: String
    /// Held as long as anything is written: a feed that follows never returns.
    private let turn: FeedTurn
    /// What is fed is carried on at once; nil for a desk that works by itself.
    private let server: ServerDesk?
    private(set) var count = FeedCount()

    /// So many changes are written at once, at most: nobody else waits for long.
    static let perTransaction = 500

    /// Refuses where another bridge feeds from this source.
    init(_ desk: Desk, source: String) throws {
        self.desk = try desk.staying()
        self.source = source
        turn = try FeedTurn(source, store: desk.ownFiles)
        person = desk.person
        server = try ServerDesk(desk.store, ear: .bell)
        if let server {
            server.begin()
            LastShipping.keep(server)
        }
    }

    /// All of it. What was written before it fails changes nothing when it is
    /// written again.
    mutating func write(_ batch: FeedBatch) throws {
        let now = Clock.now
        let seen = batch.visits.values.sorted { ($0.offered.at, $0.id) < ($1.offered.at, $1.id) }
        let store = desk.store
        let commands =
            seen.map { facts in
                Command.visit(
                    store.newID(Visit.self, at: now),
                    .observe(source: source, facts, number: batch.numbers[facts.id]))
            }
            + batch.states.map { .operatorState(store.newID(OperatorState.self, at: now), $0) }
            + batch.links.map { .linkState(store.newID(LinkState.self, at: now), $0) }
        for start in stride(from: 0, to: commands.count, by: FeedShelf.perTransaction) {
            let part = commands[start..<min(commands.count, start + FeedShelf.perTransaction)]
            count.take(try perform(Array(part), at: now))
        }
        if let mark = batch.mark { try store.keep(mark, of: source) }
        server?.wake()
    }

    /// All at once; where a rule stands in the way of one, each by itself, and
    /// that one is left out: a name nobody can use must not stop a feed.
    private mutating func perform(_ acts: [Command], at now: Instant) throws -> [Event] {
        do {
            return try desk.store.perform(acts, by: person, at: now)
        } catch let refusal as Refusal where FeedShelf.isOfFeed(refusal) {
            if acts.count == 1 {
                count.leaveOut(refusal)
                return []
            }
            return try acts.flatMap { try perform([$0], at: now) }
        }
    }

    private static func isOfFeed(_ refusal: Refusal) -> Bool {
        VisitRule(rawValue: refusal.rule) != nil || OperatorStateRule(rawValue: refusal.rule) != nil
            || LinkStateRule(rawValue: refusal.rule) != nil
    }
}
