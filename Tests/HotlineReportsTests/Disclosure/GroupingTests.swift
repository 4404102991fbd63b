import HotlineDomain
import Testing

@testable import HotlineReports

/// Small counts are put together until nobody is alone in a line.
@Suite("Lines of a published table")
struct GroupingTests {
    private let lines = CodeTree(
        ["RU", "BE", "NL", "DE", "CH", "US", "unknown"],
        parents: ["BE": "eu", "NL": "eu", "DE": "eu", "CH": "eu", "RU": "ru", "US": "us"], isOpen: true)

    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let counts: [String: Int]
        let keys: [String]
    }

    @Test(
        "puts small counts together",
        arguments: [
            Example(
                testDescription: "neighbours of one line first",
                counts: ["RU": 40, "BE": 3, "NL": 2, "DE": 20, "US": 9],
                keys: ["RU", "BE+CH+NL", "DE", "US", "OTHER"]),
            Example(
                testDescription: "with a larger neighbour where they are too few together",
                counts: ["RU": 40, "BE": 1, "DE": 20, "CH": 6, "US": 9],
                keys: ["RU", "BE+CH+NL", "DE", "US", "OTHER"]),
            Example(
                testDescription: "with others where their line has nobody else",
                counts: ["RU": 40, "US": 3, "unknown": 4], keys: ["RU", "OTHER"]),
            Example(
                testDescription: "with the smallest line where all others are too few",
                counts: ["RU": 40, "DE": 20, "US": 1], keys: ["RU", "OTHER"]),
            Example(
                testDescription: "codes that are in no list among the others", counts: ["RU": 40, "DE": 20, "FR": 7],
                keys: ["RU", "DE", "OTHER"]),
            Example(
                testDescription: "nothing where everybody is enough", counts: ["RU": 5, "DE": 5],
                keys: ["RU", "DE", "OTHER"]),
        ])
    func merges(_ example: Example) {
        #expect(Grouping(lines, counts: example.counts, threshold: 5).keys.map(\.name) == example.keys)
    }

    @Test("one line of everything is no table")
    func oneLine() {
        let counts = ["RU": SplitCount(sos: 3, others: 400)]
        #expect(Publication.calls(counts, by: lines, threshold: 5) == .nothing(.oneLineLeft))
        #expect(Publication.plain(["RU": 19], by: lines, threshold: 11) == .nothing(.oneLineLeft))
        #expect(Publication.calls([:], by: lines, threshold: 5) == .nothing(.empty))
    }

    @Test("no line shows a count from one to the threshold, and every call is in one", arguments: 1...200)
    func neverSmall(seed: Int) throws {
        var dice = Dice(seed)
        let threshold = [5, 11][dice.roll(0...1)]
        var counts: [String: Int] = [:]
        for code in lines.codes + ["FR", "TR"] where dice.roll(0...2) > 0 {
            counts[code] = dice.roll(0...dice.roll(1...40))
        }
        let grouping = Grouping(lines, counts: counts, threshold: threshold)
        let members = grouping.keys.map { $0 == .other ? grouping.otherCodes : $0.codes }
        #expect(
            Set(members.flatMap(\.self)) == Set(lines.codes).union(counts.keys.filter { !lines.codes.contains($0) }))
        #expect(members.flatMap(\.self).count == Set(members.flatMap(\.self)).count)
        for (key, codes) in zip(grouping.keys, members) where grouping.keys.count > 1 {
            let sum = codes.reduce(0) { $0 + (counts[$1] ?? 0) }
            #expect(sum == 0 || sum >= threshold, "\(key.name) in \(counts), seed \(seed)")
            if case .code = key { continue }
            #expect(sum == 0 || codes.count > 1, "\(key.name) stands for one code, seed \(seed)")
        }
    }
}
