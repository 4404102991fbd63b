import Foundation

/// A place in the source code that says something by its key.
///
/// A key is a literal of the catalogue's shape, `desk.today` - dotted, lower
/// case - that stands
///   * in the first argument of `say(...)`, `Phrase(...)` or `Text(...)`, also on
///     either side of a `?:`;
///   * anywhere in a row of a key table, which begins with its keys:
///     `KeyRow([.enter], .save, label: "key.save")`, `row([.up], .up, "move.up")`; or
///   * after one of the labels in `labels`: `Field(title: "call.country")`.
/// Any other literal is nothing to do with the catalogue. Of a literal with an
/// interpolation, `"refusal.\(rule)"`, what stands before it must begin a key.
struct SourceMention: Equatable {
    static let callees = ["say", "Phrase", "Text"]
    static let rows = ["KeyRow", "row"]
    static let labels = [
        "says", "label", "title", "heading", "help", "why", "prompt", "hint", "message", "empty", "key",
    ]

    var key: String
    var line: Int
    /// What stands before an interpolation.
    var isPrefix = false
    /// Whether a count is given, `n:`; nil where it cannot be seen.
    var isCounted: Bool?

    static func isKey(_ text: String) -> Bool {
        let words = text.split(separator: ".", omittingEmptySubsequences: false)
        return words.count > 1 && words[0].first?.isLetter == true && words.allSatisfy(isWord)
    }

    private static func isWord(_ word: Substring) -> Bool { !word.isEmpty && word.allSatisfy(isWordLetter) }

    private static func isWordLetter(_ letter: Character) -> Bool {
        letter == "_" || letter.isASCII && (letter.isLowercase || letter.isNumber)
    }

    private static func isKeyPrefix(_ text: String) -> Bool {
        text.contains(".") && text.allSatisfy { $0 == "." || isWordLetter($0) }
    }

    /// In the order of the text, which is the source of one file.
    static func all(in text: String) -> [SourceMention] {
        let code = withoutComments(text)
        func starts(_ pattern: String) -> [String.Index] {
            // The simple kind: by Unicode's own rules `screen.say` is one word.
            code.matches(of: try! Regex(pattern).wordBoundaryKind(.simple)).map(\.range.upperBound)
        }
        var found: [SourceMention] = []
        for start in starts("\\b(?:\(callees.joined(separator: "|")))\\(") {
            found += mentions(in: code, from: start, of: .firstArgument)
        }
        for start in starts("\\b(?:\(rows.joined(separator: "|")))\\((?=\\[)") {
            found += mentions(in: code, from: start, of: .wholeCall)
        }
        for start in starts("\\b(?:\(labels.joined(separator: "|"))):\\s*(?=\")") {
            found += mentions(in: code, from: start, of: .labelled)
        }
        return found.sorted { ($0.line, $0.key) < ($1.line, $1.key) }
    }

    private enum Extent { case firstArgument, wholeCall, labelled }

    /// Whole-line comments become empty lines, so that line numbers stand.
    private static func withoutComments(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.drop { $0 == " " }.hasPrefix("//") ? "" : $0 }.joined(separator: "\n")
    }

    private static func mentions(in code: String, from start: String.Index, of extent: Extent) -> [SourceMention] {
        let argument = ArgumentText(of: code[start...], toTheEnd: extent == .wholeCall)
        let line = code[..<start].count { $0 == "\n" } + 1
        let isCounted = extent == .firstArgument ? argument.isFollowedByCount : nil
        return argument.literals.compactMap { literal in
            if !literal.isInterpolated, isKey(literal.text) {
                return SourceMention(key: literal.text, line: line, isCounted: isCounted)
            }
            guard literal.isInterpolated, isKeyPrefix(literal.text) else { return nil }
            return SourceMention(key: literal.text, line: line, isPrefix: true)
        }
    }
}

/// The string literals of an argument, read up to the comma or bracket that ends
/// it, or of all arguments to the end of the call.
private struct ArgumentText {
    struct Literal {
        var text = ""
        var isInterpolated = false
    }

    private(set) var literals: [Literal] = []
    let isFollowedByCount: Bool

    init(of code: Substring, toTheEnd: Bool) {
        var rest = code
        var depth = 0
        loop: while let character = rest.first {
            switch character {
            case "\"":
                literals.append(ArgumentText.literal(&rest))
                continue loop
            case "(", "[", "{": depth += 1
            case ")", "]", "}":
                if depth == 0 { break loop }
                depth -= 1
            case "," where depth == 0 && !toTheEnd: break loop
            default: break
            }
            rest.removeFirst()
        }
        isFollowedByCount = rest.first == "," && rest.dropFirst().drop(while: \.isWhitespace).hasPrefix("n:")
    }

    /// Takes a literal off the front; its text ends where an interpolation begins.
    private static func literal(_ rest: inout Substring) -> Literal {
        var literal = Literal()
        rest.removeFirst()
        while let character = rest.popFirst(), character != "\"" {
            guard character == "\\" else {
                if !literal.isInterpolated { literal.text.append(character) }
                continue
            }
            if rest.popFirst() == "(" {
                literal.isInterpolated = true
                skipInterpolation(&rest)
            }
        }
        return literal
    }

    private static func skipInterpolation(_ rest: inout Substring) {
        var depth = 1
        while depth > 0, let character = rest.first {
            if character == "\"" {
                _ = literal(&rest)
                continue
            }
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            rest.removeFirst()
        }
    }
}
