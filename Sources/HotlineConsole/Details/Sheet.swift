import TerminalUI
import Wording

/// What is known of one thing, line under line, for one width: facts, words
/// people wrote, and lines from which one can go on.
struct Sheet: Sendable {
    struct Line: Sendable {
        var label = ""
        var text = ""
        var indent = 0
        var role = TerminalUI.Role.text
        var labelRole = TerminalUI.Role.label
        /// Its place among the lines that lead somewhere.
        var link: Int?
    }

    let width: Int
    private let labelWidth: Int
    private(set) var lines: [Line] = []
    private(set) var links: [Route] = []

    init(width: Int) {
        self.width = width
        labelWidth = min(18, max(10, width / 4))
    }

    mutating func heading(_ text: String) {
        if !lines.isEmpty { lines.append(Line()) }
        lines.append(Line(label: text, labelRole: .heading))
    }

    /// A named fact; one that is not known takes no line.
    mutating func fact(_ label: String, _ value: String, role: TerminalUI.Role = .text) {
        guard !value.isEmpty else { return }
        for (place, line) in wrapped(value, indent: labelWidth).enumerated() {
            lines.append(Line(label: place == 0 ? label : "", text: line, indent: labelWidth, role: role))
        }
    }

    /// A mark, a word and what goes with it.
    mutating func state(_ mark: StateMark, _ more: String = "") {
        lines.append(Line(label: mark.text, text: more, indent: cellWidth(of: mark.text) + 3, labelRole: mark.role))
    }

    /// Text in whole lines.
    mutating func text(_ text: String, indent: Int = 0, role: TerminalUI.Role = .text) {
        for line in wrapped(text, indent: indent) { lines.append(Line(text: line, indent: indent, role: role)) }
    }

    /// When and by whom, and beside it what happened.
    mutating func entry(_ when: String, _ what: String) {
        let indent = min(17, width / 3)
        for (place, line) in wrapped(what, indent: indent).enumerated() {
            lines.append(Line(label: place == 0 ? when : "", text: line, indent: indent, labelRole: .faint))
        }
    }

    /// A line that leads somewhere.
    mutating func link(_ route: Route, _ label: String, _ text: String, role: TerminalUI.Role = .text) {
        lines.append(Line(label: label, text: text, indent: labelWidth, role: role, link: links.count))
        links.append(route)
    }

    /// Another one of the same width under this one.
    mutating func append(_ other: Sheet) {
        if !lines.isEmpty, !other.lines.isEmpty { lines.append(Line()) }
        lines += other.lines.map { line in
            var line = line
            line.link = line.link.map { $0 + links.count }
            return line
        }
        links += other.links
    }

    private func wrapped(_ text: String, indent: Int) -> [String] { wrap(text, width: max(4, width - indent - 2)) }
}

extension Sheet {
    /// Draws what is seen from `top` on; the link at the cursor as selected.
    func draw(on surface: inout Surface, from top: Int = 0, cursor: Int? = nil) {
        for (y, line) in lines.dropFirst(top).prefix(surface.height).enumerated() {
            surface.put(
                line.label, x: 1, y: y, role: line.labelRole,
                maxWidth: line.text.isEmpty ? surface.width - 2 : max(0, line.indent - 1))
            surface.put(
                line.text, x: 1 + line.indent, y: y, role: line.role, maxWidth: surface.width - line.indent - 2)
            guard let link = line.link, link == cursor else { continue }
            surface.select(Rect(y: y, width: surface.width, height: 1))
            surface.put(.cursor, x: 0, y: y, role: .selected)
        }
    }
}
