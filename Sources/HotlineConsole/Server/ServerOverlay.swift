import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// How it stands with the server, in whole sentences.
struct ServerOverlay: Sendable {
    private var text: [String] = []
    private var lines: [String] = []
    private var scroll = Scroll()
    private var width = 60
    private var height = 20

    private static let widthMax = 76

    init(_ situation: Situation) { take(situation) }

    /// Something else is to be said by now.
    mutating func take(_ situation: Situation) {
        let words = ServerWords(situation.say) { situation.dayAndClock($0) }
        text = situation.ferry.map { words.text(of: $0) } ?? [situation.say("server.none")]
        wrapAll()
    }

    mutating func layOut(_ size: Size) {
        let body = Frame.body(size)
        width = max(10, min(body.width, ServerOverlay.widthMax) - 4)
        height = max(1, body.height - 2)
        wrapAll()
    }

    private mutating func wrapAll() {
        lines = Array(text.map { wrap($0, width: width) }.joined(separator: [""]))
        scroll.layOut(height: height, count: lines.count)
    }

    var hasMore: Bool { scroll.hasMore }

    mutating func handle(_ key: Key) -> OverlayAnswer { scroll.handle(key) }

    func draw(on surface: inout Surface, _ situation: Situation) {
        let box = surface.bounds.centred(
            width: ServerOverlay.widthMax, height: min(surface.height, lines.count + 2))
        let inside = surface.frame(box, title: situation.say("server.title"))
        surface.hideCursor()
        surface.draw(in: inside) { surface in
            scroll.draw(lines, on: &surface) { line, row, surface in surface.put(line, x: 1, y: row) }
        }
    }
}
