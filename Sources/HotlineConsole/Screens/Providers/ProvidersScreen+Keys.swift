import TerminalUI

/// Nothing but letters and moves: the directory is only read.
public enum ProvidersCommand: Hashable, Sendable {
    case clear
}

extension ProvidersScreen {
    public static let keys = KeyTable<ProvidersCommand, Requirement>([
        KeyRow([.control("u")], .clear, label: "providers.clear", help: "providers.clear.help", rank: 5)
    ])
}
