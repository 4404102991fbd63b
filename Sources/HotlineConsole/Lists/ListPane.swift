import HotlineDomain
import TerminalUI
import Wording

/// A list on a screen: its window, what it is filtered by as one types, and the
/// date one jumps to.
public struct ListPane<Row: Identifiable & Hashable & Sendable>: Hashable, Sendable where Row.ID: Sendable {
    public private(set) var window: ListWindow<Row>
    public private(set) var filter = TextField(limit: 60)
    /// The line under the list takes the letters.
    public private(set) var entry: Entry?
    private var date = TextField(limit: 10)
    /// The page that is being read, and what has come of it so far.
    private var reading: Reading?

    public enum Entry: Hashable, Sendable { case filter, date }

    private struct Reading: Hashable, Sendable {
        let want: ListWant<Row>
        /// What the next answer is to: the page itself, or its rest.
        var expected: ListWant<Row>
        var rows: [Row] = []
    }

    public init(pageRows: Int = 100) { window = ListWindow(pageRows: pageRows) }

    public var isWriting: Bool { entry != nil }
    public var selected: Row? { window.selected }
    public var isFiltered: Bool { !filter.isEmpty }
    /// A search that takes longer than one look goes on.
    public var isSearching: Bool { reading.map { $0.expected != $0.want } ?? false }

    public enum Answer: Hashable, Sendable {
        case ignored
        case moved
        /// The filter is another one: the list is read anew.
        case filtered
        case jump(BusinessDate)
        case noDate
        /// Enter: the row under the cursor is wanted.
        case chosen
    }

    public mutating func handle(_ key: Key, today: BusinessDate) -> Answer {
        switch entry {
        case .filter: return handleFilter(key)
        case .date: return handleDate(key, today)
        case nil:
            // One step back from a narrowed list is the whole list.
            if key == .escape, isFiltered { return clearFilter() }
            let isFirst = key == .up || key == "k"
            if isFirst, window.cursor == 0, !window.hasMoreAbove { return .ignored }
            return window.handle(key) ? .moved : .ignored
        }
    }

    public mutating func beginFilter() { entry = .filter }
    public mutating func beginDate() {
        date = TextField(limit: 10)
        entry = .date
    }

    private mutating func handleFilter(_ key: Key) -> Answer {
        switch key {
        case .enter:
            entry = nil
            return .moved
        case .escape:
            entry = nil
            return isFiltered ? clearFilter() : .moved
        case .up, .down, .pageUp, .pageDown: return window.handle(key) ? .moved : .ignored
        default: break
        }
        guard filter.handle(key) == .changed else { return .moved }
        readAnew()
        return .filtered
    }

    private mutating func clearFilter() -> Answer {
        filter = TextField(limit: 60)
        readAnew()
        return .filtered
    }

    private mutating func handleDate(_ key: Key, _ today: BusinessDate) -> Answer {
        switch key {
        case .escape: entry = nil
        case .enter:
            guard let date = DateText.date(date.text, today: today) else { return .noDate }
            entry = nil
            return .jump(date)
        default: _ = date.handle(key)
        }
        return .moved
    }

    /// From the top, with another filter.
    public mutating func readAnew() { go(to: .first) }

    public mutating func go(to want: ListWant<Row>) {
        reading = nil
        window.go(to: want)
    }

    /// The rows may have changed.
    public mutating func refresh() {
        reading = nil
        window.refresh()
    }

    public mutating func resize(height: Int) { window.resize(height: height) }
    public mutating func move(_ command: MoveCommand) { window.move(command) }

    /// The page to be asked for now, once.
    public mutating func want() -> ListWant<Row>? {
        guard let want = window.want, want != reading?.want else { return nil }
        reading = Reading(want: want, expected: want)
        return want
    }

    /// Takes a page; gives the place from where the search must go on to fill it.
    public mutating func take(_ page: Page<Row>) -> ListWant<Row>? {
        guard var now = reading, page.want == now.expected else { return nil }
        now.rows += page.rows
        if let place = page.goesOn, now.rows.count < window.pageRows {
            now.expected = .after(place)
            reading = now
            return now.expected
        }
        reading = nil
        window.take(Array(now.rows.prefix(window.pageRows)), for: now.want)
        return nil
    }

    /// Draws the rows that are seen, each by `drawRow`, and the line of what is being typed.
    public func draw(
        on surface: inout Surface, in rect: Rect, _ say: Say, isActive: Bool, empty: String,
        _ drawRow: (Row, inout Surface) -> Void
    ) {
        let line = entry == nil && filter.isEmpty ? 0 : 1
        let (rows, typed) = rect.cutBottom(line)
        surface.draw(in: rows) { surface in
            for (place, row) in window.visible.enumerated() {
                surface.draw(in: Rect(y: place, width: surface.width, height: 1)) { drawRow(row, &$0) }
                guard isActive, window.top + place == window.cursor else { continue }
                surface.select(Rect(y: place, width: surface.width, height: 1))
                surface.put(.cursor, x: 0, y: place, role: .selected)
            }
            if window.rows.isEmpty, isSearching || window.isEmpty {
                surface.put(say(isSearching ? "list.searching" : empty), x: 1, y: 0, role: .faint)
            }
        }
        drawEntry(on: &surface, in: typed, say)
    }

    private func drawEntry(on surface: inout Surface, in rect: Rect, _ say: Say) {
        guard !rect.isEmpty else { return }
        let label = say(entry == .date ? "list.date" : "list.filter")
        let used = surface.put(label, x: rect.x + 1, y: rect.y, role: .label)
        let field = rect.cutLeft(used + 2).rest.cutRight(1).rest
        (entry == .date ? date : filter).draw(on: &surface, in: field, isFocused: entry != nil)
    }
}
