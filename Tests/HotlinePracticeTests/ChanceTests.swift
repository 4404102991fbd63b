import HotlineDomain
import Testing

@testable import HotlinePractice

@Suite("Chance")
struct ChanceTests {
    @Test("comes again with the same seed")
    func again() {
        var first = Chance(seed: 7)
        var second = Chance(seed: 7)
        #expect((0..<50).map { _ in first.next() } == (0..<50).map { _ in second.next() })
        // The first numbers of SplitMix64 from 0: no later compiler may change the years.
        var zero = Chance(seed: 0)
        #expect(zero.next() == 0xE220_A839_7B1D_CDAF)
        #expect(zero.next() == 0x6E78_9E6A_A1B9_65F4)
    }

    @Test("shares a whole out to the last one", arguments: [0, 1, 7, 126, 1346])
    func shares(total: Int) {
        let parts = sharedOut(total, by: [3, 1, 4, 1, 5, 9, 2, 6])
        #expect(parts.reduce(0, +) == total)
    }

    @Test("has what weighs nothing never, and everything else sometimes")
    func weights() {
        var chance = Chance(seed: 3)
        let weights = Weights([("never", 0), ("often", 9), ("sometimes", 1)])
        let drawn = (0..<500).map { _ in chance.one(of: weights) }
        #expect(Set(drawn) == ["often", "sometimes"])
    }

    @Test("gives the agenda back in order of time, then of entering")
    func agenda() {
        var chance = Chance(seed: 11)
        var agenda = Agenda<Int>()
        let moments = (0..<200).map { _ in chance.below(40) }
        for (number, moment) in moments.enumerated() { agenda.enter(number, at: .init(seconds: Int64(moment))) }
        var taken: [Int] = []
        while let (_, number) = agenda.next(before: .init(seconds: 100)) { taken.append(number) }
        let expected = moments.indices.sorted { (moments[$0], $0) < (moments[$1], $1) }
        #expect(taken == expected)
    }
}
