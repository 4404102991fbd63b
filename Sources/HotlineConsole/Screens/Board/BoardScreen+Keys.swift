import TerminalUI

public enum BoardCommand: Hashable, Sendable {
    case open
    case nextPart, previousPart
    case nextLine, lineBefore
    case right, left
    case givenUp, callBack
}

extension BoardScreen {
    public static let keys = KeyTable<BoardCommand, Requirement>([
        KeyRow([.enter, .space], .open, label: "board.open", help: "board.open.help", needs: [.figure], rank: 1),
        KeyRow([.tab], .nextPart, label: "board.part", help: "board.part.help", rank: 2),
        KeyRow([.shiftTab], .previousPart, label: "board.part_before", help: "board.part_before.help", rank: nil),
        KeyRow(["]"], .nextLine, label: "board.line", help: "board.line.help", rank: 3),
        KeyRow(["["], .lineBefore, label: "board.line_before", help: "board.line_before.help", rank: nil),
        KeyRow([.right], .right, label: "board.right", help: "board.right.help", rank: nil),
        KeyRow([.left], .left, label: "board.left", help: "board.left.help", rank: nil),
        KeyRow(["b"], .givenUp, label: "board.gave_up", help: "board.gave_up.help", rank: 4),
        KeyRow(
            ["c"], .callBack, label: "board.call_back", help: "board.call_back.help",
            needs: [.givenUp, .dutyWorkShifts], rank: 5),
    ])
}
