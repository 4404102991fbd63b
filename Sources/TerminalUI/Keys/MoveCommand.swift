/// How one moves in any list of the console.
public enum MoveCommand: Hashable, Sendable, CaseIterable {
    case up
    case down
    case pageUp
    case pageDown
    case first
    case last

    /// The keys of a list that has the keyboard to itself.
    public static let listKeys = KeyTable<MoveCommand, Never>([
        KeyRow([.up, "k"], .up, label: "move.up", help: "move.up.help", rank: nil),
        KeyRow([.down, "j"], .down, label: "move.down", help: "move.down.help", rank: nil),
        KeyRow([.pageUp, .control("b")], .pageUp, label: "move.page_up", help: "move.page_up.help", rank: nil),
        KeyRow(
            [.pageDown, .control("f")], .pageDown, label: "move.page_down", help: "move.page_down.help", rank: nil),
        KeyRow([.home], .first, label: "move.first", help: "move.first.help", rank: nil),
        KeyRow([.end, "G"], .last, label: "move.last", help: "move.last.help", rank: nil),
    ])

    /// The keys of a list under a field that takes the letters.
    public static let pickerKeys = KeyTable<MoveCommand, Never>([
        KeyRow([.up, .control("p")], .up, label: "move.up", help: "move.up.help", rank: nil),
        KeyRow([.down, .control("n")], .down, label: "move.down", help: "move.down.help", rank: nil),
        KeyRow([.pageUp], .pageUp, label: "move.page_up", help: "move.page_up.help", rank: nil),
        KeyRow([.pageDown], .pageDown, label: "move.page_down", help: "move.page_down.help", rank: nil),
    ])
}
