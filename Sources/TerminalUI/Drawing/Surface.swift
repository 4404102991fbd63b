/// One whole screen as a value: cells and a cursor.
///
/// A view draws on it, a test compares its `text`, a terminal shows what
/// changed since the last one. Drawing outside is no error: it is cut off.
public struct Surface: Sendable {
    public let size: Size
    public let glyphs: GlyphSet
    /// Where the terminal's cursor stands, on the whole screen; nil hides it.
    public private(set) var cursor: Point?
    private(set) var cells: [Cell]
    /// The part that is drawn on now; coordinates count from its corner.
    private var area: Rect
    /// What of that part really is on the screen and in its parents.
    private var clip: Rect

    public init(_ size: Size, glyphs: GlyphSet = .utf8) {
        self.size = size
        self.glyphs = glyphs
        cells = Array(repeating: .empty, count: size.columns * size.rows)
        area = Rect(width: size.columns, height: size.rows)
        clip = area
    }

    public init(columns: Int, rows: Int, glyphs: GlyphSet = .utf8) {
        self.init(Size(columns: columns, rows: rows), glyphs: glyphs)
    }

    /// The part that is drawn on now, in its own coordinates.
    public var bounds: Rect { Rect(width: area.width, height: area.height) }
    public var width: Int { area.width }
    public var height: Int { area.height }

    /// The cell at a place of the whole screen; empty outside it.
    public subscript(x: Int, y: Int) -> Cell {
        guard x >= 0, y >= 0, x < size.columns, y < size.rows else { return .empty }
        return cells[y * size.columns + x]
    }

    /// Draws on a part as if it were the whole: its corner is 0, 0 and nothing leaves it.
    public mutating func draw(in rect: Rect, _ body: (inout Surface) -> Void) {
        let outer = (area: area, clip: clip)
        area = Rect(x: area.x + rect.x, y: area.y + rect.y, width: rect.width, height: rect.height)
        clip = clip.intersection(area)
        body(&self)
        area = outer.area
        clip = outer.clip
    }

    /// Puts the terminal's cursor at a place, if that place can be seen.
    public mutating func showCursor(x: Int, y: Int) {
        let place = Point(x: area.x + x, y: area.y + y)
        cursor = clip.contains(x: place.x, y: place.y) ? place : nil
    }

    public mutating func hideCursor() { cursor = nil }

    /// Empties a part, all of the present one if none is named.
    public mutating func fill(_ rect: Rect? = nil, _ scalar: Unicode.Scalar = " ", role: Role = .text) {
        let rect = rect ?? bounds
        let cell = Cell(glyphs.shown(scalar), role: role)
        let visible = clip.intersection(
            Rect(x: area.x + rect.x, y: area.y + rect.y, width: rect.width, height: rect.height))
        for y in visible.y..<visible.bottom {
            for x in visible.x..<visible.right { set(cell, x: x - area.x, y: y - area.y) }
        }
    }

    /// Gives what was drawn in a part the look of the selected row; alarms in it stay alarms.
    public mutating func select(_ rect: Rect) {
        changeRoles(in: rect) { $0.whenSelected }
    }

    /// Gives what was drawn in a part another role.
    public mutating func changeRoles(in rect: Rect, to change: (Role) -> Role) {
        let visible = clip.intersection(
            Rect(x: area.x + rect.x, y: area.y + rect.y, width: rect.width, height: rect.height))
        for y in visible.y..<visible.bottom {
            for x in visible.x..<visible.right {
                let index = y * size.columns + x
                cells[index].role = change(cells[index].role)
            }
        }
    }

    /// Puts one cell at a place of the present part; one that has no room for its
    /// second half becomes a space, and a wide cell that loses one half loses both.
    mutating func set(_ cell: Cell, x: Int, y: Int) {
        let column = area.x + x
        let row = area.y + y
        guard clip.contains(x: column, y: row) else { return }
        let index = row * size.columns + column
        clearOtherHalf(at: index, column: column)
        guard cell.width == 2 else {
            cells[index] = cell
            return
        }
        guard clip.contains(x: column + 1, y: row) else {
            cells[index] = Cell(" ", role: cell.role)
            return
        }
        clearOtherHalf(at: index + 1, column: column + 1)
        cells[index] = cell
        cells[index + 1] = .trailingHalf(role: cell.role)
    }

    private mutating func clearOtherHalf(at index: Int, column: Int) {
        let old = cells[index]
        if old.width == 0, column > 0 {
            cells[index - 1] = Cell(" ", role: cells[index - 1].role)
        } else if old.width == 2, column + 1 < size.columns {
            cells[index + 1] = Cell(" ", role: old.role)
        }
    }
}

extension Surface: Equatable {
    public static func == (a: Surface, b: Surface) -> Bool {
        a.size == b.size && a.cursor == b.cursor && a.cells == b.cells
    }
}
