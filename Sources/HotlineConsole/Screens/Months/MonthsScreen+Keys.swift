import TerminalUI

public enum MonthsCommand: Hashable, Sendable {
    case close
    /// The calls somebody has to finish before it can be closed.
    case drafts
    case lookAgain
    /// What donors are given of the closed ones.
    case packs
}

extension MonthsScreen {
    public static let keys = KeyTable<MonthsCommand, Requirement>([
        KeyRow(
            ["c"], .close, label: "months.close", help: "months.close.help",
            needs: [.dutyCloseMonths, .monthToClose], isDangerous: true, rank: 1),
        KeyRow(
            [.enter], .drafts, label: "months.drafts", help: "months.drafts.help",
            needs: [.dutyReadCalls, .draftsLeft], rank: 2),
        KeyRow(["d"], .packs, label: "months.packs", help: "months.packs.help", needs: [.dutyExport], rank: 3),
        KeyRow(["r"], .lookAgain, label: "months.look_again", help: "months.look_again.help", rank: 3),
    ])
}
