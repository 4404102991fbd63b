import TerminalUI

public enum BoardCommand: Hashable, Sendable {
    case open
    case nextPart, previousPart
    case nextLine, lineBefore
    case right, left
    case givenUp, callBack
}

extension BoardScreen {
    public static var stages: [KeyTable<BoardCommand, Requirement>] { [keys, callers, inside] }

    public var keysNow: KeyTable<BoardCommand, Requirement> {
        guard opened == nil else { return BoardScreen.inside }
        return part == .givenUp ? BoardScreen.callers : BoardScreen.keys
    }

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

    /// With somebody who gave up under the cursor, what is done about it comes first.
    private static let callers = keys.ranked([.open: 2, .callBack: 1, .nextPart: 3], labels: [.open: "board.look"])

    /// With something opened, the bar has what one can do there, and the way back.
    private static let inside = keys.ranked([.callBack: 1, .nextLine: 2], labels: [.open: "board.close"])
}

extension KeyTable where Command == BoardCommand {
    /// The same keys with other places in the bar; those without one are not in it.
    fileprivate func ranked(_ ranks: [Command: Int], labels: [Command: String]) -> KeyTable {
        KeyTable(
            rows.map { row in
                Row(
                    row.keys, row.command, label: labels[row.command] ?? row.label, help: row.help,
                    needs: row.needs, isDangerous: row.isDangerous, rank: ranks[row.command])
            })
    }
}
