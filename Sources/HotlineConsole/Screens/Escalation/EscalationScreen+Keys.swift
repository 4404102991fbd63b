import HotlineDomain
import TerminalUI

public enum EscalationScreenCommand: Hashable, Sendable {
    case acknowledge, assess, assign, resolve, refer, reopen
    case open
}

extension EscalationScreen {
    public static let keys = KeyTable<EscalationScreenCommand, Requirement>([
        KeyRow(["a"], .acknowledge, label: "escalation.acknowledge", help: "escalation.acknowledge.help", rank: 1),
        KeyRow(["m"], .assess, label: "escalation.assess", help: "escalation.assess.help", rank: 1),
        KeyRow(["r"], .resolve, label: "escalation.resolve", help: "escalation.resolve.help", rank: 1),
        KeyRow(["t"], .assign, label: "escalation.assign", help: "escalation.assign.help", rank: 2),
        KeyRow(["f"], .refer, label: "detail.refer", help: "detail.refer.help", rank: 3),
        KeyRow(["o"], .reopen, label: "escalation.reopen", help: "escalation.reopen.help", rank: 2),
        KeyRow([.enter], .open, label: "detail.open", help: "detail.open.help", rank: 4),
    ])

    public var keysNow: KeyTable<EscalationScreenCommand, Requirement> {
        KeyTable(EscalationScreen.keys.rows.filter { means($0.command) })
    }

    private func means(_ command: EscalationScreenCommand) -> Bool {
        guard let escalation else { return false }
        switch command {
        case .acknowledge: return !escalation.isAcknowledged
        case .assess, .assign: return escalation.isOpen
        case .resolve: return escalation.status == .inHand
        case .refer, .open: return true
        case .reopen: return !escalation.isOpen
        }
    }
}
