/// A character with what laying it out needs to know, counted once.
struct Letter: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case word
        case space
        case sign
        case lineEnd
    }

    let character: Character
    let width: Int
    let kind: Kind

    init(_ character: Character) {
        self.character = character
        if character == "\n" {
            width = 0
            kind = .lineEnd
            return
        }
        width = cellWidth(of: character.unicodeScalars)
        if character == " " || character == "\u{A0}" {
            kind = .space
        } else {
            kind = character.isLetter || character.isNumber ? .word : .sign
        }
    }
}

/// What a key did to a text.
public enum Edit: Hashable, Sendable {
    /// The key is none of the text's; it is still to be answered.
    case ignored
    /// The cursor may have moved.
    case moved
    case changed
    /// The text is as long as it may be, or what was pasted would make it
    /// longer: nothing was taken, and the person has to be told.
    case full
}

/// A text being written: its letters, the cursor between them, the limit.
struct Letters: Hashable, Sendable {
    private(set) var items: [Letter] = []
    /// 0 ... the number of characters
    private(set) var cursor = 0
    let limit: Int
    let keepsLines: Bool

    init(_ text: String, limit: Int, keepsLines: Bool) {
        self.limit = limit
        self.keepsLines = keepsLines
        // What is stored already is shown whole, even under a limit lowered since.
        items = shown(text, keepingLines: keepsLines).map(Letter.init)
        cursor = items.count
    }

    var text: String { String(items.map(\.character)) }

    mutating func move(to place: Int) { cursor = min(max(0, place), items.count) }

    /// Writes at the cursor, all or nothing. A mark joins the letter before it.
    mutating func insert(_ added: String) -> Edit {
        guard !isSurelyTooLong(added) else { return .full }
        let before = cursor > 0 ? String(items[cursor - 1].character) : ""
        let after = cursor < items.count ? String(items[cursor].character) : ""
        let head = shown(before + added, keepingLines: keepsLines)
        let whole = Array(head + after)
        let replaced = (cursor > 0 ? cursor - 1 : 0)..<(cursor < items.count ? cursor + 1 : cursor)
        guard head != before else { return .ignored }
        let count = items.count - replaced.count + whole.count
        guard count <= max(limit, items.count) else { return .full }
        items.replaceSubrange(replaced, with: whole.map(Letter.init))
        cursor = replaced.lowerBound + head.count
        return .changed
    }

    mutating func remove(_ range: Range<Int>) -> Edit {
        guard !range.isEmpty else { return .moved }
        let before = range.lowerBound
        items.removeSubrange(range)
        cursor = before
        return .changed
    }

    /// Where the word left of the cursor begins.
    var wordStart: Int {
        var place = cursor
        while place > 0, items[place - 1].kind != .word { place -= 1 }
        while place > 0, items[place - 1].kind == .word { place -= 1 }
        return place
    }

    /// Where the word right of the cursor ends.
    var wordEnd: Int {
        var place = cursor
        while place < items.count, items[place].kind != .word { place += 1 }
        while place < items.count, items[place].kind == .word { place += 1 }
        return place
    }

    /// Where the line of the cursor begins, between line ends.
    var lineStart: Int {
        items[..<cursor].lastIndex { $0.kind == .lineEnd }.map { $0 + 1 } ?? 0
    }

    var lineEnd: Int {
        items[cursor...].firstIndex { $0.kind == .lineEnd } ?? items.count
    }

    /// A first look that does not read ten megabytes of somebody's clipboard:
    /// no real text has more than eight scalars a character.
    private func isSurelyTooLong(_ added: String) -> Bool {
        let room = max(0, limit - items.count)
        return added.unicodeScalars.dropFirst(8 * (room + 1)).first != nil
    }
}

extension Letters {
    /// Does what is the same in a field and in a note; nil for what is not.
    mutating func perform(_ command: EditCommand) -> Edit? {
        switch command {
        case .left: move(to: cursor - 1)
        case .right: move(to: cursor + 1)
        case .wordLeft: move(to: wordStart)
        case .wordRight: move(to: wordEnd)
        case .textStart: move(to: 0)
        case .textEnd: move(to: items.count)
        case .deleteLeft: return remove(max(0, cursor - 1)..<cursor)
        case .deleteRight: return remove(cursor..<min(items.count, cursor + 1))
        case .deleteWordLeft: return remove(wordStart..<cursor)
        case .deleteToLineStart: return remove(lineStart..<cursor)
        // At the end of a line it takes the line end, so that it can be pressed on.
        case .deleteToLineEnd: return remove(cursor..<(lineEnd == cursor ? min(cursor + 1, items.count) : lineEnd))
        case .lineStart, .lineEnd, .up, .down, .pageUp, .pageDown, .newLine: return nil
        }
        return .moved
    }

    /// What a key writes, if it writes anything.
    static func written(by key: Key) -> String? {
        if case .paste(let text) = key.code { return text }
        return key.typed.map { String($0) }
    }
}

/// The first cell or line to show of so many that the cursor's is seen in a
/// window: moves on by half a window at a time, so that not every key moves
/// everything, and depends on nothing but the place.
func windowStart(cursor: Int, window: Int) -> Int {
    guard window > 0, cursor >= window else { return 0 }
    let step = max(1, window / 2)
    let beyond = cursor - window + 1
    return (beyond + step - 1) / step * step
}
