import TerminalUI

/// The numbers people say, under one another in a list: as wide as the widest one that was read, so that
/// those of a desk with a long mark are read whole.
enum NumberColumn {
    static func width(_ numbers: some Sequence<String>) -> Int { numbers.reduce(8) { max($0, cellWidth(of: $1)) } }
}
