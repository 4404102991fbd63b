/// A sign that is no letter: the marks of states, lines, bars.
///
/// Views write the sign itself (`"\(Glyph.alarm) SOS"`); a surface for a
/// terminal without UTF-8 puts the plain partner in its place.
public enum Glyph: String, CaseIterable, Sendable, CustomStringConvertible {
    case alarm = "▲"
    case overdue = "!"
    case ellipsis = "…"
    case done = "✓"
    case none = "–"
    case live = "●"
    case idle = "○"
    case cursor = ">"
    case right = "→"
    case left = "←"
    case up = "↑"
    case down = "↓"
    case dash = "—"
    case dot = "·"
    case bullet = "•"
    case times = "×"
    case atMost = "≤"
    case atLeast = "≥"
    case openQuoteLow = "„"
    case openQuote = "“"
    case closeQuote = "”"
    case apostrophe = "’"
    case openGuillemet = "«"
    case closeGuillemet = "»"
    case horizontal = "─"
    case vertical = "│"
    case teeDown = "┬"
    case teeUp = "┴"
    case teeRight = "├"
    case teeLeft = "┤"
    case cross = "┼"
    case topLeft = "┌"
    case topRight = "┐"
    case bottomLeft = "└"
    case bottomRight = "┘"
    case bar1 = "▁"
    case bar2 = "▂"
    case bar3 = "▃"
    case bar4 = "▄"
    case bar5 = "▅"
    case bar6 = "▆"
    case bar7 = "▇"
    case bar8 = "█"
    case shade = "░"

    public var scalar: Unicode.Scalar { rawValue.unicodeScalars[rawValue.unicodeScalars.startIndex] }
    public var description: String { rawValue }

    /// The partner of one cell for a terminal that knows ASCII only.
    public var ascii: Unicode.Scalar {
        switch self {
        case .alarm: "^"
        case .overdue: "!"
        case .ellipsis: "~"
        case .done: "+"
        case .none, .dash, .horizontal: "-"
        case .live, .bullet: "*"
        case .idle: "o"
        case .cursor, .right, .closeGuillemet, .atLeast: ">"
        case .left, .openGuillemet, .atMost: "<"
        case .up: "^"
        case .down: "v"
        case .dot: "."
        case .times: "x"
        case .openQuoteLow, .openQuote, .closeQuote: "\""
        case .apostrophe: "'"
        case .vertical: "|"
        case .teeDown, .teeUp, .teeRight, .teeLeft, .cross, .topLeft, .topRight, .bottomLeft, .bottomRight: "+"
        case .bar1: "_"
        case .bar2: "."
        case .bar3: ":"
        case .bar4: "-"
        case .bar5: "="
        case .bar6: "+"
        case .bar7: "*"
        case .bar8: "#"
        case .shade: ":"
        }
    }

    /// A column of eight steps for small charts: `part` of `whole`, and at
    /// least the lowest step where there is anything at all.
    public static func bar(_ part: Int, of whole: Int) -> Unicode.Scalar {
        guard part > 0, whole > 0 else { return " " }
        let steps: [Glyph] = [.bar1, .bar2, .bar3, .bar4, .bar5, .bar6, .bar7, .bar8]
        // Division first, so that no count is too large to be multiplied.
        let step = Int((Double(min(part, whole)) / Double(whole) * 8).rounded(.up))
        return steps[min(max(step, 1), 8) - 1].scalar
    }
}

/// Which signs the terminal can show.
public enum GlyphSet: Sendable, CaseIterable {
    case utf8
    case ascii

    /// The scalar to draw in place of one that a text holds.
    func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard self == .ascii, scalar.value > 0x7E else { return scalar }
        return GlyphSet.partners[scalar] ?? scalar
    }

    var unknown: Unicode.Scalar { self == .utf8 ? "\u{FFFD}" : "?" }

    private static let partners: [Unicode.Scalar: Unicode.Scalar] =
        Dictionary(uniqueKeysWithValues: Glyph.allCases.map { ($0.scalar, $0.ascii) })
}
