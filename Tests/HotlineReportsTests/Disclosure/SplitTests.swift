import HotlineDomain
import Testing

@testable import HotlineReports

/// What a reader can prove about the SOS that are not shown, found by trying
/// every way the calls could have been.
@Suite("SOS that are not shown")
struct SplitTests {
    /// The least and the most SOS each hidden line can have, of all ways that fit
    /// what is shown: every line's total, the visible SOS and the headline.
    private func provable(_ table: FamilyTable, sos headline: Int) -> [Int: ClosedRange<Int>] {
        let hidden = table.rows.indices.filter { table.rows[$0].split == nil }
        let left = headline - table.rows.compactMap(\.split).reduce(0) { $0 + $1.sos }
        var found: [Int: ClosedRange<Int>] = [:]
        var tried: [Int] = []
        func go(_ place: Int, _ rest: Int) {
            if place == hidden.count {
                guard rest == 0 else { return }
                for (row, value) in zip(hidden, tried) {
                    let old = found[row] ?? value...value
                    found[row] = min(old.lowerBound, value)...max(old.upperBound, value)
                }
                return
            }
            for value in 0...min(rest, table.rows[hidden[place]].total) {
                tried.append(value)
                go(place + 1, rest - value)
                tried.removeLast()
            }
        }
        go(0, left)
        return found
    }

    @Test("stay as uncertain as the threshold, or as the headline leaves them", arguments: 1...300)
    func bounds(seed: Int) throws {
        var dice = Dice(seed)
        let tree = CodeTree(["a", "b", "c", "d", "e"])
        var counts: [String: SplitCount] = [:]
        for code in tree.codes where dice.roll(0...4) > 0 {
            counts[code] = SplitCount(sos: dice.roll(0...dice.roll(0...12)), others: dice.roll(0...dice.roll(0...30)))
        }
        guard case .table(let table) = Publication.calls(counts, by: tree, threshold: 5) else { return }
        let all = counts.values.reduce(.zero, +)
        #expect(table.rows.reduce(0) { $0 + $1.total } == all.total)
        for (row, range) in provable(table, sos: all.sos) {
            let total = table.rows[row].total
            let natural = min(total, all.sos) - max(0, total - all.others)
            #expect(range.count - 1 >= min(5, natural), "\(table.rows[row].key.name) in \(counts), seed \(seed)")
        }
        for split in table.rows.compactMap(\.split) {
            #expect(split == .zero || split.sos >= 5 && split.others >= 5)
        }
    }

    @Test("of nobody none were SOS, and that is a number, not a hidden one", arguments: 1...100)
    func nobody(seed: Int) {
        var dice = Dice(seed)
        let tree = CodeTree(["a", "b", "c", "d"])
        let counts = Dictionary(
            uniqueKeysWithValues: tree.codes.map { code in
                (code, dice.roll(0...1) == 0 ? .zero : SplitCount(sos: dice.roll(0...9), others: dice.roll(5...30)))
            })
        guard case .table(let table) = Publication.calls(counts, by: tree, threshold: 5) else { return }
        for row in table.rows where row.total == 0 { #expect(row.split == .zero, "\(counts), seed \(seed)") }
    }

    @Test("what one sum gives away is what trying every way finds", arguments: 1...100)
    func closedForm(seed: Int) {
        var dice = Dice(seed)
        let rows = (0..<dice.roll(2...4)).map { _ in SplitCount(sos: dice.roll(0...8), others: dice.roll(0...12)) }
        let all = rows.reduce(.zero, +)
        let table = FamilyTable(
            rows: rows.enumerated().map { .init(key: .code("\($0)"), total: $1.total, split: nil) }, otherCodes: [],
            hasSplits: true)
        for (row, range) in provable(table, sos: all.sos) {
            let proved = all.provable(about: rows[row].total)
            #expect(range.lowerBound == proved.lowerBound && range.count - 1 == proved.count, "seed \(seed)")
        }
    }

    @Test("a lone hidden line is never left: it would be the rest of the headline")
    func neverAlone() throws {
        let counts = [
            "a": SplitCount(sos: 9, others: 50), "b": SplitCount(sos: 6, others: 40),
            "c": SplitCount(sos: 1, others: 30),
        ]
        let table = try #require(Publication.calls(counts, by: CodeTree(["a", "b", "c"]), threshold: 5).table)
        #expect(table.rows.map { $0.split?.sos } == [9, nil, nil])
    }
}
