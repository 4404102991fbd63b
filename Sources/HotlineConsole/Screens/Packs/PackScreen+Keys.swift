import TerminalUI

public enum PackScreenCommand: Hashable, Sendable {
    case give
    /// Marked as one, and held against no later pack.
    case draft
    case lookAgain
}

extension PackScreen {
    public static let keys = KeyTable<PackScreenCommand, Requirement>([
        KeyRow(
            ["g"], .give, label: "pack.give", help: "pack.give.help",
            needs: [.dutyExport, .packThere, .noPackGoing], rank: 1),
        KeyRow(
            ["d"], .draft, label: "pack.give.draft", help: "pack.give.draft.help",
            needs: [.dutyExport, .packThere, .noPackGoing], rank: 2),
        KeyRow(["r"], .lookAgain, label: "months.look_again", help: "pack.screen.look_again.help", rank: 3),
    ])
}
