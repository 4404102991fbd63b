import HotlineDomain
import PostgresCluster
import StorePostgres
import Synchronization
import Testing
import WrappingEngine

@testable import HotlineStore

/// A board asks for what was told since it asked last.
@Suite("What a board hears of")
struct QueueChangesTests {
    private let now = Sample.at("2009-09-14", "10:00")

    private func tell(_ store: Store, _ call: String) throws {
        let facts = VisitFacts(
            id: SwitchCallID(call: call, queue: "q", stay: 1), call: call, line: "md",
            offered: VisitFacts.Stamp(at: now, isExact: true))
        try store.perform(
            [.visit(store.newID(Visit.self, at: now), .observe(source: "switch", facts))], by: Stamp.systemCode,
            at: now)
    }

    /// Does something else just before it commits.
    private final class HeldEngine: WrappingEngine {
        let base: any Engine
        private let meanwhile: Mutex<(@Sendable () throws -> Void)?>

        init(_ base: PostgresEngine, meanwhile: @escaping @Sendable () throws -> Void) {
            self.base = base
            self.meanwhile = Mutex(meanwhile)
        }

        func writeTogether<T>(on keys: Set<Int64>, _ body: (any Connection) throws -> T) throws -> T {
            try base.writeTogether(on: keys) { connection in
                let result = try body(connection)
                // What waits in the pipeline has come to the server with this.
                _ = try connection.count("SELECT 1")
                let once = meanwhile.withLock { meanwhile in
                    defer { meanwhile = nil }
                    return meanwhile
                }
                try once?()
                return result
            }
        }
    }

    @Test(
        "whoever commits last though they began first is heard of too", .enabled(if: PostgresCluster.isWanted))
    func lateCommit() throws {
        try ServerOfDesks.with { server in
            let stores = try Sample.together(desks: 2, at: server.store)
            let (slow, quick) = (stores[1], stores[2])
            try tell(slow, "slow")
            try tell(quick, "quick")
            let heard = Mutex<[String]>([])
            let other = try server.opened()
            let reader = try server.owned()
            let start = try reader.heads()
            let seen = Mutex<(heads: Heads, position: Int64)>(([:], 0))
            let held = HeldEngine(server.owner) {
                try quick.ship(to: other)
                let news = try reader.queueChanges(after: start)
                heard.withLock { $0 += news.visits.map(\.facts.call) }
                let position = try reader.audit(limit: 1).first?.position ?? 0
                seen.withLock { $0 = (news.heads, position) }
            }
            try slow.ship(to: try Store.open(held) { _ in Sample.zone })
            let (known, position) = seen.withLock(\.self)
            #expect(heard.withLock(\.self) == ["quick"])
            #expect(try reader.queueChanges(after: known).visits.map(\.facts.call) == ["slow"])
            // It stands before what had been read, and whoever goes on from there does not see it.
            #expect(try reader.audit(after: position, limit: 10) == [])
            other.engine.close()
        }
    }
}
