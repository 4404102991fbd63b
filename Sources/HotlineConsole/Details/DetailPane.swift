import TerminalUI

/// How one looks through the detail of one thing: where one has scrolled to and
/// which of the lines that lead on is under the cursor.
struct DetailPane: Hashable, Sendable {
    private(set) var top = 0
    private(set) var cursor = 0
    private var height = 1
    private var links: [Route] = []
    private var rows = 0
    private var rowOfCursor: Int?

    /// Where the line under the cursor leads.
    var route: Route? { links.indices.contains(cursor) ? links[cursor] : nil }

    /// From 100 columns on the history stands beside the facts.
    static let columnsForTwo = 100

    /// Where facts and history stand; no second part where both are one column.
    static func parts(_ size: Size) -> (left: Rect, right: Rect?) {
        let whole = Rect(width: size.columns, height: size.rows)
        guard size.columns >= columnsForTwo else { return (whole, nil) }
        let width = size.columns / 2
        return (whole.cutLeft(width).left, whole.cutLeft(width + 1).rest)
    }

    /// False for a key that is none of a detail's.
    mutating func handle(_ key: Key) -> Bool {
        guard let move = MoveCommand.listKeys.row(for: key)?.command else { return false }
        switch move {
        case .up: if cursor > 0 { step(-1) } else { top -= 1 }
        case .down: if cursor < links.count - 1 { step(1) } else { top += 1 }
        case .pageUp: top -= max(1, height - 1)
        case .pageDown: top += max(1, height - 1)
        case .first: top = 0
        case .last: top = rows
        }
        clamp()
        return true
    }

    private mutating func step(_ count: Int) {
        cursor += count
        rowOfCursor = nil
    }

    /// Fits to what there is to be seen now.
    mutating func layOut(_ size: Size, _ facts: Sheet, _ history: Sheet) {
        height = max(1, size.rows)
        links = facts.links
        cursor = min(cursor, max(0, links.count - 1))
        let (lines, past) = DetailPane.lines(size, facts, history)
        rows = max(lines.count, past.count)
        let row = lines.firstIndex { $0.link == cursor }
        if rowOfCursor == nil, let row {
            // The cursor has moved: its line is seen.
            if row < top { top = row }
            if row >= top + height { top = row - height + 1 }
        }
        rowOfCursor = row
        clamp()
    }

    private mutating func clamp() { top = min(max(0, top), max(0, rows - height)) }

    /// The lines of both parts; where there is only one, the history stands under the facts.
    private static func lines(
        _ size: Size, _ facts: Sheet, _ history: Sheet
    ) -> (facts: [Sheet.Line], history: [Sheet.Line]) {
        guard parts(size).right == nil else { return (facts.lines, history.lines) }
        var whole = facts
        whole.append(history)
        return (whole.lines, [])
    }

    func draw(on surface: inout Surface, _ facts: Sheet, _ history: Sheet) {
        let size = surface.bounds.size
        let (left, right) = DetailPane.parts(size)
        let (lines, past) = DetailPane.lines(size, facts, history)
        surface.draw(in: left) { lines.draw(on: &$0, from: min(top, max(0, lines.count - height)), cursor: cursor) }
        guard let right else { return }
        surface.verticalLine(x: left.right)
        surface.draw(in: right) { past.draw(on: &$0, from: min(top, max(0, past.count - height))) }
    }
}
