import HotlineDomain
import TerminalUI
import Wording

extension Form {
    /// Draws the form, scrolled so that the focused field is seen.
    ///
    /// - Parameter isActive: it has the keys; else it is only read.
    public func draw(on surface: inout Surface, in rect: Rect, _ say: Say, isActive: Bool = true) {
        let labelWidth = labelWidth(rect.width, say)
        let rows = rows(width: rect.width, labelWidth, say)
        surface.draw(in: rect) { surface in
            let first = firstRow(rows, height: surface.height, isActive: isActive)
            var y = -first
            for (place, (id, height)) in zip(shown, rows).enumerated() {
                var room = Rect(y: y, width: surface.width, height: height)
                if let heading = heading(at: place) {
                    surface.put(say(heading).uppercased(), x: 1, y: y, role: .heading, maxWidth: surface.width - 2)
                    room = room.cutTop(1).rest
                }
                draw(id, on: &surface, in: room, labelWidth, say, isActive: isActive)
                y += height
            }
            // Fields that the form has and the screen has not.
            let margin = surface.width - 1
            if first > 0 { surface.put(.up, x: margin, y: 0, role: .faint) }
            if y > surface.height { surface.put(.down, x: margin, y: surface.height - 1, role: .faint) }
        }
    }

    /// What it takes of a screen so wide.
    public func rows(width: Int, _ say: Say) -> Int {
        rows(width: width, labelWidth(width, say), say).reduce(0, +)
    }

    private func rows(width: Int, _ labelWidth: Int, _ say: Say) -> [Int] {
        shown.enumerated().map { place, id in
            (heading(at: place) == nil ? 0 : 1) + (contents[id]?.rows ?? 1)
                + under(id, width: width, labelWidth, say).count
        }
    }

    /// What the names take of a form so wide.
    private func labelWidth(_ width: Int, _ say: Say) -> Int {
        let longest = shown.reduce(0) { max($0, cellWidth(of: label($1, say))) }
        return min(hasLongLabels ? width * 2 / 5 : width / 3, longest + 1)
    }

    /// What is left beside them for a note.
    func noteWidth(_ width: Int, _ say: Say) -> Int { max(10, width - labelWidth(width, say) - 2) }

    /// The form's row that is seen first.
    private func firstRow(_ rows: [Int], height: Int, isActive: Bool) -> Int {
        guard isActive, height > 0, let place = shown.firstIndex(of: focus) else { return 0 }
        return max(0, rows[...place].reduce(0, +) - height)
    }

    private func draw(
        _ id: ID, on surface: inout Surface, in row: Rect, _ labelWidth: Int, _ say: Say, isActive: Bool
    ) {
        guard row.bottom > 0, row.y < surface.height, let content = contents[id] else { return }
        let isFocused = isActive && id == focus
        surface.put(
            label(id, say), x: row.x + 1, y: row.y, role: isFocused ? .strong : .label,
            maxWidth: labelWidth - 1)
        let (own, below) = row.cutTop(content.rows)
        var room = own.cutLeft(labelWidth + 1).rest.cutRight(1).rest
        let under = under(id, width: row.width, labelWidth, say)
        if let (text, role) = said(id, say) {
            if under.isEmpty {
                let (field, beside) = room.cutRight(cellWidth(of: text))
                surface.put(text, x: beside.x, y: row.y, role: role)
                room = field.cutRight(1).rest
            }
            for (y, line) in under.enumerated() {
                surface.put(line, x: Form.underIndent, y: below.y + y, role: role)
            }
        }
        content.draw(on: &surface, in: room, say, isFocused: isFocused)
    }

    /// What there is to say of a field: what is wrong with it, else what one may want to know.
    private func said(_ id: ID, _ say: Say) -> (text: String, role: TerminalUI.Role)? {
        if let fault = faults[id] { return ("\(Glyph.overdue) \(say(fault.key, fault.arguments))", .warning) }
        return hints[id].map { (say($0.key, $0.arguments), .faint) }
    }

