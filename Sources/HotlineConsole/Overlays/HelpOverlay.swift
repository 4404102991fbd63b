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
    private var scroll = Scroll()

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
        let width = max(10, min(body.width, HelpOverlay.widthMax) - HelpOverlay.keyWidth - 5)
        lines = table.entries.flatMap { entry in
            wrap(say(entry.help), width: width).enumerated().map { place, help in
                Line(keys: place == 0 ? entry.allKeys : "", help: help, isDangerous: entry.isDangerous)
            }
        }
        scroll.layOut(height: body.height - 2, count: lines.count)
    }

    var hasMore: Bool { scroll.hasMore }

    mutating func handle(_ key: Key) -> OverlayAnswer { scroll.handle(key) }

    func draw(on surface: inout Surface, _ situation: Situation) {
        let box = surface.bounds.centred(width: HelpOverlay.widthMax, height: min(surface.height, lines.count + 2))
        let inside = surface.frame(box, title: say("help.title", ["screen": say(title)]))
        surface.hideCursor()
        surface.draw(in: inside) { surface in
            scroll.draw(lines, on: &surface) { line, row, surface in
                surface.put(
                    line.keys, x: 1, y: row, role: line.isDangerous ? .danger : .key, maxWidth: HelpOverlay.keyWidth)
                surface.put(line.help, x: HelpOverlay.keyWidth + 2, y: row)
            }
        }
    }
}
