import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI

/// The supervisor's live view: every line and all of them, hour by hour, who
/// does what and who gave up; and any figure opened to what it is made of.
public struct BoardScreen: ConsoleScreen {
    public static let title = "board.title"

    var date: BusinessDate
    /// Nil until the store has answered.
    var board: QueueBoard?
    /// Kept up to date from here on.
    var heads: Heads?
    /// The hour whose like were looked up in the weeks before.
    var pastHour: Instant?
    var operators: [OperatorNow] = []
    var links: [LinkState] = []
    var logged: [String: LoggedCalls] = [:]
    /// Made when something changed, and once a minute; not for every frame.
    var shown = BoardShown()

    var part = BoardPart.now
    /// Which line's figures are shown: a place in `shown.lines`; the last is all of them.
    var place = BoardScreen.lastPlace
    /// The figure of that line under the cursor, a place in the columns of the part `now`.
    var column = 0
    /// Those of the columns there is room for.
    var columnsShown: [BoardFigure] = []
    /// The hour under the cursor; nil: the one that is now.
    var hour: Int64?
    var lists: [BoardPart: ListWindow<BoardRow>] = [:]
    /// What is opened, over the rest.
    var opened: BoardTarget?
    var behind = ListWindow<BehindRow>.ofWhole

    /// More lines than any hotline has: all of them together stand last.
    private static let lastPlace = 1_000

    public init(_ date: BusinessDate) { self.date = date }

    /// The line that is looked at.
    var line: QueueLine? { shown.lines.indices.contains(place) ? shown.lines[place] : shown.lines.last }

    var selectedHour: BoardHour? {
        shown.hours.first { hour == nil ? $0.time == .now : $0.id == hour } ?? shown.hours.first
    }

    var selectedGivenUp: GivenUp? {
        if case .givenUp(let id)? = opened { return shown.givenUp.first { $0.id == id } }
        guard part == .givenUp, case .givenUp(let visit)? = lists[.givenUp]?.selected else { return nil }
        return visit
    }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        switch requirement {
        case .figure: target != nil
        case .givenUp: selectedGivenUp.map { $0.callBack != .made } ?? false
        default: situation.isMet(requirement)
        }
    }

    /// What Enter opens.
    var target: BoardTarget? {
        switch part {
        case .now:
            line != nil && columnsShown.indices.contains(column) ? .figure(columnsShown[column]) : nil
        case .hours: selectedHour.map { .hour($0.id) }
        case .figures, .waits, .people, .givenUp:
            switch lists[part]?.selected {
            case .figure(let figure)?: .figure(figure)
            case .wait(let step)?: .wait(step.id)
            case .person(let person)?: .person(person.operator)
            case .givenUp(let visit)?: .givenUp(visit.id)
            case nil: nil
            }
        }
    }
}

/// What is drawn, as it was made when something changed.
struct BoardShown: Sendable {
    var lines: [QueueLine] = []
    var hours: [BoardHour] = []
    var understaffed: [BoardHour] = []
    var waits: [WaitHistogram.Step] = []
    var givenUp: [GivenUp] = []
    var coverage = Coverage(open: [], stretches: [], plan: [])
    /// The hours ahead have some advice by the calls of the weeks before.
    var isMeasured: Bool { hours.contains { $0.advice != nil } }
    /// Some switch tells of this hotline's lines.
    var isFed = false
}
