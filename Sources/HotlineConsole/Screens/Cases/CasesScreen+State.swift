import HotlineDomain
import TerminalUI

/// The cases, newest first: the open ones, or all.
public struct CasesScreen: ConsoleScreen {
    public static let title = "cases.title"

    var list = WorkList<CaseRow, CaseFile>(.case, openOnly: true)

    public init() {}

    public var isWriting: Bool { list.pane.isWriting }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .selection ? list.pane.selected != nil : situation.isMet(requirement)
    }
}
