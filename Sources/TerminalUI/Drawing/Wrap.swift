/// Where lines begin and end when letters are wrapped to so many cells: after
/// a space where there is one, inside a word that is longer than a line. The
/// ranges follow each other without gaps; a line end belongs to the line it
/// ends, and after the last one there is one more, empty line.
func wrappedLines(_ letters: [Letter], width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    /// The place after the last space of this line.
    var afterSpace: Int?
    for (index, letter) in letters.enumerated() {
        if letter.kind == .lineEnd {
            lines.append(start..<index + 1)
            (start, used, afterSpace) = (index + 1, 0, nil)
            continue
        }
        // Spaces at the end of a full line hang over it, unseen.
        // What follows the last space may be too long for a line itself: then it is broken here.
        while letter.kind != .space, used + letter.width > width, index > start {
            let place = afterSpace ?? index
            lines.append(start..<place)
            used = letters[place..<index].reduce(0) { $0 + $1.width }
            (start, afterSpace) = (place, nil)
        }
        used += letter.width
        if letter.kind == .space { afterSpace = index + 1 }
    }
    lines.append(start..<letters.count)
    return lines
}

/// A text in lines of so many cells, for boxes, help and notes that are read.
public func wrap(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    let letters = shown(text, keepingLines: true).map(Letter.init)
    return wrappedLines(letters, width: width).map { line in
        var visible = letters[line]
        while let last = visible.last, last.kind == .space || last.kind == .lineEnd { visible.removeLast() }
        return String(visible.map(\.character))
    }
}
