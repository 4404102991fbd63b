extension Surface {
    public enum Alignment: Sendable {
        case left
        case right
        case centre
    }

    /// What happens to a text that is too long.
    public enum Cut: Sendable {
        /// Its end gives way to an ellipsis.
        case ellipsis
        /// Its end is not shown.
        case plain
    }

    /// Writes one line of text and says how many cells it took.
    ///
    /// - Parameter maxWidth: cells the text may take, counted from `x`; nil is all up to the right edge.
    ///   With right and centre alignment the text stands at the end or in the middle of them.
    @discardableResult
    public mutating func put(
        _ text: String, x: Int, y: Int, role: Role = .text, maxWidth: Int? = nil,
        align: Alignment = .left, cut: Cut = .ellipsis
    ) -> Int {
        let room = max(0, min(maxWidth ?? Int.max, width - x))
        guard room > 0, y >= 0, y < height else { return 0 }
        if align == .left, cut == .plain {
            return putCutOff(text, x: x, y: y, role: role, room: room)
        }
        let (line, used) = fitted(text, room: room, role: role, cut: cut)
        let start: Int
        switch align {
        case .left: start = x
        case .right: start = x + room - used
        case .centre: start = x + (room - used) / 2
        }
        var column = start
        for cell in line {
            set(cell, x: column, y: y)
            column += cell.width
        }
        return used
    }

    /// Writes text at a place with an alignment inside a whole row.
    @discardableResult
    public mutating func put(_ text: String, in rect: Rect, role: Role = .text, align: Alignment = .left) -> Int {
        guard !rect.isEmpty else { return 0 }
        return put(text, x: rect.x, y: rect.y, role: role, maxWidth: rect.width, align: align)
    }

    public mutating func put(_ glyph: Glyph, x: Int, y: Int, role: Role = .text) {
        set(Cell(glyphs.shown(glyph.scalar), role: role), x: x, y: y)
    }

    private mutating func putCutOff(_ text: String, x: Int, y: Int, role: Role, room: Int) -> Int {
        var used = 0
        for cell in CellReader(text, role: role, glyphs: glyphs) {
            guard used + cell.width <= room else { break }
            set(cell, x: x + used, y: y)
            used += cell.width
        }
        return used
    }

    /// The cells of a text that fit, read no further than needed, however long the text is.
    private func fitted(_ text: String, room: Int, role: Role, cut: Cut) -> (line: [Cell], used: Int) {
        var line: [Cell] = []
        var used = 0
        for cell in CellReader(text, role: role, glyphs: glyphs) {
            if used + cell.width > room {
                guard cut == .ellipsis else { break }
                while used > room - 1, let last = line.popLast() { used -= last.width }
                line.append(Cell(glyphs.shown(Glyph.ellipsis.scalar), role: role))
                return (line, used + 1)
            }
            line.append(cell)
            used += cell.width
        }
        return (line, used)
    }
}

extension Surface {
    /// A line from one side of the present part to the other, or as long as said.
    public mutating func horizontalLine(y: Int, x: Int = 0, length: Int? = nil, role: Role = .rule) {
        for column in x..<max(x, min(width, x + (length ?? width))) { put(.horizontal, x: column, y: y, role: role) }
    }

    /// A line down, with the ends that join it to horizontal lines above and below.
    public mutating func verticalLine(
        x: Int, y: Int = 0, length: Int? = nil, joinsTop: Bool = false, joinsBottom: Bool = false, role: Role = .rule
    ) {
        let end = max(y, min(height, y + (length ?? height)))
        for row in y..<end { put(.vertical, x: x, y: row, role: role) }
        if joinsTop, end > y { put(.teeDown, x: x, y: y, role: role) }
        if joinsBottom, end > y { put(.teeUp, x: x, y: end - 1, role: role) }
    }

    /// A frame around a part with a title in its upper edge; what is inside is
    /// emptied and given back, ready to be drawn on.
    @discardableResult
    public mutating func frame(_ rect: Rect, title: String = "", role: Role = .rule, titleRole: Role = .heading)
        -> Rect
    {
        fill(rect, role: .text)
        guard rect.width >= 2, rect.height >= 2 else { return rect }
        horizontalLine(y: rect.y, x: rect.x, length: rect.width, role: role)
        horizontalLine(y: rect.bottom - 1, x: rect.x, length: rect.width, role: role)
        verticalLine(x: rect.x, y: rect.y, length: rect.height, role: role)
        verticalLine(x: rect.right - 1, y: rect.y, length: rect.height, role: role)
        put(.topLeft, x: rect.x, y: rect.y, role: role)
        put(.topRight, x: rect.right - 1, y: rect.y, role: role)
        put(.bottomLeft, x: rect.x, y: rect.bottom - 1, role: role)
        put(.bottomRight, x: rect.right - 1, y: rect.bottom - 1, role: role)
        if !title.isEmpty, rect.width > 6 {
            let used = put(title, x: rect.x + 2, y: rect.y, role: titleRole, maxWidth: rect.width - 5)
            put(" ", x: rect.x + 1, y: rect.y, role: titleRole, cut: .plain)
            put(" ", x: rect.x + 2 + used, y: rect.y, role: titleRole, cut: .plain)
        }
        return rect.inset(left: 1, top: 1, right: 1, bottom: 1)
    }
}
