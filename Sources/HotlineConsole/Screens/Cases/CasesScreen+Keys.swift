import TerminalUI

public enum CasesCommand: Hashable, Sendable {
    case open, new, filter, openOnly
}

extension CasesScreen {
    public static let keys = KeyTable<CasesCommand, Requirement>([
        KeyRow([.enter], .open, label: "list.open", help: "list.open.help", needs: [.selection], rank: 1),
        KeyRow(["n"], .new, label: "cases.new", help: "cases.new.help", rank: 2),
        KeyRow(["/"], .filter, label: "list.filter_key", help: "list.filter_key.help", rank: 3),
        KeyRow(["v"], .openOnly, label: "list.open_only_key", help: "list.open_only_key.help", rank: 4),
    ])
}
