import HotlineDomain
import TerminalUI

public enum ReferralScreenCommand: Hashable, Sendable {
    case consent, send, accept, reject, start, chase, end, giveUp, revoke, full
    case unmask, open
}

extension ReferralScreen {
    public static let keys = KeyTable<ReferralScreenCommand, Requirement>([
        KeyRow(["c"], .consent, label: "referral.ask_consent", help: "referral.ask_consent.help", rank: 1),
        KeyRow(["d"], .send, label: "referral.send", help: "referral.send.help", rank: 1),
        KeyRow(["a"], .accept, label: "referral.accept", help: "referral.accept.help", rank: 1),
        KeyRow(["r"], .reject, label: "referral.reject", help: "referral.reject.help", rank: 2),
        KeyRow(["b"], .start, label: "referral.start", help: "referral.start.help", rank: 1),
        KeyRow(["h"], .chase, label: "referral.chase", help: "referral.chase.help", rank: 3),
        KeyRow(["e"], .end, label: "referral.end", help: "referral.end.help", rank: 2),
        KeyRow(["u"], .giveUp, label: "referral.give_up", help: "referral.give_up.help", rank: 4),
        KeyRow(
            ["x"], .revoke, label: "referral.revoke", help: "referral.revoke.help", isDangerous: true, rank: 6),
        KeyRow(["o"], .full, label: "referral.full", help: "referral.full.help", rank: 7),
        KeyRow(
            ["v"], .unmask, label: "providers.unmask", help: "providers.unmask.help",
            needs: [.dutyUnmask, .confidentialAddress], rank: 8),
        KeyRow([.enter], .open, label: "detail.open", help: "detail.open.help", rank: 5),
    ])

    public var keysNow: KeyTable<ReferralScreenCommand, Requirement> {
        KeyTable(ReferralScreen.keys.rows.filter { means($0.command) })
    }

    private func means(_ command: ReferralScreenCommand) -> Bool {
        guard let status = referral?.status else { return false }
        switch command {
        case .consent: return status == .draft
        case .send: return status == .ready
        case .accept, .reject, .chase, .giveUp: return status == .sent
        case .start: return status == .accepted
        case .end: return status == .accepted || status == .inService
        case .revoke: return !status.hasEnded
        case .full: return (status == .ready || status == .sent) && isForPlace
        case .unmask, .open: return true
        }
    }
}
