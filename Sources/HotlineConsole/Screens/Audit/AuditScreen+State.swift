import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// The journal as an auditor reads it, newest first: who did what, when, and who looked at what.
public struct AuditScreen: ConsoleScreen {
    public static let title = "audit.title"

    var list = ListPane<AuditRow>()
    /// Whose answers the list takes.
    var words = AuditWords()
    /// On a narrow screen the event lies over the list.
    var isLooking = false
    /// There is room for the list and an event beside it.
    var isWide = false

    public init() {}

    public var isWriting: Bool { list.isWriting }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .selection ? list.selected != nil : situation.isMet(requirement)
    }
}
