/// A text with `{name}` in it, cut into what stands and what is filled in.
struct Template: Equatable {
    enum Piece: Equatable {
        case text(Substring)
        case placeholder(String)
    }

    let pieces: [Piece]

    /// A name is lower-case letters, digits and `_`; any other brace stands for itself.
    init(_ text: String) {
        var pieces: [Piece] = []
        var rest = text[...]
        var start = rest.startIndex
        while let open = rest[start...].firstIndex(of: "{") {
            let inside = rest[rest.index(after: open)...]
            let name = inside.prefix { $0 == "_" || $0.isASCII && ($0.isLowercase || $0.isNumber) }
            guard !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == "}" else {
                start = rest.index(after: open)
                continue
            }
            if rest.startIndex < open { pieces.append(.text(rest[..<open])) }
            pieces.append(.placeholder(String(name)))
            rest = rest[rest.index(after: name.endIndex)...]
            start = rest.startIndex
        }
        if !rest.isEmpty { pieces.append(.text(rest)) }
        self.pieces = pieces
    }

    var placeholders: Set<String> {
        Set(pieces.compactMap { if case .placeholder(let name) = $0 { name } else { nil } })
    }

    /// What is filled in is never looked at again: a caller's `{n}` stays `{n}`.
    /// A placeholder without its argument stays as it stands, so that it is seen.
    func filled(_ arguments: [String: String]) -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .text(let text): result += text
            case .placeholder(let name): result += arguments[name] ?? "{\(name)}"
            }
        }
        return result
    }
}
