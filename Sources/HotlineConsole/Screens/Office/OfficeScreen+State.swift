import HotlineDomain
import TerminalUI
import Wording

/// The place of those who answer no calls: the parts of the console that are
/// their duty, and nothing of anybody's words.
public struct OfficeScreen: ConsoleScreen {
    public static let title = "office.title"

    var window = ListWindow<OfficePlace>.ofWhole
    /// What this person's roles lead to.
    let places: [OfficePlace]

    public init(_ situation: Situation) { places = situation.person?.officePlaces ?? [] }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .selection ? window.selected != nil : situation.isMet(requirement)
    }
}

/// A part of the console that does without a desk.
public enum OfficePlace: String, CaseIterable, Hashable, Sendable, Identifiable {
    case reports, months, registers, shift, admin, audit

    public var id: OfficePlace { self }

    var route: Route {
        switch self {
        case .reports: .reports
        case .months: .months
        case .registers: .registers(.mission)
        case .shift: .shift
        case .admin: .admin
        case .audit: .audit
        }
    }

    /// As on the desk: one word and one key for one thing.
    var label: String { "desk.\(rawValue)" }
}

extension Operator {
    /// The parts that somebody without a desk has.
    var officePlaces: [OfficePlace] { OfficePlace.allCases.filter { mayOpen($0.route) } }

    /// Where somebody who has signed in begins: the desk, for who answers; the
    /// one part that somebody has, else a choice of them.
    var home: [Route] {
        if may(.answerCalls) { return [.desk] }
        return [.office] + (officePlaces.count == 1 ? officePlaces.map(\.route) : [])
    }

    /// False for a switch's feed, which writes and reads nothing.
    var hasScreens: Bool { may(.answerCalls) || !officePlaces.isEmpty }
}
