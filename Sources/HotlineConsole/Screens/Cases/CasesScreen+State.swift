import HotlineDomain
import TerminalUI

/// The cases, newest first: the open ones, or all.
public struct CasesScreen: WorkListScreen {
    public static let title = "cases.title"

    var list = WorkList<CaseRow, CaseFile>(.case, openOnly: true)

    public init() {}
}
