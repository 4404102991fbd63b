import HotlineDomain
import HotlineReports
import TerminalUI

/// Every month and how it stands: what to look at before one is closed, and
/// what a closed one came to.
public struct MonthsScreen: ConsoleScreen {
    public static let title = "months.title"

    /// The latest on top.
    var months = ListWindow<MonthState>.ofWhole
    /// The store has answered: what is not there is not there.
    var isRead = false
    /// What is known of the month under the cursor; nil until it is read.
    var shown: MonthView?
    /// When an open month was looked through.
    var looked: Instant?

    public init() {}

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        switch requirement {
        case .selection: months.selected != nil
        case .monthToClose: months.selected?.status == .open
        case .draftsLeft: !(check?.unended.calls.isEmpty ?? true)
        default: situation.isMet(requirement)
        }
    }

    /// Of the month under the cursor, while it is open.
    var check: MonthCheck? {
        guard case .open(let check)? = shown, check.month == months.selected?.month else { return nil }
        return check
    }
}

/// A month as it was closed, or as it stands.
public enum MonthView: Sendable {
    case closed(ClosedMonth, digest: String)
    case open(MonthCheck)

    var month: Period {
        switch self {
        case .closed(let month, _): month.period
        case .open(let check): check.month
        }
    }
}
