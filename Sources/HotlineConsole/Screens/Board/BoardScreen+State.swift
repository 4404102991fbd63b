import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI

/// The supervisor's live view: every line and all of them, who does what, and
/// any figure opened to its formula and the visits behind it.
public struct BoardScreen: ConsoleScreen {
    public static let title = "board.title"

    /// Nil until the store has answered.
    var news: BoardNews?
    var day: QueueDay?
    /// Kept up to date from here on.
    var position: Int64?
    var date: BusinessDate
    /// Every visit of the day by its id, for what stands behind a figure.
    var visits: [VisitID: Visit] = [:]
    /// Which line's figures are shown: a place in `lines`; the last is all of them.
    var place = 0
    var figures = ListWindow<FigureRow>.ofWhole
    /// The figure is opened: its formula, and who is counted in it.
    var isOpen = false

    public init(_ date: BusinessDate) { self.date = date }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .figure ? figures.selected != nil : situation.isMet(requirement)
    }

    /// The hotline's lines, what the switch calls by other names, and all together.
    func lines(_ situation: Situation) -> [QueueLine] {
        guard let day else { return [] }
        let isFed = !day.lines.isEmpty || !(news?.links.isEmpty ?? true)
        let each = QueueLine.of(day, situation.hotline, isFed: isFed, at: situation.now)
        let all = QueueLine(
            line: nil, counts: isFed ? day.all : nil, longestWait: day.longestWait(at: situation.now))
        return each.count > 1 ? each + [all] : each
    }

    struct FigureRow: Hashable, Sendable, Identifiable {
        let figure: BoardFigure
        var id: BoardFigure { figure }
    }
}

/// What a board learns at once: all of a day, or what has changed since.
public struct BoardNews: Sendable {
    public let date: BusinessDate
    /// Nil: everything of the day is in `visits`.
    public let after: Int64?
    public let position: Int64
    public let visits: [Visit]
    public let operators: [OperatorNow]
    public let links: [LinkState]
    /// What operators did today.
    public let stretches: [DutyStretch]
    /// The same weekday a week before, up to the same time of day.
    public let weekBefore: QueueCounts
}
