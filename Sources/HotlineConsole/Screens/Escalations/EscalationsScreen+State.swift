import HotlineDomain
import TerminalUI

/// All SOS: the open ones first, of them those that nobody has acknowledged, the
/// longest waiting on top.
public struct EscalationsScreen: WorkListScreen {
    public static let title = "escalations.title"

    var list = WorkList<EscalationRow, EscalationFile>(.escalation, openOnly: false)

    public init() {}

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        switch requirement {
        case .selection: list.pane.selected != nil
        case .open: list.pane.selected?.escalation.isOpen ?? false
        default: situation.isMet(requirement)
        }
    }
}
