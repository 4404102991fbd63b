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

    private let title: String
    private let say: Say
    private let table: KeyTable<ListedCommand, Requirement>
    private var lines: [Line] = []
    private var top = 0
    private var height = 20

    private static let widthMax = 78
    private static let keyWidth = 18

    init(_ screen: any ConsoleScreen, _ situation: Situation) {
        title = type(of: screen).title
        say = situation.say
        table = screen.listing(situation)
    }

    /// Each entry with its sentence, wrapped; an entry's further lines have no keys.
    mutating func layOut(_ size: Size) {
        let body = Frame.body(size)
        height = max(1, body.height - 2)
        let width = max(10, min(body.width, HelpOverlay.widthMax) - HelpOverlay.keyWidth - 5)
        lines = table.entries.flatMap { entry in
            wrap(say(entry.help), width: width).enumerated().map { place, help in
                Line(keys: place == 0 ? entry.allKeys : "", help: help, isDangerous: entry.isDangerous)
            }
        }
        top = min(top, max(0, lines.count - height))
    }

    mutating func handle(_ key: Key) -> OverlayAnswer {
        guard let move = MoveCommand.listKeys.row(for: key)?.command else { return .closes }
        switch move {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= height
        case .pageDown: top += height
        case .first: top = 0
        case .last: top = lines.count
        }
        top = min(max(0, top), max(0, lines.count - height))
        return .stays
    }

    func draw(on surface: inout Surface, _ situation: Situation) {
        let box = surface.bounds.centred(width: HelpOverlay.widthMax, height: min(surface.height, lines.count + 2))
        let inside = surface.frame(box, title: say("help.title", ["screen": say(title)]))
        surface.hideCursor()
        surface.draw(in: inside) { surface in
            for (row, line) in lines.dropFirst(top).prefix(surface.height).enumerated() {
                surface.put(
                    line.keys, x: 1, y: row, role: line.isDangerous ? .danger : .key, maxWidth: HelpOverlay.keyWidth)
                surface.put(line.help, x: HelpOverlay.keyWidth + 2, y: row)
            }
            if top + surface.height < lines.count {
                surface.put(.down, x: surface.width - 1, y: surface.height - 1, role: .faint)
            }
        }
    }
}
