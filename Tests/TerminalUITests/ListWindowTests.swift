import Testing

@testable import TerminalUI

@Suite("A window over a long list")
struct ListWindowTests {
    struct Row: Identifiable, Hashable, Sendable { let id: Int }

    /// A list of any length that answers as a store does, by key.
    struct List {
        var ids: Range<Int>
        var removed: Set<Int> = []
        func page(_ want: ListWindow<Row>.Want, _ count: Int) -> [Row] {
            switch want {
            case .first: return take(ids.lowerBound, 1, count)
            case .last: return take(ids.upperBound - 1, -1, count).reversed()
            case .after(let id): return take(id + 1, 1, count)
            case .before(let id): return take(id - 1, -1, count).reversed()
            case .from(let id): return take(max(id, ids.lowerBound), 1, count)
            }
        }

        private func take(_ start: Int, _ step: Int, _ count: Int) -> [Row] {
            var rows: [Row] = []
            var id = start
            while rows.count < count, ids.contains(id) {
                if !removed.contains(id) { rows.append(Row(id: id)) }
                id += step
            }
            return rows
        }
    }

    /// Reads until nothing is wanted; the number of pages read.
    @discardableResult
    private func fill(_ window: inout ListWindow<Row>, _ list: List) -> Int {
        var pages = 0
        while let want = window.want, pages < 200 {
            window.take(list.page(want, window.pageRows), for: want)
            pages += 1
        }
        #expect(pages < 200, "reading comes to an end")
        return pages
    }

    @Test("an empty list is known to be empty once it was read")
    func empty() {
        var window = ListWindow<Row>(pageRows: 5, height: 3)
        #expect(!window.isEmpty)
        fill(&window, List(ids: 0..<0))
        #expect(window.isEmpty && window.selected == nil && window.visible.isEmpty)
        for command in MoveCommand.allCases {
            window.move(command)
            fill(&window, List(ids: 0..<0))
            #expect(window.selected == nil)
        }
    }

    @Test("ten million rows are walked holding a few pages")
    func tenMillion() {
        let list = List(ids: 0..<10_000_000)
        var window = ListWindow<Row>(pageRows: 50, height: 20)
        fill(&window, list)
        for _ in 0..<500 {
            window.move(.pageDown)
            #expect(fill(&window, list) <= 2 && window.rows.count <= 200)
        }
        #expect(window.selected?.id == 500 * 19)
        window.move(.last)
        fill(&window, list)
        #expect(window.selected?.id == 9_999_999 && window.visible.count == 20 && !window.hasMoreBelow)
        for _ in 0..<100 {
            window.move(.up)
            fill(&window, list)
        }
        #expect(window.selected?.id == 9_999_899 && window.rows.count <= 200)
        window.move(.first)
        fill(&window, list)
        #expect(window.selected?.id == 0 && !window.hasMoreAbove && window.hasMoreBelow)
    }

    @Test("moves as an index in the whole list would", arguments: 0..<40)
    func property(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let count = [1, 3, 19, 20, 21, 57, 400].randomElement(using: &generator) ?? 1
        let height = Int.random(in: 1...30, using: &generator)
        let list = List(ids: 0..<count)
        var window = ListWindow<Row>(pageRows: Int.random(in: 1...25, using: &generator), height: height)
        fill(&window, list)
        var place = 0
        for _ in 0..<200 {
            let command = MoveCommand.allCases.randomElement(using: &generator) ?? .up
            window.move(command)
            fill(&window, list)
            let page = max(1, height - 1)
            switch command {
            case .up: place -= 1
            case .down: place += 1
            case .pageUp: place -= page
            case .pageDown: place += page
            case .first: place = 0
            case .last: place = count - 1
            }
            place = min(max(0, place), count - 1)
            #expect(window.selected?.id == place, "seed \(seed)")
            #expect(window.visible.contains { $0.id == place }, "seed \(seed)")
            #expect(window.visible.count == min(height, count), "seed \(seed)")
            #expect(window.hasMoreAbove == (window.visible.first?.id != 0), "seed \(seed)")
            #expect(window.hasMoreBelow == (window.visible.last?.id != count - 1), "seed \(seed)")
        }
    }

    @Test("keys pressed before a page has come are not lost")
    func owed() {
        let list = List(ids: 0..<1000)
        var window = ListWindow<Row>(pageRows: 30, height: 10)
        fill(&window, list)
        for _ in 0..<10 { window.move(.pageDown) }
        fill(&window, list)
        #expect(window.selected?.id == 90)
        for _ in 0..<95 { window.move(.up) }
        fill(&window, list)
        #expect(window.selected?.id == 0)
    }

    @Test("a refresh keeps the cursor on its row and the row on its line")
    func refresh() {
        var list = List(ids: 0..<1000)
        var window = ListWindow<Row>(pageRows: 30, height: 10)
        fill(&window, list)
        for _ in 0..<25 {
            window.move(.down)
            fill(&window, list)
        }
        let before = window.visible.map(\.id)
        window.refresh()
        fill(&window, list)
        #expect(window.selected?.id == 25 && window.visible.map(\.id) == before)
        list.removed = [25]
        window.refresh()
        fill(&window, list)
        #expect(window.selected?.id == 26, "the next row comes to the cursor's line")
    }

    @Test("a new row at the top is seen by who stands at the top, the cursor staying on its row")
    func newRow() {
        var window = ListWindow<Row>(pageRows: 30, height: 10)
        fill(&window, List(ids: 5..<100))
        window.refresh()
        fill(&window, List(ids: 4..<100))
        #expect(window.visible.first?.id == 4 && window.selected?.id == 5)
    }

    @Test("a jump lands on the row it asks for, also past the end")
    func jump() {
        let list = List(ids: 0..<1000)
        var window = ListWindow<Row>(pageRows: 30, height: 10)
        fill(&window, list)
        window.go(to: .from(500))
        fill(&window, list)
        #expect(window.selected?.id == 500 && window.visible.first?.id == 500 && window.hasMoreAbove)
        window.go(to: .from(998))
        fill(&window, list)
        #expect(window.selected?.id == 998 && window.visible.map(\.id) == Array(990...999))
        window.go(to: .from(5000))
        fill(&window, list)
        #expect(window.selected?.id == 999)
    }

    @Test("answers to what is no longer asked are left aside")
    func stale() {
        let list = List(ids: 0..<1000)
        var window = ListWindow<Row>(pageRows: 30, height: 10)
        fill(&window, list)
        window.go(to: .last)
        window.take([Row(id: 77)], for: .first)
        fill(&window, list)
        #expect(window.selected?.id == 999)
    }

    @Test("a screen that grows and shrinks keeps its row")
    func resizing() {
        let list = List(ids: 0..<1000)
        var window = ListWindow<Row>(pageRows: 30, height: 10)
        fill(&window, list)
        for _ in 0..<50 {
            window.move(.down)
            fill(&window, list)
        }
        for height in [1, 60, 3, 0, 24] {
            window.resize(height: height)
            fill(&window, list)
            #expect(window.selected?.id == 50 && window.visible.contains { $0.id == 50 })
            #expect(window.visible.count == max(1, height))
        }
    }
}
