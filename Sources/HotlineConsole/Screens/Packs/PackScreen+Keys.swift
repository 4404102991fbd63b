import TerminalUI

public enum PackScreenCommand: Hashable, Sendable {
    case lookAgain
}

extension PackScreen {
    public static let keys = KeyTable<PackScreenCommand, Requirement>([
        KeyRow(["r"], .lookAgain, label: "months.look_again", help: "pack.screen.look_again.help", rank: 1)
    ])
}
