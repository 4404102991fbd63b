import HotlineDomain
import TerminalUI

/// One SOS: the call it came from, whose it is, what has been done about it.
public struct EscalationScreen: ConsoleScreen {
    public static let title = "escalation.title"

    let id: EscalationID
    var file: EscalationFile?
    var referrals: [Referral] = []
    var history: [HistoryRow] = []
    var pane = DetailPane()

    public init(_ id: EscalationID) { self.id = id }

    var subject: Subject { Subject(.escalation, id.raw) }
    var escalation: Escalation? { file?.escalation }
}
