/// A question over everything else, asked before what cannot be taken back.
public struct ConfirmBox: Hashable, Sendable {
    public let title: String
    public let text: String
    public let bar: KeyBar
    public let isDangerous: Bool

    public init(title: String, text: String, bar: KeyBar, isDangerous: Bool = true) {
        self.title = title
        self.text = text
        self.bar = bar
        self.isDangerous = isDangerous
    }

    /// Draws the box in the middle of what there is.
    public func draw(on surface: inout Surface, widthMax: Int = 60) {
        let width = min(surface.width, widthMax)
        let lines = wrap(text, width: max(1, width - 4))
        let rect = surface.bounds.centred(width: width, height: lines.count + 5)
        let inside = surface.frame(rect, title: title, role: .rule, titleRole: isDangerous ? .danger : .heading)
        surface.hideCursor()
        surface.draw(in: inside) { surface in
            for (index, line) in lines.enumerated() { surface.put(line, x: 1, y: index + 1) }
            // Where there is no room for all of it, the keys come before the words.
            surface.fill(Rect(y: surface.height - 1, width: surface.width, height: 1))
            surface.put(bar, y: surface.height - 1)
        }
    }
}
