import HotlineDomain
import TerminalUI

/// All SOS: the open ones first, of them those that nobody has acknowledged, the
/// longest waiting on top.
public struct EscalationsScreen: ConsoleScreen {
    public static let title = "escalations.title"

    var list = WorkList<EscalationRow, EscalationFile>(.escalation, openOnly: false)

    public init() {}

    public var isWriting: Bool { list.pane.isWriting }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .selection ? list.pane.selected != nil : situation.isMet(requirement)
    }
}
