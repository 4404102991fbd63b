/// A note of many lines being written, wrapped to the width it is shown in.
///
/// What it holds may be a caller's words, so its description tells only how many.
public struct TextArea: Hashable, Sendable {
    private var letters: Letters
    /// The column that moving up and down keeps to; forgotten by any other key.
    private var goal: Int?
    /// Cells a line has, one of them kept for the cursor. Whoever lays the
    /// screen out sets it, since up and down depend on it.
    public var width: Int {
        didSet { if width != oldValue { lines = wrapped } }
    }
    /// Rows seen at once: how far the page keys go.
    public var height: Int
    private let enterLeaves: Bool
    /// The lines as shown; kept, because every key and every frame needs them.
    private var lines: [Range<Int>] = []

    /// - Parameters:
    ///   - limit: characters, as a reader counts them.
    ///   - enterLeaves: Enter is left to the form (and Alt-Enter writes a line end).
    public init(
        _ text: String = "", limit: Int = 20_000, width: Int = 80, height: Int = 10, enterLeaves: Bool = false
    ) {
        letters = Letters(text, limit: limit, keepsLines: true)
        self.width = width
        self.height = height
        self.enterLeaves = enterLeaves
        lines = wrapped
    }

    public var text: String { letters.text }
    public var isEmpty: Bool { letters.items.isEmpty }
    /// Characters, as a reader counts them.
    public var count: Int { letters.items.count }
    public var limit: Int { letters.limit }
    /// Characters before the cursor.
    public var cursor: Int { letters.cursor }
    /// How many rows the whole note takes.
    public var lineCount: Int { lines.count }

    public mutating func handle(_ key: Key) -> Edit {
        if key == Key(.enter, .alt) { return insert("\n") }
        if enterLeaves, key == .enter { return .ignored }
        if let row = EditCommand.areaKeys.exactRow(for: key) { return perform(row.command) }
        return Letters.written(by: key).map { insert($0) } ?? .ignored
    }

    public mutating func perform(_ command: EditCommand) -> Edit {
        switch command {
        case .up: return moveLines(-1)
        case .down: return moveLines(1)
        case .pageUp: return moveLines(-max(1, height - 1))
        case .pageDown: return moveLines(max(1, height - 1))
        case .newLine: return insert("\n")
        case .lineStart: letters.move(to: lines[cursorLine].lowerBound)
        case .lineEnd: letters.move(to: lastPlace(in: cursorLine))
        default:
            let edit = letters.perform(command) ?? .ignored
            if edit == .changed { lines = wrapped }
            goal = nil
            return edit
        }
        goal = nil
        return .moved
    }

    /// Writes at the cursor as a paste does.
    public mutating func insert(_ text: String) -> Edit {
        goal = nil
        let edit = letters.insert(text)
        if edit == .changed { lines = wrapped }
        return edit
    }

    /// Draws the note, scrolled so that the cursor is seen, if it has the keys.
    public func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool, role: Role? = nil) {
        guard !rect.isEmpty else { return }
        let role = role ?? (isFocused ? .fieldFocused : .field)
        let top = isFocused ? windowStart(cursor: cursorLine, window: rect.height) : 0
        surface.draw(in: rect) { surface in
            surface.fill(role: role)
            for row in 0..<min(surface.height, lines.count - top) {
                let visible = letters.items[lines[top + row]].lazy.filter { $0.kind != .lineEnd }.map(\.character)
                surface.put(String(visible), x: 0, y: row, role: role, cut: .plain)
            }
            if isFocused {
                surface.showCursor(x: min(cursorColumn, surface.width - 1), y: cursorLine - top)
            }
        }
    }
}

extension TextArea {
    private var wrapped: [Range<Int>] { wrappedLines(letters.items, width: max(1, width - 1)) }

    /// The line of the cursor; at a wrap it is the one that begins there.
    private var cursorLine: Int {
        var low = 0
        var high = lines.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if lines[middle].lowerBound <= letters.cursor { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private var cursorColumn: Int {
        letters.items[lines[cursorLine].lowerBound..<letters.cursor].reduce(0) { $0 + $1.width }
    }

    private mutating func moveLines(_ count: Int) -> Edit {
        let column = goal ?? cursorColumn
        let target = min(max(0, cursorLine + count), lines.count - 1)
        letters.move(to: place(at: column, in: target))
        goal = column
        return .moved
    }

    private func place(at column: Int, in line: Int) -> Int {
        let last = lastPlace(in: line)
        var place = lines[line].lowerBound
        var passed = 0
        while place < last, passed + letters.items[place].width <= column {
            passed += letters.items[place].width
            place += 1
        }
        return place
    }

    /// The last place that still belongs to a line: before what wraps or ends it.
    private func lastPlace(in line: Int) -> Int {
        let range = lines[line]
        let isLast = line == lines.count - 1
        return isLast || range.isEmpty ? range.upperBound : range.upperBound - 1
    }
}

extension TextArea: CustomStringConvertible, CustomReflectable {
    public var description: String { "TextArea(\(count) characters)" }
    public var customMirror: Mirror { Mirror(self, children: ["count": count, "cursor": cursor]) }
}
