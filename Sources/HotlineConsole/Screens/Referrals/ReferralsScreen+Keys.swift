import TerminalUI

public enum ReferralsCommand: Hashable, Sendable {
    case open, filter, openOnly, providers
}

extension ReferralsScreen {
    public static let keys = KeyTable<ReferralsCommand, Requirement>([
        KeyRow([.enter], .open, label: "list.open", help: "list.open.help", needs: [.selection], rank: 1),
        KeyRow(["/"], .filter, label: "list.filter_key", help: "list.filter_key.help", rank: 3),
        KeyRow(["v"], .openOnly, label: "list.open_only_key", help: "list.open_only_key.help", rank: 4),
        KeyRow(["p"], .providers, label: "referrals.providers", help: "referrals.providers.help", rank: 2),
    ])
}
