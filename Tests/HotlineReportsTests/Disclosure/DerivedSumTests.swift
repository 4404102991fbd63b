import HotlineDomain
import Testing

@testable import HotlineReports

/// Sums of windows say no more than the windows did.
@Suite("Sums of what was published")
struct DerivedSumTests {
    private let tree = CodeTree(["a", "b", "c", "d", "e", "unknown"])

    @Test("the lines of a sum are unions of every window's lines, and their counts add up", arguments: 1...200)
    func unions(seed: Int) throws {
        var dice = Dice(seed)
        let windows = (0..<4).map { _ in
            Dictionary(
                uniqueKeysWithValues: tree.codes.map { code in
                    (code, SplitCount(sos: dice.roll(0...9), others: dice.roll(0...dice.roll(0...30))))
                })
        }
        let published = windows.map { Publication.calls($0, by: tree, threshold: 5) }
        let derived = DerivedSum.of(published, by: tree)
        guard case .table(let sum) = derived else { return }
        let tables = published.compactMap(\.table)
        #expect(sum.rows.reduce(0) { $0 + $1.total } == tables.flatMap(\.rows).reduce(0) { $0 + $1.total })
        for row in sum.rows {
            let codes = Set(row.key == .other ? sum.otherCodes : row.key.codes)
            #expect(
                row.total
                    == windows.reduce(0) { sum, window in sum + codes.reduce(0) { $0 + (window[$1]?.total ?? 0) } })
            for table in tables {
                for part in table.rows {
                    let named = Set(part.key == .other ? table.otherCodes : part.key.codes)
                    #expect(named.isSubset(of: codes) || named.isDisjoint(with: codes), "seed \(seed)")
                }
            }
        }
    }

    @Test("a withheld window withholds the sum, an empty one adds nothing")
    func withheld() throws {
        let full = Publication.calls(
            ["a": SplitCount(sos: 0, others: 9), "b": SplitCount(sos: 0, others: 7)], by: tree, threshold: 5)
        #expect(DerivedSum.of([full, .nothing(.oneLineLeft)], by: tree) == .nothing(.partWithheld))
        #expect(
            DerivedSum.of([full, .nothing(.empty)], by: tree).table?.rows.map(\.total)
                == full.table?.rows.map(\.total))
        #expect(DerivedSum.of([.nothing(.empty)], by: tree) == .nothing(.empty))
    }

    @Test("windows of one length never overlap and end within the period")
    func windows() throws {
        let year = try #require(Period("2008-10/2009-09"))
        #expect(
            WindowLength.quarter.windows(endingIn: year, startMonth: 10).map(\.name) == [
                "2008-Q4", "2009-Q1", "2009-Q2", "2009-Q3",
            ])
        #expect(WindowLength.projectYear.windows(endingIn: year, startMonth: 10).map(\.name) == ["2008-10/2009-09"])
        #expect(WindowLength.projectYear.windows(endingIn: year, startMonth: 1).map(\.name) == ["2008"])
        let august = try #require(Period("2009-08"))
        #expect(WindowLength.quarter.windows(endingIn: august, startMonth: 10).isEmpty)
        #expect(WindowLength.month.windows(endingIn: august, startMonth: 10).map(\.name) == ["2009-08"])
    }

    @Test("what was released in one shape is not released in another, to anybody")
    func ledger() {
        let first = Release(recipient: "sdc", window: "2009-Q3", family: "country", grouping: ["MD", "OTHER"])
        let same = Release(recipient: "iom", window: "2009-Q3", family: "country", grouping: ["MD", "OTHER"])
        let finer = Release(recipient: "iom", window: "2009-Q3", family: "country", grouping: ["MD", "RU", "OTHER"])
        let month = Release(recipient: "sdc", window: "2009-09", family: "country", grouping: ["MD", "OTHER"])
        let other = Release(recipient: "iom", window: "2009-09", family: "language", grouping: ["ro", "OTHER"])
        let line = Release(recipient: "iom", window: "2009-08", family: "line", grouping: ["md", "pt"])
        let ledger = ReleaseLedger([first])
        #expect(ledger.conflict(with: same) == nil)
        #expect(ledger.conflict(with: finer) == first)
        #expect(ledger.conflict(with: month) == first)
        #expect(ledger.conflict(with: other) == nil)
        // One nearly says the other.
        #expect(ledger.conflict(with: line) == first)
    }
}
