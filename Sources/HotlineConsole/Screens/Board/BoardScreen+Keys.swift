import TerminalUI

public enum BoardCommand: Hashable, Sendable {
    case open, nextLine, lineBefore, abandoned
}

extension BoardScreen {
    public static let keys = KeyTable<BoardCommand, Requirement>([
        KeyRow([.enter, .space], .open, label: "board.open", help: "board.open.help", needs: [.figure], rank: 1),
        KeyRow([.tab, "]", .right], .nextLine, label: "board.line", help: "board.line.help", rank: 2),
        KeyRow(["[", .left], .lineBefore, label: "board.line_before", help: "board.line_before.help", rank: nil),
        KeyRow(["b"], .abandoned, label: "board.gave_up", help: "board.gave_up.help", rank: 3),
    ])
}
