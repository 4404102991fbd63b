import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineReports
import PostgresCluster
import StorePostgres
import StoreSQLite
import Testing

@testable import HotlineStore

/// A whole year of work, written and read through the other engine.
@Suite("The practice year on a server", .enabled(if: PostgresCluster.isWanted))
struct PracticeOnServerTests {
    /// A year on a server, and the same one in memory.
    private static func withBoth(_ body: (_ server: Store, _ memory: Store) throws -> Void) throws {
        let seed: UInt64 = 2009
        try PostgresCluster.withDatabase { url in
            let engine = try PostgresEngine.open(url: url, create: .new)
            defer { engine.close() }
            let store = try PracticeYear.create(in: engine, seed: seed) { try ZoneRules.named($0) }
            try body(store, try WrittenYear.fresh(seed))
        }
    }

    @Test("has the published totals, is sound, and holds what the same year in SQLite holds")
    func same() throws {
        try Self.withBoth { server, memory in
            let stats = try Stats(PracticeYear.period, from: server.counts)
            #expect(stats.funnel == Funnel(calls: 1346, sos: 126, casesOpened: 19, referred: 3))
            let found = try server.verify()
            #expect(found.findings == [])
            #expect(try found.events == memory.verify().events)
            try tables(server, memory)
            let digest = try server.stateDigest()
            try server.rebuild()
            #expect(try server.verify().isSound)
            #expect(try server.stateDigest() == digest)
            try lists(server, memory)
            try figures(server, memory)
        }
    }

    private func tables(_ server: Store, _ memory: Store) throws {
        func same<T: ReadTable>(_ table: T.Type) throws where T.A: Equatable {
            func rows(_ store: Store) throws -> [T.A] {
                try store.engine.read { try T.select("hotline = $1 ORDER BY id", [.integer(1)], $0) }
            }
            #expect(try rows(server) == rows(memory), "\(T.name)")
        }
        try same(CallTable.self)
        try same(EscalationTable.self)
        try same(CaseTable.self)
        try same(ReferralTable.self)
        try same(ShiftTable.self)
        try same(HandoverTable.self)
        try same(StayTable.self)
        try same(EntryTable.self)
        func chain(_ store: Store) throws -> [[UInt8]] {
            try store.engine.read { try $0.all("SELECT hash FROM event ORDER BY node, sequence") { $0.bytes(0) } }
        }
        #expect(try chain(server) == chain(memory))
    }

    /// What people read: the same rows in the same order.
    private func lists(_ server: Store, _ memory: Store) throws {
        #expect(try server.allCalls() == memory.allCalls())
        let now = Instant(milliseconds: 1_250_000_000_000)
        #expect(try server.live(at: now) == memory.live(at: now))
        for kind in EntryKind.allCases { #expect(try server.entries(kind) == memory.entries(kind)) }
        #expect(try server.stays(limit: 500) == memory.stays(limit: 500))
        #expect(try server.packs() == memory.packs())
        #expect(try server.closings() == memory.closings())
        #expect(try server.audit(limit: 2_000) == memory.audit(limit: 2_000))
        for word in ["09-04", "a"] {
            let filter = CallFilter(terms: [CallFilter.Term(number: word, place: word)])
            #expect(
                try server.calls(filter, limit: 100).calls.map(\.id)
                    == memory.calls(filter, limit: 100).calls.map(\.id))
        }
        var (one, other): ([UInt8], [UInt8]) = ([], [])
        try server.csv(PracticeYear.period) { one += $0 }
        try memory.csv(PracticeYear.period) { other += $0 }
        #expect(one == other)
        #expect(one.count > 100_000)
    }

    private func figures(_ server: Store, _ memory: Store) throws {
        for dimension in Stats.dimensions {
            #expect(
                try server.counts(.calls, by: dimension, PracticeYear.period)
                    == memory.counts(.calls, by: dimension, PracticeYear.period), "\(dimension)")
        }
        let now = Instant(milliseconds: 1_280_000_000_000)
        for period in PracticeYear.period.months + [PracticeYear.period] {
            let (one, other) = (
                try server.reading(period: period, at: now, Self.told),
                try memory.reading(period: period, at: now, Self.told)
            )
            #expect(one == other, "\(period.name)")
        }
    }

    /// Everything a report asks for.
    private static func told(_ source: PeriodReader) throws -> [String] {
        [
            "\(try source.balance())", "\(try source.closingReasons().sorted { $0.key < $1.key })",
            "\(try source.cohort())", "\(try source.acknowledgements())", "\(try source.shifts())",
            "\(try source.stays())", "\(try source.referrals())", "\(try source.quality())",
            "\(try source.visits(answerTarget: .seconds(20), shortAbandon: .seconds(5)))",
        ]
    }
}
