import TerminalUI

public enum StaysCommand: Hashable, Sendable {
    case admit, leave, providers
}

extension StaysScreen {
    public static let keys = KeyTable<StaysCommand, Requirement>([
        KeyRow(["a"], .admit, label: "stays.admit", help: "stays.admit.help", rank: 1),
        KeyRow(["l"], .leave, label: "stays.leave", help: "stays.leave.help", needs: [.selection], rank: 2),
        KeyRow(["p"], .providers, label: "referrals.providers", help: "referrals.providers.help", rank: 3),
    ])
}
