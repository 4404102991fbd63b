import HotlineDomain
import TerminalUI
import Wording

/// The keys of the screen one is on, from its table.
struct HelpOverlay: Sendable {
    struct Line: Hashable, Sendable {
        let keys: String
        let help: String
        let isDangerous: Bool
    }

    let title: String
    private let table: KeyTable<ListedCommand, Requirement>
    private var top = 0
    private var height = 20

    init(_ screen: any ConsoleScreen) {
        title = type(of: screen).title
        table = screen.listing
    }

    /// Each entry with its sentence, wrapped; an entry's further lines have no keys.
    private func lines(_ say: Say, width: Int) -> [Line] {
        table.entries.flatMap { entry -> [Line] in
            wrap(say(entry.help), width: max(10, width)).enumerated().map {
                Line(keys: $0 == 0 ? entry.allKeys : "", help: $1, isDangerous: entry.isDangerous)
            }
        }
    }

    mutating func handle(_ key: Key) -> OverlayAnswer {
        guard let move = MoveCommand.listKeys.row(for: key)?.command else { return .closes }
        switch move {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= height
        case .pageDown: top += height
        case .first: top = 0
        case .last: top = table.rows.count
        }
        top = min(max(0, top), max(0, table.entries.count - 1))
        return .stays
    }

    mutating func layOut(_ size: Size) { height = max(1, size.rows - 6) }

    func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let box = surface.bounds.centred(width: min(surface.width, 78), height: surface.height)
        let inside = surface.frame(box, title: say("help.title", ["screen": say(title)]))
        surface.hideCursor()
        let keyWidth = min(18, inside.width / 3)
        let shown = lines(say, width: inside.width - keyWidth - 3).dropFirst(top)
        surface.draw(in: inside) { surface in
            for (row, line) in shown.prefix(surface.height).enumerated() {
                surface.put(line.keys, x: 1, y: row, role: line.isDangerous ? .danger : .key, maxWidth: keyWidth)
                surface.put(line.help, x: keyWidth + 2, y: row)
            }
        }
    }
}