    private static var underIndent: Int { 3 }

    /// It stands beside the field, or where that has no room for it, in lines under it.
    private func under(_ id: ID, width: Int, _ labelWidth: Int, _ say: Say) -> [String] {
        guard let text = said(id, say)?.text else { return [] }
        let room = max(0, width - labelWidth - 2)
        guard cellWidth(of: text) > room * 2 / 3 else { return [] }
        return wrap(text, width: max(4, width - Form.underIndent - 1))
    }

    /// The choices of the focused field, for the space beside or below the form.
    public func drawChoices(on surface: inout Surface, in rect: Rect, _ say: Say) {
        guard case .code(let field)? = contents[focus] else { return }
        field.drawChoices(on: &surface, in: rect, say)
    }

    public var offersChoices: Bool {
        if case .code? = contents[focus] { return true }
        return false
    }
}

extension FieldContent {
    func draw(on surface: inout Surface, in room: Rect, _ say: Say, isFocused: Bool) {
        switch self {
        case .text(let field): field.draw(on: &surface, in: room, isFocused: isFocused)
        case .secret(let field):
            let shown = isFocused ? field : TextField(String(repeating: "\u{2022}", count: field.isEmpty ? 0 : 6))
            shown.draw(on: &surface, in: room, isFocused: isFocused)
        case .note(let area, _): area.draw(on: &surface, in: room, isFocused: isFocused)
        case .code(let field):
            if isFocused, let search = field.search {
                search.draw(on: &surface, in: room, isFocused: true)
                return
            }
            surface.fill(room.cutTop(1).top, role: isFocused ? .fieldFocused : .field)
            surface.put(
                field.text(say), x: room.x, y: room.y, role: isFocused ? .fieldFocused : .field, maxWidth: room.width)
            if isFocused {
                surface.showCursor(x: room.x + min(room.width - 1, cellWidth(of: field.text(say))), y: room.y)
            }
        }
    }
}

extension CodeField {
    /// The labels of the codes it holds.
    func text(_ say: Say) -> String {
        codes.map { source.label($0, say.language) }.joined(separator: ", ")
    }

    /// What may be picked, each with the key that picks it. What is chosen between may differ in its last words:
    /// a label that is too long goes on in the next line.
    func drawChoices(on surface: inout Surface, in rect: Rect, _ say: Say) {
        let offered = offered(say.language)
        let selected = selected()
        let place = offered.firstIndex { $0.id == selected } ?? 0
        // No more of them than may be seen: a list may hold thousands.
        let first = max(0, place - rect.height)
        let near = first..<min(offered.count, place + rect.height + 1)
        let labels = near.map { wrap(offered[$0].label, width: max(1, rect.width - 4)) }
        let above = labels.prefix(place - first).reduce(0) { $0 + $1.count }
        let total = labels.reduce(0) { $0 + $1.count }
        var y = -max(0, min(above - rect.height / 2, total - rect.height))
        surface.draw(in: rect) { surface in
            for (place, lines) in zip(near, labels) {
                defer { y += lines.count }
                let choice = offered[place]
                let key = isSearching ? "" : quickKey(choice, at: place)
                let isHeld = codes.contains(choice.id)
                surface.put(key, x: 1, y: y, role: .key)
                for (row, line) in lines.enumerated() {
                    surface.put(line, x: 3, y: y + row, role: isHeld ? .strong : .text)
                }
                if isHeld { surface.put(.done, x: 2, y: y, role: .good) }
                guard isSearching, choice.id == selected else { continue }
                surface.select(Rect(y: y, width: surface.width, height: lines.count))
                surface.put(.cursor, x: 0, y: y, role: .selected)
            }
            if offered.isEmpty { surface.put(say("form.nothing_fits"), x: 1, y: 0, role: .warning) }
        }
    }
}
