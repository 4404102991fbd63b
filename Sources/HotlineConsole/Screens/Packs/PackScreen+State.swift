import HotlineDomain
import HotlineReports
import TerminalUI

/// A donor's pack before it is given: what the donor will see, what is withheld
/// and why, what is new in it.
public struct PackScreen: ConsoleScreen {
    public static let title = "pack.screen.title"

    let donor: String
    let period: Period
    var pane = DetailPane()
    /// Nil until it is read.
    var view: PackView?
    /// How many of its open months are counted, while that takes long.
    var counting: Counting?

    struct Counting: Hashable, Sendable {
        let done: Int
        let of: Int
    }

    /// What it shows is of before or after this.
    var seen: PackDone?

    public init(_ donor: String, _ period: Period) {
        self.donor = donor
        self.period = period
    }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .packThere ? preview != nil : situation.isMet(requirement)
    }

    var preview: PackPreview? {
        if case .preview(let preview)? = view { preview } else { nil }
    }
}
