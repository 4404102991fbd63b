import TerminalUI

public enum CallsCommand: Hashable, Sendable {
    case open, look, amend, escalation, filter, date, backEntry
    /// Ends what is typed under the list.
    case take
}

extension CallsScreen {
    public static let keys = KeyTable<CallsCommand, Requirement>(reading + typing)

    private static let reading: [KeyRow<CallsCommand, Requirement>] = [
        KeyRow([.enter], .open, label: "calls.open", help: "calls.open.help", needs: [.selection], rank: 1),
        KeyRow([.space], .look, label: "calls.look", help: "calls.look.help", needs: [.selection], rank: 4),
        KeyRow(["/"], .filter, label: "calls.filter", help: "calls.filter.help", rank: 2),
        KeyRow(["d"], .date, label: "calls.date", help: "calls.date.help", rank: 3),
        KeyRow(
            ["a"], .amend, label: "call.amend", help: "call.amend.help", needs: [.selection, .finalCall, .mayAmend],
            rank: 5),
        KeyRow(
            ["e"], .escalation, label: "call.escalation", help: "call.escalation.help",
            needs: [.selection, .hasEscalation], rank: 6),
        KeyRow(["b"], .backEntry, label: "desk.back_entry", help: "desk.back_entry.help", rank: nil),
    ]

    private static let typing: [KeyRow<CallsCommand, Requirement>] = [
        KeyRow([.enter], .take, label: "calls.take", help: "calls.take.help", rank: 0)
    ]

    public static let stages = [reading, typing].map { KeyTable($0) }

    public var keysNow: KeyTable<CallsCommand, Requirement> {
        guard !isWriting else { return KeyTable(CallsScreen.typing) }
        // Where the call stands beside the list, there is nothing to lay over it.
        return KeyTable(CallsScreen.reading.filter { $0.command != .look || !isWide })
    }
}
