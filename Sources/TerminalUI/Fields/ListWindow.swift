/// A window over a list of any size that is read page by page.
///
/// It holds a few pages of rows around the cursor and says which page it
/// wants next; whoever has the list answers with `take`. Nothing in it depends
/// on how long the list is.
public struct ListWindow<Row: Identifiable & Hashable & Sendable>: Hashable, Sendable where Row.ID: Sendable {
    /// A page to be read. Pages hold up to `pageRows` rows, in the order of the list.
    public enum Want: Hashable, Sendable {
        /// The first rows of the list.
        case first
        /// The last rows.
        case last
        /// The rows right after one.
        case after(Row.ID)
        /// The rows right before one.
        case before(Row.ID)
        /// This row (or, if it has gone, the first that comes after its place) and those after it.
        case from(Row.ID)
    }

    /// Rows of one page; a window holds four of them, or three screens where that is more.
    public let pageRows: Int
    /// Rows that are held, a gapless part of the list.
    public private(set) var rows: [Row] = []
    /// Index in `rows` of the cursor.
    public private(set) var cursor = 0
    /// Index in `rows` of the first row that is seen.
    public private(set) var top = 0
    /// Rows seen at once.
    public private(set) var height: Int
    private var reachesStart = false
    private var reachesEnd = false
    /// The page that replaces all that is held.
    private var jump: Want? = .first
    /// The row that a refresh puts the cursor on again.
    private var kept: Row.ID?
    /// Rows still to be moved when the page that is wanted has come.
    private var owed = 0

    public init(pageRows: Int = 200, height: Int = 20) {
        self.pageRows = max(1, pageRows)
        self.height = max(1, height)
    }

    /// The row under the cursor.
    public var selected: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }
    /// The rows that are seen.
    public var visible: ArraySlice<Row> { rows[top..<min(rows.count, top + height)] }
    /// Whether there is more above and below what is seen, for the marks at the edges.
    public var hasMoreAbove: Bool { top > 0 || !(reachesStart || rows.isEmpty) }
    public var hasMoreBelow: Bool { top + height < rows.count || !(reachesEnd || rows.isEmpty) }
    /// True when the list has been read and there is nothing in it.
    public var isEmpty: Bool { rows.isEmpty && jump == nil }

    /// The page to be read now, if any: ask until it is nil, before drawing.
    public var want: Want? {
        if let jump { return jump }
        guard let first = rows.first, let last = rows.last else { return nil }
        // A whole screen is kept ready on either side of the seen one.
        if !reachesEnd, rows.count - (top + height) < height || owed > 0 { return .after(last.id) }
        if !reachesStart, top < height || owed < 0 { return .before(first.id) }
        return nil
    }
}

// MARK: - Moving

extension ListWindow {
    /// Answers the keys of `MoveCommand.listKeys`; false for any other.
    public mutating func handle(_ key: Key) -> Bool {
        guard let row = MoveCommand.listKeys.row(for: key) else { return false }
        move(row.command)
        return true
    }

    public mutating func move(_ command: MoveCommand) {
        switch command {
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: page(-1)
        case .pageDown: page(1)
        case .first:
            if reachesStart { place(0) } else { go(to: .first) }
        case .last:
            if reachesEnd { place(rows.count - 1) } else { go(to: .last) }
        }
    }

    public mutating func resize(height: Int) {
        self.height = max(1, height)
        keepCursorInSight()
    }

    /// Forgets what is held and goes to another part of the list, its rows unread yet.
    public mutating func go(to want: Want) {
        jump = want
        kept = nil
        owed = 0
    }

    /// Reads the seen part anew, after the list has changed; the cursor stays
    /// on its row and the row on its line.
    public mutating func refresh() {
        guard jump == nil else { return }
        kept = selected?.id
        owed = 0
        jump = reachesStart && top == 0 || rows.isEmpty ? .first : .from(rows[top].id)
    }

    /// The cursor on a row that is held; false if it is not.
    @discardableResult
    public mutating func select(_ id: Row.ID) -> Bool {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return false }
        place(index)
        return true
    }

    private mutating func move(by count: Int) {
        let target = cursor + owed + count
        let reached = min(max(0, target), max(0, rows.count - 1))
        place(reached)
        let left = target - reached
        owed = left > 0 && !reachesEnd || left < 0 && !reachesStart ? left : 0
    }

    /// A page moves the rows with the cursor, which stays on its line of the screen.
    private mutating func page(_ direction: Int) {
        let line = cursor - top
        let step = direction * max(1, height - 1)
        move(by: step)
        guard owed == 0, !rows.isEmpty else { return }
        top = min(max(0, cursor - line), max(0, rows.count - height))
        keepCursorInSight()
    }

    private mutating func place(_ index: Int) {
        cursor = min(max(0, index), max(0, rows.count - 1))
        owed = 0
        keepCursorInSight()
    }

    private mutating func keepCursorInSight() {
        if cursor < top { top = cursor }
        if cursor >= top + height { top = cursor - height + 1 }
        // No empty rows below the end while there are rows above.
        top = min(top, max(0, rows.count - height))
    }
}

// MARK: - Reading

extension ListWindow {
    /// Takes the page that was wanted. Fewer rows than `pageRows` mean that the
    /// list ends there.
    public mutating func take(_ page: [Row], for want: Want) {
        // An answer to what is no longer asked.
        guard self.want == want else { return }
        switch want {
        case .first: start(page, atStart: true, atEnd: page.count < pageRows, cursorAt: 0)
        case .last: start(page, atStart: page.count < pageRows, atEnd: true, cursorAt: page.count - 1)
        case .from: takeFrom(page)
        case .after:
            rows += page
            if page.count < pageRows { reachesEnd = true }
            trimFront()
        case .before:
            rows = page + rows
            cursor += page.count
            top += page.count
            if page.count < pageRows { reachesStart = true }
            trimBack()
        }
        if owed != 0 {
            let count = owed
            owed = 0
            move(by: count)
        }
        keepCursorInSight()
    }

    private mutating func start(_ page: [Row], atStart: Bool, atEnd: Bool, cursorAt index: Int) {
        // A row that has gone leaves the cursor on its line.
        let index = kept == nil ? index : cursor - top
        rows = page
        reachesStart = atStart
        reachesEnd = atEnd
        jump = nil
        top = 0
        place(kept.flatMap { id in page.firstIndex { $0.id == id } } ?? index)
        kept = nil
    }

    private mutating func takeFrom(_ page: [Row]) {
        // Past the end there is nothing: what is left is before it.
        guard !page.isEmpty else {
            jump = .last
            return
        }
        start(page, atStart: false, atEnd: page.count < pageRows, cursorAt: 0)
    }

    private mutating func trimFront() {
        let surplus = min(rows.count - 4 * pageRows, top - height)
        guard surplus > 0 else { return }
        rows.removeFirst(surplus)
        cursor -= surplus
        top -= surplus
        reachesStart = false
    }

    private mutating func trimBack() {
        let surplus = min(rows.count - 4 * pageRows, rows.count - (top + 2 * height))
        guard surplus > 0 else { return }
        rows.removeLast(surplus)
        reachesEnd = false
    }
}
