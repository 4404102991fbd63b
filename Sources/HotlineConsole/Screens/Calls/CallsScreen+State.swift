import HotlineDomain
import HotlineStore
import TerminalUI

/// All calls, newest first: found by what one types, or by a date.
public struct CallsScreen: ConsoleScreen {
    public static let title = "calls.title"

    var list = ListPane<CallRow>()
    /// What is shown before anything is typed: all of them, or those behind a figure.
    let base: CallFilter
    /// Whose answer the list is: the base, and what was typed.
    var filter: CallFilter
    /// The call under the cursor with its words, once it is read.
    var file: CallFile?
    /// The call that was asked for last.
    var asked: CallID?
    /// On a narrow screen the call lies over the list.
    var isLooking = false
    /// There is room for the list and a call beside it.
    var isWide = false

    public init(_ filter: CallFilter = CallFilter()) {
        base = filter
        self.filter = filter
    }

    public var isWriting: Bool { list.isWriting }
    var selected: Call? { list.selected?.call }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        switch requirement {
        case .selection: selected != nil
        case .finalCall: selected?.status == .final
        case .mayAmend: selected.map { situation.has(.supervisor) || situation.isMine($0) } ?? false
        case .hasEscalation: selected?.escalation != nil
        default: situation.isMet(requirement)
        }
    }
}
