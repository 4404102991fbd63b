import HotlineDomain
import TerminalUI

/// What the lists of SOS, cases and referrals do alike: read, narrow, move, and
/// show beside the list what is under the cursor.
protocol WorkListScreen: ConsoleScreen {
    associatedtype Row: Identifiable & Hashable & Sendable where Row.ID: Sendable
    associatedtype File: Sendable

    var list: WorkList<Row, File> { get set }
    static var pageQuery: (WorkFilter, ListWant<Row>, Int) -> Query { get }
    static var fileQuery: (Row.ID) -> Query { get }
    /// The page in an answer, or what was read of one row; nil where it is about something else.
    static func page(in answer: Answer) -> (Page<Row>, WorkFilter)?
    static func file(in answer: Answer) -> (File?, Row.ID)?
    mutating func perform(_ command: KeyCommand, _ situation: Situation) -> [Effect]
}

extension WorkListScreen {
    public var isWriting: Bool { list.pane.isWriting }

    public func isMet(_ requirement: Requirement, _ situation: Situation) -> Bool {
        requirement == .selection ? list.pane.selected != nil : situation.isMet(requirement)
    }

    public mutating func update(
        _ message: ScreenMessage<KeyCommand>, _ situation: Situation, _ around: Surroundings
    ) -> [Effect] {
        switch message {
        case .opened, .changed: list.refresh(situation)
        case .command(let command): return perform(command, situation)
        case .key(let key): return list.handle(key, situation) ? [] : [.back]
        case .answered(let answer):
            if let (page, filter) = Self.page(in: answer) { return list.take(page, filter, Self.pageQuery) }
            if let (file, id) = Self.file(in: answer) { list.show(file, id) }
        case .save, .chosen, .performed, .refused: break
        }
        return []
    }

    public mutating func layOut(_ size: Size, _ situation: Situation) -> [Effect] {
        let layout = ListLayout(size)
        list.pane.resize(height: layout.list.height)
        return list.page(Self.pageQuery) + (layout.side == nil ? [] : list.askShown(Self.fileQuery))
    }
}
