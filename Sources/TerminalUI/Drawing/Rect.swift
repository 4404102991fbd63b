/// How large a screen is.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

    /// Never less than nothing.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A place on the screen; the first column and row are 0.
public struct Point: Hashable, Sendable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// A part of the screen. Cutting more off than there is leaves nothing, never
/// less than nothing, so a layout for 80x24 also holds at 1x1.
public struct Rect: Hashable, Sendable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int

    public init(x: Int = 0, y: Int = 0, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public var right: Int { x + width }
    public var bottom: Int { y + height }
    public var size: Size { Size(columns: width, rows: height) }
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// The first rows and the rest.
    public func cutTop(_ rows: Int) -> (top: Rect, rest: Rect) {
        let rows = min(max(0, rows), height)
        return (
            Rect(x: x, y: y, width: width, height: rows),
            Rect(x: x, y: y + rows, width: width, height: height - rows)
        )
    }

    /// The last rows and the rest.
    public func cutBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
        let (rest, bottom) = cutTop(height - min(max(0, rows), height))
        return (rest, bottom)
    }

    /// The first columns and the rest.
    public func cutLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
        let columns = min(max(0, columns), width)
        return (
            Rect(x: x, y: y, width: columns, height: height),
            Rect(x: x + columns, y: y, width: width - columns, height: height)
        )
    }

    /// The last columns and the rest.
    public func cutRight(_ columns: Int) -> (rest: Rect, right: Rect) {
        let (rest, right) = cutLeft(width - min(max(0, columns), width))
        return (rest, right)
    }

    public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        cutLeft(left).rest.cutRight(right).rest.cutTop(top).rest.cutBottom(bottom).rest
    }

    /// A part of the wanted size, or as much of it as there is room for, in the middle.
    public func centred(width wanted: Int, height wantedHeight: Int) -> Rect {
        let columns = min(max(0, wanted), width)
        let rows = min(max(0, wantedHeight), height)
        return Rect(x: x + (width - columns) / 2, y: y + (height - rows) / 2, width: columns, height: rows)
    }

    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(
            x: left, y: top,
            width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
    }

    public func contains(x: Int, y: Int) -> Bool {
        x >= self.x && x < right && y >= self.y && y < bottom
    }
}
