import TerminalUI

public enum RegistersCommand: Hashable, Sendable {
    case done, add, noResponse, give, withdraw
    case nextPart, previousPart, openOnly, filter
    /// Ends what is typed under the list.
    case take
}

extension RegistersScreen {
    public static let keys = KeyTable<RegistersCommand, Requirement>(lines + places + typing)

    private static let lines: [KeyRow<RegistersCommand, Requirement>] = [
        KeyRow(
            [.enter], .done, label: "registers.done", help: "registers.done.help",
            needs: [.dutyKeepRegisters, .selection, .registerLineOpen], rank: 1),
        KeyRow(
            ["n"], .add, label: "registers.add", help: "registers.add.help", needs: [.dutyKeepRegisters, .aRegister],
            rank: 2),
        KeyRow(
            ["o"], .noResponse, label: "registers.no_response", help: "registers.no_response.help",
            needs: [.dutyKeepRegisters, .aReturn], rank: 4),
        KeyRow(
            ["g"], .give, label: "registers.give", help: "registers.give.help", needs: [.dutyReadCalls, .aTask],
            rank: 5),
        KeyRow(
            ["x"], .withdraw, label: "registers.withdraw", help: "registers.withdraw.help",
            needs: [.registerLine], isDangerous: true, rank: 7),
    ]

    private static let places: [KeyRow<RegistersCommand, Requirement>] = [
        KeyRow([.tab, .right], .nextPart, label: "registers.next_part", help: "registers.next_part.help", rank: 0),
        KeyRow(
            [.shiftTab, .left], .previousPart, label: "registers.previous_part", help: "registers.previous_part.help",
            rank: nil),
        KeyRow(["v"], .openOnly, label: "list.open_only_key", help: "list.open_only_key.help", rank: 6),
        KeyRow(["/"], .filter, label: "list.filter_key", help: "list.filter_key.help", rank: 8),
    ]

    private static let typing: [KeyRow<RegistersCommand, Requirement>] = [
        KeyRow([.enter], .take, label: "calls.take", help: "calls.take.help", rank: 0)
    ]

    public static let stages = [lines + places, typing].map { KeyTable($0) }

    public var keysNow: KeyTable<RegistersCommand, Requirement> {
        guard !list.isWriting else { return KeyTable(RegistersScreen.typing) }
        return KeyTable((RegistersScreen.lines + RegistersScreen.places).filter { means($0.command) })
    }

    private func means(_ command: RegistersCommand) -> Bool {
        switch command {
        case .noResponse: kind == .return
        case .give: kind == .task
        case .add, .withdraw: kind != .callBack
        default: true
        }
    }
}
