import TerminalUI

public enum PacksCommand: Hashable, Sendable {
    case look
}

extension PacksScreen {
    public static let keys = KeyTable<PacksCommand, Requirement>([
        KeyRow([.enter], .look, label: "packs.look", help: "packs.look.help", needs: [.selection], rank: 0)
    ])
}
