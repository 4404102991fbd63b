import TerminalUI

/// How far a text in a box was moved: the keys of lists move it, any other key closes the box.
struct Scroll: Hashable, Sendable {
    private(set) var top = 0
    private var height = 20
    private var count = 0

    /// There is something below what is seen.
    var hasMore: Bool { top + height < count }

    /// The box shows so many lines of so many.
    mutating func layOut(height: Int, count: Int) {
        self.height = max(1, height)
        self.count = count
        top = min(top, last)
    }

    mutating func handle(_ key: Key) -> OverlayAnswer {
        guard let move = MoveCommand.listKeys.row(for: key)?.command else { return .closes }
        switch move {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= height
        case .pageDown: top += height
        case .first: top = 0
        case .last: top = last
        }
        top = min(max(0, top), last)
        return .stays
    }

    /// Each line that is seen, and in the corner that there is more.
    func draw<Line>(_ lines: [Line], on surface: inout Surface, _ draw: (Line, Int, inout Surface) -> Void) {
        for (row, line) in lines.dropFirst(top).prefix(surface.height).enumerated() { draw(line, row, &surface) }
        guard top + surface.height < lines.count else { return }
        surface.put(.down, x: surface.width - 1, y: surface.height - 1, role: .faint)
    }

    private var last: Int { max(0, count - height) }
}
