import TerminalUI

/// Beside letters and moves: the directory is only read.
public enum ProvidersCommand: Hashable, Sendable {
    case clear, free, stays, unmask
}

extension ProvidersScreen {
    public static let keys = KeyTable<ProvidersCommand, Requirement>([
        KeyRow([.control("u")], .clear, label: "providers.clear", help: "providers.clear.help", rank: 5),
        KeyRow([.control("f")], .free, label: "providers.free", help: "providers.free.help", rank: 6),
        KeyRow([.control("b")], .stays, label: "providers.stays", help: "providers.stays.help", rank: 7),
        KeyRow(
            [.function(5)], .unmask, label: "providers.unmask", help: "providers.unmask.help",
            needs: [.dutyUnmask, .confidentialAddress], rank: 8),
    ])
}
