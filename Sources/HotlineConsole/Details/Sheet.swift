import TerminalUI
import Wording

/// What is known of one thing, line under line, for one width: facts, words
/// people wrote, and lines from which one can go on.
struct Sheet: Sendable {
    private enum Entry: Sendable {
        case gap
        case heading(String)
        case state(StateMark, String)
        case fact(String, String, TerminalUI.Role)
        case text(String, indent: Int, TerminalUI.Role)
        case event(String, String)
        case link(Int, String, String, TerminalUI.Role)
    }

    let width: Int
    private var entries: [Entry] = []
    /// Where its lines lead, in their order.
    private(set) var links: [Route] = []

    init(width: Int) { self.width = width }

    mutating func heading(_ text: String) {
        if !entries.isEmpty { entries.append(.gap) }
        entries.append(.heading(text))
    }

    /// A named fact; one that is not known takes no line.
    mutating func fact(_ label: String, _ value: String, role: TerminalUI.Role = .text) {
        if !value.isEmpty { entries.append(.fact(label, value, role)) }
    }

    /// A mark, a word and what goes with it.
    mutating func state(_ mark: StateMark, _ more: String = "") { entries.append(.state(mark, more)) }

    mutating func text(_ text: String, indent: Int = 0, role: TerminalUI.Role = .text) {
        entries.append(.text(text, indent: indent, role))
    }

    /// When and by whom, and beside it what happened.
    mutating func event(_ when: String, _ what: String) { entries.append(.event(when, what)) }

    /// A line that leads somewhere.
    mutating func link(_ route: Route, _ label: String, _ text: String, role: TerminalUI.Role = .text) {
        entries.append(.link(links.count, label, text, role))
        links.append(route)
    }

    /// Another one under this one.
    mutating func append(_ other: Sheet) {
        if !entries.isEmpty, !other.entries.isEmpty { entries.append(.gap) }
        entries += other.entries.map { entry in
            if case .link(let place, let label, let text, let role) = entry {
                return .link(place + links.count, label, text, role)
            }
            return entry
        }
        links += other.links
    }
}

// MARK: - Lines

extension Sheet {
    struct Line: Sendable {
        var label = ""
        var text = ""
        /// Cells before the text.
        var indent = 0
        var role = TerminalUI.Role.text
        var labelRole = TerminalUI.Role.label
        /// Its place among the lines that lead somewhere.
        var link: Int?
    }

    /// As wide as the longest label, within reason.
    private var labelWidth: Int {
        let longest = entries.reduce(0) { longest, entry in
            switch entry {
            case .fact(let label, _, _), .link(_, let label, _, _): max(longest, cellWidth(of: label))
            default: longest
            }
        }
        return min(longest + 2, width * 2 / 5)
    }

    /// As wide as the longest time with who it was.
    private var eventWidth: Int {
        let longest = entries.reduce(0) { longest, entry in
            if case .event(let when, _) = entry { return max(longest, cellWidth(of: when)) }
            return longest
        }
        return min(longest + 2, width * 2 / 5)
    }

    /// Everything, wrapped to the width.
    var lines: [Line] {
        let (labelWidth, eventWidth) = (labelWidth, eventWidth)
        return entries.flatMap { lines($0, labelWidth, eventWidth) }
    }

    private func lines(_ entry: Entry, _ labelWidth: Int, _ eventWidth: Int) -> [Line] {
        switch entry {
        case .gap: return [Line()]
        case .heading(let text): return [Line(label: text, labelRole: .heading)]
        case .state(let mark, let more):
            return lines(mark.text, more, indent: cellWidth(of: mark.text) + 3, labelRole: mark.role)
        case .fact(let label, let value, let role): return lines(label, value, indent: labelWidth, role: role)
        case .text(let text, let indent, let role): return lines("", text, indent: indent, role: role)
        case .event(let when, let what): return lines(when, what, indent: eventWidth, labelRole: .faint)
        case .link(let place, let label, let text, let role):
            return lines(label, text, indent: labelWidth, role: role).map { line in
                var line = line
                line.link = place
                return line
            }
        }
    }

    private func lines(
        _ label: String, _ text: String, indent: Int, role: TerminalUI.Role = .text,
        labelRole: TerminalUI.Role = .label
    ) -> [Line] {
        let texts = wrap(text, width: max(4, width - indent - 2))
        // A name that is too long goes on beside or below what it names.
        let labels = label.isEmpty ? [] : wrap(label, width: max(4, indent - 1))
        return (0..<max(texts.count, labels.count)).map { place in
            Line(
                label: place < labels.count ? labels[place] : "", text: place < texts.count ? texts[place] : "",
                indent: indent, role: role, labelRole: labelRole)
        }
    }
}

extension [Sheet.Line] {
    /// Draws what is seen from `top` on; the link at the cursor as selected.
    func draw(on surface: inout Surface, from top: Int = 0, cursor: Int? = nil) {
        for (y, line) in dropFirst(top).prefix(surface.height).enumerated() {
            surface.put(
                line.label, x: 1, y: y, role: line.labelRole,
                maxWidth: line.text.isEmpty ? surface.width - 2 : Swift.max(0, line.indent - 1))
            surface.put(
                line.text, x: 1 + line.indent, y: y, role: line.role, maxWidth: surface.width - line.indent - 2)
            guard let link = line.link, link == cursor else { continue }
            surface.select(Rect(y: y, width: surface.width, height: 1))
            if !line.label.isEmpty { surface.put(.cursor, x: 0, y: y, role: .selected) }
        }
    }
}
