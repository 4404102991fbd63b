import HotlineDomain
import Testing

@testable import HotlineReports

/// Years of up to four times the volume, too large to try every way the calls could have been: for
/// a count that is not shown another way is laid that fits everything that is.
@Suite("Ways a large year could have been")
struct PackWaysTests {
    @Test("every count that is not shown may be nobody or the threshold and more", arguments: 1...6)
    func ways(seed: Int) throws {
        var dice = Dice(seed)
        let names = FamilyName.published.filter { $0.isOfCalls }
        let lengths = Dictionary(uniqueKeysWithValues: names.map { ($0, WindowLength.allCases[dice.roll(0...2)]) })
        let families = Family.standard(for: PackYear.hotline, windows: lengths, names: names)
        let pack = try Pack(PackYear(&dice, families: families, volume: 5400).input(PackYear.period))
        var tried = 0
        for figures in pack.families {
            for window in figures.windows {
                guard let table = window.publication.table else { continue }
                let shares = pack.headlines.filter { window.period.contains($0.month.first) }.flatMap { month in
                    month.classes.filter { $0.calls > 0 }.map {
                        WindowPuzzle.Share(month: month.month, name: $0.code, calls: $0.calls)
                    }
                }
                let puzzle = WindowPuzzle(table, shares, threshold: pack.thresholds.calls)
                for cell in puzzle.cells(&dice, atMost: 300) {
                    #expect(puzzle.isOpen(cell), "\(figures.family.name) \(window.period.name) \(cell), seed \(seed)")
                    tried += 1
                }
            }
        }
        #expect(tried > 1000, "seed \(seed)")
    }

    /// Of three calls of one class at most one was not from there.
    @Test("a table that shows a single call leaves no other way")
    func narrow() throws {
        let tree = CodeTree(["a", "b"])
        let counts = ["a": SplitCount(sos: 0, others: 60), "b": SplitCount(sos: 0, others: 1)]
        let shares = [("information", 58), ("professional", 3)].map {
            WindowPuzzle.Share(month: PackYear.period, name: $0.0, calls: $0.1)
        }
        let table = try #require(Publication.calls(counts, by: tree, threshold: 1).table)
        let puzzle = WindowPuzzle(table, shares, threshold: 5)
        #expect(puzzle.isOpen(.init(line: 0, shares: [shares[0]])))
        #expect(!puzzle.isOpen(.init(line: 0, shares: [shares[1]])))
        #expect(Publication.calls(counts, by: tree, threshold: 5) == .nothing(.oneLineLeft))
    }
}

/// What is public of a window: calls by month and class, and the lines of one table.
private struct WindowPuzzle {
    /// Calls of one class in one month.
    struct Share: Hashable {
        let month: Period
        let name: String
        let calls: Int
        var isSOS: Bool { name == MonthHeadline.sos }
    }

    /// A count of a line that is not shown: what it has of these shares.
    struct Cell {
        let line: Int
        let shares: [Share]
    }

    /// How many calls of a share are of a line.
    struct Part {
        let share: Share
        let line: Int
        let calls: Int
    }

    let lines: [FamilyTable.Row]
    let shares: [Share]
    let threshold: Int

    init(_ table: FamilyTable, _ shares: [Share], threshold: Int) {
        lines = table.rows
        self.shares = shares
        self.threshold = threshold
    }

    private var hidden: [Int] { lines.indices.filter { lines[$0].split == nil } }
    private var hiddenSOS: Int {
        shares.filter(\.isSOS).reduce(0) { $0 + $1.calls } - lines.compactMap(\.split).reduce(0) { $0 + $1.sos }
    }

    /// Of the line that has most all of them, of others some. Within a group of codes any of
    /// them may be the one that nobody of it called from.
    func cells(_ dice: inout Dice, atMost count: Int) -> [Cell] {
        func all(_ line: Int) -> [Cell] {
            let byMonth = Dictionary(grouping: shares, by: \.month).values
            let byClass = Dictionary(grouping: shares.filter { !$0.isSOS }, by: \.name).values
            return (shares.map { [$0] } + byMonth + byClass).map { Cell(line: line, shares: $0) }
        }
        let single = lines.indices.filter { lines[$0].key.codes.count == 1 && lines[$0].total > 0 }
        guard let largest = single.max(by: { lines[$0].total < lines[$1].total }) else { return [] }
        return all(largest) + single.flatMap(all).shuffled(using: &dice).prefix(count)
    }

    /// Whether some way makes it nothing, or no small count.
    func isOpen(_ cell: Cell) -> Bool {
        for sos in possibleSOS(cell) {
            for most in [false, true] {
                let way = way(cell, sos: sos, most: most)
                guard fits(way) else { continue }
                let count = way.reduce(0) {
                    $0 + ($1.line == cell.line && cell.shares.contains($1.share) ? $1.calls : 0)
                }
                if count == 0 || count >= threshold { return true }
            }
        }
        return false
    }

    /// The SOS the line is said to have, or the least and the most it can have.
    private func possibleSOS(_ cell: Cell) -> [Int] {
        if let split = lines[cell.line].split { return [split.sos] }
        let elsewhere = hidden.reduce(0) { $0 + lines[$1].total } - lines[cell.line].total
        return [max(0, hiddenSOS - elsewhere), min(lines[cell.line].total, hiddenSOS)]
    }

    /// Its shares are given out first: to all other lines before its own, or to its own before them.
    private func way(_ cell: Cell, sos: Int, most: Bool) -> [Part] {
        let others = lines.indices.filter { $0 != cell.line }
        let order = most ? [cell.line] + others : others + [cell.line]
        var sosLeft = hiddenSOS - (lines[cell.line].split == nil ? sos : 0)
        var room: [[Int]] = lines.map { [$0.split?.sos ?? 0, $0.split?.others ?? 0] }
        for line in hidden {
            let taken = line == cell.line ? sos : min(sosLeft, lines[line].total)
            if line != cell.line { sosLeft -= taken }
            room[line] = [taken, lines[line].total - taken]
        }
        var parts: [Part] = []
        for share in cell.shares + shares.filter({ !cell.shares.contains($0) }) {
            var left = share.calls
            let column = share.isSOS ? 0 : 1
            for line in order where left > 0 && room[line][column] > 0 {
                let calls = min(left, room[line][column])
                room[line][column] -= calls
                left -= calls
                parts.append(Part(share: share, line: line, calls: calls))
            }
        }
        return parts
    }

    /// Whether whoever reads the table could not tell it from what was: the very totals, the SOS
    /// that are shown, and the headline.
    private func fits(_ way: [Part]) -> Bool {
        var byLine = lines.map { _ in SplitCount.zero }
        var byShare: [Share: Int] = [:]
        for part in way {
            if part.share.isSOS {
                byLine[part.line].sos += part.calls
            } else {
                byLine[part.line].others += part.calls
            }
            byShare[part.share, default: 0] += part.calls
        }
        return way.allSatisfy { $0.calls > 0 } && shares.allSatisfy { byShare[$0] == $0.calls }
            && zip(lines, byLine).allSatisfy { $0.total == $1.total && ($0.split ?? $1) == $1 }
    }
}
