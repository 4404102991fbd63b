import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// A list of escalations, cases or referrals, and of the one under the cursor
/// what is shown beside it where there is room.
struct WorkList<Row: Identifiable & Hashable & Sendable, File: Sendable>: Sendable where Row.ID: Sendable {
    let kind: SubjectKind
    var pane = ListPane<Row>(pageRows: 60)
    var openOnly: Bool
    private(set) var lateOnly = false
    /// Whose answers the list takes.
    private(set) var filter: WorkFilter?
    private(set) var shown: (id: Row.ID, file: File)?
    private var asked: Row.ID?

    init(_ kind: SubjectKind, openOnly: Bool) {
        self.kind = kind
        self.openOnly = openOnly
    }

    /// Somebody may have changed something: everything is read again.
    mutating func refresh(_ situation: Situation) {
        narrow(situation)
        pane.refresh()
        asked = nil
    }

    mutating func toggle(_ situation: Situation) {
        openOnly.toggle()
        narrow(situation)
    }

    mutating func toggleLate(_ situation: Situation) {
        lateOnly.toggle()
        narrow(situation)
    }

    private mutating func narrow(_ situation: Situation) {
        let wanted = WorkFilter(
            openOnly: openOnly, lateOnly: lateOnly, typed: pane.filter.text, kind, situation.hotline)
        guard wanted != filter else { return }
        filter = wanted
        pane.readAnew()
    }

    /// False for Esc that nothing here has a use for.
    mutating func handle(_ key: Key, _ situation: Situation) -> Bool {
        switch pane.handle(key, today: situation.live.businessDate) {
        case .filtered: narrow(situation)
        case .ignored: return key != .escape
        case .moved, .jump, .noDate, .chosen: break
        }
        return true
    }

    /// The page to be read now, by a question about it.
    mutating func page(_ query: (WorkFilter, ListWant<Row>, Int) -> Query) -> [Effect] {
        guard let filter, let want = pane.want() else { return [] }
        return [.load(query(filter, want, pane.window.pageRows))]
    }

    /// Takes a page; a search that is not at its end goes on when no key waits.
    mutating func take(
        _ page: Page<Row>, _ filter: WorkFilter, _ query: (WorkFilter, ListWant<Row>, Int) -> Query
    ) -> [Effect] {
        guard filter == self.filter, let rest = pane.take(page) else { return [] }
        return [.loadWhenIdle(query(filter, rest, pane.window.pageRows))]
    }

    /// What is under the cursor, if it has not been asked for yet.
    mutating func askShown(_ query: (Row.ID) -> Query) -> [Effect] {
        guard let id = pane.selected?.id, id != asked else { return [] }
        asked = id
        return [.load(query(id))]
    }

    mutating func show(_ file: File?, _ id: Row.ID) {
        guard id == asked else { return }
        shown = file.map { (id, $0) }
    }

    /// What is known of the row under the cursor.
    var file: File? { shown.flatMap { $0.id == pane.selected?.id ? $0.file : nil } }
}

/// Where a list and what is shown beside it stand.
struct ListLayout {
    let heading: Rect
    let list: Rect
    /// Where what is under the cursor is shown; nil below 100 columns.
    let side: Rect?

    init(_ size: Size) {
        let whole = Rect(width: size.columns, height: size.rows)
        let hasSide = size.columns >= DetailPane.columnsForTwo
        let width = hasSide ? HeadedLayout.listWidth(size) : size.columns
        let left = whole.cutLeft(width).left
        (heading, list) = left.cutTop(1)
        side = hasSide ? whole.cutLeft(width + 1).rest : nil
    }
}

extension WorkList {
    private var empty: String {
        if pane.isFiltered { return "list.nothing_fits" }
        if lateOnly { return "list.nothing_late" }
        return openOnly ? "list.nothing_open" : "list.nothing"
    }

    /// The heading, the rows, and beside them what is under the cursor.
    func draw(
        on surface: inout Surface, title: String, _ situation: Situation,
        row: (Row, inout Surface) -> Void, sheet: (File, Int) -> Sheet
    ) {
        let layout = ListLayout(surface.bounds.size)
        let say = situation.say
        let used = surface.put(say(title), x: 1, y: layout.heading.y, role: .heading)
        surface.put(
            say(lateOnly ? "list.late_only" : openOnly ? "list.open_only" : "list.all"), x: used + 4,
            y: layout.heading.y, role: .faint,
            maxWidth: max(0, layout.heading.width - used - 5))
        pane.draw(
            on: &surface, in: layout.list, say, isActive: true, empty: empty,
            row)
        guard let side = layout.side else { return }
        surface.verticalLine(x: layout.list.right)
        guard let file else { return }
        surface.draw(in: side) { sheet(file, $0.width).lines.draw(on: &$0) }
    }
}
