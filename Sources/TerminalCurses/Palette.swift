import CNcurses
import TerminalUI

/// A theme as this terminal can show it: for every role curses' attributes and colour pair.
struct Palette {
    struct Entry {
        let attributes: attr_t
        let pair: Int32
    }

    private let entries: [Entry]

    /// - Parameter colours: how many the terminal has; under 8 everything is told by attributes.
    init(_ scheme: Scheme, colours: Int) {
        let theme = (colours >= 8 ? scheme : .monochrome).theme
        entries = Role.allCases.map { role in
            let style = theme.style(role)
            return Entry(
                attributes: Palette.attributes(style.attributes),
                pair: Palette.definePair(for: role, style, colours: colours))
        }
    }

    subscript(role: Role) -> Entry { entries[Int(role.rawValue)] }

    /// Pair 0 is the look of text, so that curses may clear with what the terminal clears with.
    private static func definePair(for role: Role, _ style: Style, colours: Int) -> Int32 {
        guard colours >= 8 else { return 0 }
        let ink = style.ink.map { Int32($0.number(ofColours: colours)) } ?? -1
        let paper = style.paper.map { Int32($0.number(ofColours: colours)) } ?? -1
        if role == .text {
            assume_default_colors(ink, paper)
            return 0
        }
        guard ink >= 0 || paper >= 0 else { return 0 }
        let pair = Int32(role.rawValue) + 1
        init_extended_pair(pair, ink, paper)
        return pair
    }

    private static func attributes(_ attributes: Style.Attributes) -> attr_t {
        var result: attr_t = 0
        if attributes.contains(.bold) { result |= curses_bold() }
        if attributes.contains(.dim) { result |= curses_dim() }
        if attributes.contains(.underline) { result |= curses_underline() }
        if attributes.contains(.reverse) { result |= curses_reverse() }
        return result
    }
}
