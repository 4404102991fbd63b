import HotlineDomain
import HotlinePractice
import HotlineReports
import HotlineStore
import Testing

@Suite("The practice year")
struct PracticeYearTests {
    @Test("has the published totals with every seed", arguments: WrittenYear.seeds)
    func totals(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let stats = try Stats(PracticeYear.period, from: store.counts)
        #expect(stats.funnel == Funnel(calls: 1346, sos: 126, casesOpened: 19, referred: 3))
        #expect(stats.escalations.total == 126)
        #expect(stats.escalations["case_opened"] == 19)
        #expect(stats.escalations.open == 0)
        for line in stats.escalations.lines where line.outcome != "open" {
            #expect(line.n > 0, "no SOS ended in \(line.outcome), seed \(seed)")
        }
        #expect(try PracticeYear.isWhole(in: store))
        #expect(try store.about().isPractice)
    }

    @Test("adds up by month, and no month is without SOS", arguments: WrittenYear.seeds)
    func months(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let months = try PracticeYear.period.months.map { try Funnel($0, from: store.counts) }
        #expect(months.reduce(0) { $0 + $1.calls } == 1346)
        #expect(months.reduce(0) { $0 + $1.sos } == 126)
        #expect(months.reduce(0) { $0 + $1.casesOpened } == 19)
        #expect(months.allSatisfy { (60...180).contains($0.calls) && (5...25).contains($0.sos) })
    }

    @Test("adds up by every dimension", arguments: Stats.dimensions)
    func dimensions(dimension: Dimension) async throws {
        let store = try await WrittenYear.shared.store(1)
        let lines = try Breakdown(dimension, PracticeYear.period, from: store.counts).lines
        #expect(lines.reduce(0) { $0 + $1.calls } == 1346)
        #expect(lines.reduce(0) { $0 + $1.sos } == 126)
    }

    @Test("counts what its list of calls counts", arguments: WrittenYear.seeds)
    func list(seed: UInt64) async throws {
        let calls = try await WrittenYear.shared.store(seed).allCalls()
        #expect(calls.filter(\.isCounted).count == 1346)
        #expect(calls.filter { $0.content.code == "test" && $0.status == .final }.count == 12)
        #expect(calls.contains { $0.status == .discarded })
        #expect(calls.contains { $0.revision > 1 })
        #expect(calls.allSatisfy { $0.status == .final || $0.status == .discarded })
        #expect(calls.allSatisfy { (8...22).contains($0.placement.hour) && !$0.placement.offShift })
        #expect(calls.allSatisfy { PracticeYear.period.contains($0.placement.businessDate) })
    }

    @Test("is in the proportions of such a line", arguments: WrittenYear.seeds)
    func proportions(seed: UInt64) async throws {
        let store = try await WrittenYear.shared.store(seed)
        let report = try PeriodReport(PracticeYear.period, from: store.counts)
        #expect((10...25).contains((report[.class]?["non_counselling"]?.calls ?? 0) * 100 / 1346))
        #expect((35...60).contains((report[.class]?["information"]?.calls ?? 0) * 100 / 1346))
        #expect(report[.country]?.lines.count ?? 0 > 10)
        #expect(["ru", "ro", "uk"].allSatisfy { report[.language]?[$0]?.calls ?? 0 > 30 })
        #expect(report[.operator]?.lines.count ?? 0 >= 4)
        #expect((report[.hour]?["19"]?.calls ?? 0) > (report[.hour]?["08"]?.calls ?? 0))
    }

    @Test("is the same, byte for byte, with the same seed")
    func same() async throws {
        let first = try await WrittenYear.shared.store(2009)
        let again = try WrittenYear.fresh(2009)
        #expect(try first.allCalls() == again.allCalls())
        #expect(
            try PeriodReport(PracticeYear.period, from: first.counts).json.compact
                == PeriodReport(PracticeYear.period, from: again.counts).json.compact)
        #expect(try first.escalations(limit: 500) == again.escalations(limit: 500))
        #expect(try first.cases(limit: 500) == again.cases(limit: 500))
        #expect(try first.referrals(limit: 500) == again.referrals(limit: 500))
        for call in try first.allCalls().prefix(200) {
            guard let note = call.content.note else { continue }
            #expect(try first.words(note) == again.words(note))
        }
    }

    @Test("is another one with another seed")
    func another() async throws {
        let calls = try await WrittenYear.shared.store(1).allCalls()
        let others = try await WrittenYear.shared.store(2009).allCalls()
        #expect(calls != others)
    }
}
