import HotlineDomain
import TerminalUI

/// What donors were given, and what they are to be given by which day.
public struct PacksScreen: ConsoleScreen {
    public static let title = "packs.title"

    var list = ListWindow<PackLine>.ofWhole
    var isRead = false

    public init() {}

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .selection ? list.selected != nil : situation.isMet(requirement)
    }
}
