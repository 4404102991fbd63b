import HotlineDomain
import TerminalUI

/// Shelters and who has a place in them: taken in and left here.
public struct StaysScreen: ConsoleScreen {
    public static let title = "stays.title"

    /// Those who stay now, by shelter, as they came.
    var window = ListWindow<StayRow>.ofWhole

    public init() {}

    var selected: StayRow? { window.selected }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .selection ? selected != nil : situation.isMet(requirement)
    }
}

/// One stay, as it is listed.
struct StayRow: Hashable, Sendable, Identifiable {
    let stay: Stay
    var id: StayID { stay.id }
}
