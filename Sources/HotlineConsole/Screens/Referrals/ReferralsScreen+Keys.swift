import TerminalUI

public enum ReferralsCommand: Hashable, Sendable {
    case open, filter, openOnly, late, providers, stays
}

extension ReferralsScreen {
    public static let keys = KeyTable<ReferralsCommand, Requirement>([
        KeyRow([.enter], .open, label: "list.open", help: "list.open.help", needs: [.selection], rank: 1),
        KeyRow(["/"], .filter, label: "list.filter_key", help: "list.filter_key.help", rank: 3),
        KeyRow(["v"], .openOnly, label: "list.open_only_key", help: "list.open_only_key.help", rank: 4),
        KeyRow(["n"], .late, label: "referrals.late", help: "referrals.late.help", rank: 6),
        KeyRow(["b"], .stays, label: "providers.stays", help: "providers.stays.help", rank: 7),
        KeyRow(["p"], .providers, label: "referrals.providers", help: "referrals.providers.help", rank: 2),
    ])
}
