import TerminalUI

public enum EscalationsCommand: Hashable, Sendable {
    case open, acknowledge, filter, openOnly
}

extension EscalationsScreen {
    public static let keys = KeyTable<EscalationsCommand, Requirement>([
        KeyRow([.enter], .open, label: "list.open", help: "list.open.help", needs: [.selection], rank: 1),
        KeyRow(
            ["a"], .acknowledge, label: "escalation.acknowledge", help: "escalation.acknowledge.help",
            needs: [.selection, .open], rank: 2),
        KeyRow(["/"], .filter, label: "list.filter_key", help: "list.filter_key.help", rank: 3),
        KeyRow(["v"], .openOnly, label: "list.open_only_key", help: "list.open_only_key.help", rank: 4),
    ])
}
