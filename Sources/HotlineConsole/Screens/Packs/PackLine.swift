import HotlineDomain
import HotlineReports

/// A donor's pack of a period in the list of all: given, or to be given.
public struct PackLine: Hashable, Sendable, Identifiable {
    public enum State: Hashable, Sendable {
        /// Who signed for it first.
        case given(Stamp)
        /// The day it was to be there by, and is not.
        case overdue(BusinessDate)
        case due(BusinessDate)
        /// The period is not over.
        case running(BusinessDate)
    }

    let donor: String
    let name: String
    let period: Period
    let state: State

    public var id: [String] { [donor, period.name] }
}

/// A pack looked at, or why there is none.
public enum PackView: Sendable {
    case preview(PackPreview)
    case refused(Refusal)
}
