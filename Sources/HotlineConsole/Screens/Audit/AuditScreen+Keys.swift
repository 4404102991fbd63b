import TerminalUI

public enum AuditScreenCommand: Hashable, Sendable {
    case look, filter, date, newest
    /// Ends what is typed under the list.
    case take
}

extension AuditScreen {
    public static let keys = KeyTable<AuditScreenCommand, Requirement>(reading + typing)

    private static let reading: [KeyRow<AuditScreenCommand, Requirement>] = [
        KeyRow([.enter, .space], .look, label: "calls.look", help: "audit.look.help", needs: [.selection], rank: 1),
        KeyRow(["/"], .filter, label: "list.filter_key", help: "audit.filter.help", rank: 2),
        KeyRow(["d"], .date, label: "calls.date", help: "calls.date.help", rank: 3),
        KeyRow(["n"], .newest, label: "audit.newest", help: "audit.newest.help", rank: 4),
    ]

    private static let typing: [KeyRow<AuditScreenCommand, Requirement>] = [
        KeyRow([.enter], .take, label: "calls.take", help: "calls.take.help", rank: 0)
    ]

    public static let stages = [reading, typing].map { KeyTable($0) }

    public var keysNow: KeyTable<AuditScreenCommand, Requirement> {
        guard !isWriting else { return KeyTable(AuditScreen.typing) }
        // Where the event stands beside the list, there is nothing to lay over it.
        return KeyTable(AuditScreen.reading.filter { $0.command != .look || !isWide })
    }
}
