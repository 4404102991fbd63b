/// A text of one line being written, with the keys one is used to from a shell.
///
/// What it holds may be a caller's words, so its description tells only how many.
public struct TextField: Hashable, Sendable {
    private var letters: Letters

    /// - Parameter limit: characters, as a reader counts them.
    public init(_ text: String = "", limit: Int = 200) {
        letters = Letters(text, limit: limit, keepsLines: false)
    }

    public var text: String { letters.text }
    public var isEmpty: Bool { letters.items.isEmpty }
    /// Characters, as a reader counts them.
    public var count: Int { letters.items.count }
    public var limit: Int { letters.limit }
    /// Characters before the cursor.
    public var cursor: Int { letters.cursor }

    public mutating func handle(_ key: Key) -> Edit {
        if let row = EditCommand.fieldKeys.exactRow(for: key) { return perform(row.command) }
        return Letters.written(by: key).map { letters.insert($0) } ?? .ignored
    }

    public mutating func perform(_ command: EditCommand) -> Edit {
        switch command {
        case .lineStart: letters.move(to: 0)
        case .lineEnd: letters.move(to: letters.items.count)
        default: return letters.perform(command) ?? .ignored
        }
        return .moved
    }

    /// Writes at the cursor as a paste does.
    public mutating func insert(_ text: String) -> Edit { letters.insert(text) }

    /// Puts another text in place of this one, cursor at its end.
    public mutating func replace(with text: String) {
        letters = Letters(text, limit: letters.limit, keepsLines: false)
    }

    /// Draws the field in the first row of a part and the cursor in it, if it has the keys.
    public func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool, role: Role? = nil) {
        guard !rect.isEmpty else { return }
        let role = role ?? (isFocused ? .fieldFocused : .field)
        let before = letters.items[..<letters.cursor].reduce(0) { $0 + $1.width }
        let start = isFocused ? windowStart(cursor: before, window: rect.width) : 0
        surface.draw(in: Rect(x: rect.x, y: rect.y, width: rect.width, height: 1)) { surface in
            surface.fill(role: role)
            if isFocused {
                drawFrom(start, on: &surface, role: role)
                surface.showCursor(x: before - start, y: 0)
            } else {
                surface.put(text, x: 0, y: 0, role: role)
            }
        }
    }

    /// Draws the letters that begin at or after a column of the whole text.
    private func drawFrom(_ start: Int, on surface: inout Surface, role: Role) {
        var column = 0
        var visible = ""
        var first: Int?
        for letter in letters.items {
            defer { column += letter.width }
            guard column >= start else { continue }
            guard column - start <= surface.width else { break }
            first = first ?? column
            visible.append(letter.character)
        }
        surface.put(visible, x: (first ?? start) - start, y: 0, role: role, cut: .plain)
    }
}

extension TextField: CustomStringConvertible, CustomReflectable {
    public var description: String { "TextField(\(count) characters)" }
    public var customMirror: Mirror { Mirror(self, children: ["count": count, "cursor": cursor]) }
}
