import TerminalUI

public enum ReportsCommand: Hashable, Sendable {
    case open, sos, explain, otherPane
    case before, after, month, year, period
    /// Ends what is typed.
    case take
}

extension ReportsScreen {
    public static let keys = KeyTable<ReportsCommand, Requirement>(reading + typing)

    private static let reading: [KeyRow<ReportsCommand, Requirement>] = [
        KeyRow(
            [.enter], .open, label: "reports.open", help: "reports.open.help", needs: [.figure, .dutyReadCalls],
            rank: 1),
        KeyRow(["="], .explain, label: "reports.explain", help: "reports.explain.help", rank: 2),
        KeyRow(
            ["e"], .sos, label: "reports.sos", help: "reports.sos.help", needs: [.dutyReadCalls, .sosFigure], rank: 6),
        KeyRow([.tab], .otherPane, label: "desk.other_pane", help: "reports.other_pane.help", rank: nil),
        KeyRow(["[", .left], .before, label: "reports.before", help: "reports.before.help", rank: 3),
        KeyRow(["]", .right], .after, label: "reports.after", help: "reports.after.help", rank: 3),
        KeyRow(["m"], .month, label: "reports.month", help: "reports.month.help", rank: 5),
        KeyRow(["y"], .year, label: "reports.year", help: "reports.year.help", rank: 4),
        KeyRow(["/"], .period, label: "reports.period", help: "reports.period.help", rank: 7),
    ]

    private static let typing: [KeyRow<ReportsCommand, Requirement>] = [
        KeyRow([.enter], .take, label: "calls.take", help: "reports.take.help", rank: 0)
    ]

    public static let stages = [reading, typing].map { KeyTable($0) }

    public var keysNow: KeyTable<ReportsCommand, Requirement> {
        KeyTable(isWriting ? ReportsScreen.typing : ReportsScreen.reading)
    }
}
