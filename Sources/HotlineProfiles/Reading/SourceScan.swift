/// One walk through a TOML text that notes where things stand. It judges
/// nothing: whatever it does not understand it steps over, for the parser has
/// the word on that.
struct SourceScan {
    let scalars: [Unicode.Scalar]
    private(set) var values: [SourcePath: SourcePosition] = [:]
    private(set) var keys: [SourcePath: SourcePosition] = [:]
    /// Values without quotes: numbers, dates, true and false.
    private(set) var bareValues: [Range<Int>] = []
    /// The first slip the parser takes for impossible, and ends the whole program over.
    private(set) var trap: (rule: ProfileRule, at: SourcePosition)?

    /// The first character within quotes that nobody would see. Found here and not in
    /// what the parser gives: its texts end at a zero character.
    var unseen: (scalar: Unicode.Scalar, at: SourcePosition)?

    private var at = 0
    private(set) var here = SourcePosition(line: 1, column: 1)
    private var table = SourcePath()
    /// How many tables each `[[name]]` has so far.
    private var counts: [SourcePath: Int] = [:]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func document() {
        skipBlank()
        while at < scalars.count {
            let before = at
            if scalars[at] == "[" { header() } else { pair(in: table) }
            if at == before { skipLine() }
            skipBlank()
        }
    }

    // MARK: Tables, keys and values

    private mutating func header() {
        let start = here
        let isList = peek(1) == "["
        step(isList ? 2 : 1)
        let names = dottedKey()
        skipLine()
        guard let last = names.last else {
            trap = trap ?? (.namelessHeader, start)
            return
        }
        var path = SourcePath()
        for name in names.dropLast() { path = inside(path.key(name.text)) }
        path = path.key(last.text)
        if isList {
            counts[path, default: 0] += 1
            if values[path] == nil { values[path] = start }
        }
        table = inside(path)
        values[table] = start
        keys[table] = start
    }

    /// A list of tables, seen from below, means the last of them.
    private func inside(_ path: SourcePath) -> SourcePath { counts[path].map { path.item($0 - 1) } ?? path }

    private mutating func pair(in table: SourcePath) {
        let names = dottedKey()
        var path = table
        for name in names {
            path = path.key(name.text)
            keys[path] = name.position
        }
        skipSpaces()
        guard !names.isEmpty, peek() == "=" else { return }
        step()
        skipSpaces()
        value(path)
    }

    private mutating func value(_ path: SourcePath) {
        values[path] = here
        // The parser refuses deeper lists than this; the walk must not fall over them first.
        guard path.steps.count < 200 else { return skipLine() }
        switch peek() {
        case "[": list(path)
        case "{": inlineTable(path)
        case "\"", "'": _ = quoted()
        default: bare()
        }
    }

    private mutating func list(_ path: SourcePath) {
        step()
        var index = 0
        while true {
            skipBlank()
            switch peek() {
            case nil: return
            case "]":
                step()
                return
            case ",": step()
            case "}":
                trap = trap ?? (.strayBrace, here)
                step()
            default:
                let before = at
                value(path.item(index))
                index += 1
                if at == before { step() }
            }
        }
    }

    private mutating func inlineTable(_ path: SourcePath) {
        step()
        while true {
            skipBlank()
            switch peek() {
            case nil: return
            case "}":
                step()
                return
            case ",": step()
            default:
                let before = at
                pair(in: path)
                if at == before { step() }
            }
        }
    }

    private mutating func bare() {
        let start = at
        while let next = peek(), !"\n,]}#".unicodeScalars.contains(next) { step() }
        var end = at
        while end > start, " \t\r".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        bareValues.append(start..<end)
    }

    // MARK: Words

    private mutating func dottedKey() -> [(text: String, position: SourcePosition)] {
        var names: [(String, SourcePosition)] = []
        while true {
            skipSpaces()
            let position = here
            let before = at
            let text = peek() == "\"" || peek() == "'" ? quoted() : bareKey()
            guard at > before else { return names }
            names.append((text, position))
            skipSpaces()
            guard peek() == "." else { return names }
            step()
        }
    }

    private mutating func bareKey() -> String {
        let start = at
        while let next = peek(), SourceScan.isBareKey(next) { step() }
        return text(start..<at)
    }

    private static func isBareKey(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }

    /// A string of any of the four kinds; what stands between its quotes.
    private mutating func quoted() -> String {
        guard let quote = peek() else { return "" }
        let isLong = peek(1) == quote && peek(2) == quote
        step(isLong ? 3 : 1)
        // The line end a long string begins with is not part of it.
        if isLong, peek() == "\r" { step() }
        if isLong, peek() == "\n" { step() }
        let start = at
        while let next = peek() {
            if next == "\\", quote == "\"" {
                escape()
            } else if next == "\n", !isLong {
                return text(start..<at)
            } else if next == quote, !isLong || (peek(1) == quote && peek(2) == quote) {
                let end = at
                step(isLong ? 3 : 1)
                // A long string may end in quotes of its own.
                while isLong, peek() == quote { step() }
                return text(start..<end)
            } else {
                note(next, at: here)
                step()
            }
        }
        return text(start..<at)
    }

    private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    // MARK: Steps

    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        at + ahead < scalars.count ? scalars[at + ahead] : nil
    }

    mutating func step(_ count: Int = 1) {
        for _ in 0..<count where at < scalars.count {
            if scalars[at] == "\n" {
                here = SourcePosition(line: here.line + 1, column: 1)
            } else {
                here.column += 1
            }
            at += 1
        }
    }

    private mutating func skipSpaces() { while peek() == " " || peek() == "\t" { step() } }

    private mutating func skipLine() { while let next = peek(), next != "\n" { step() } }

    /// Spaces, line ends and comments.
    private mutating func skipBlank() {
        while let next = peek() {
            if next == "#" {
                skipLine()
            } else if " \t\r\n".unicodeScalars.contains(next) {
                step()
            } else {
                return
            }
        }
    }
}
