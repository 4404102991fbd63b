/// One place of the screen: a scalar that takes room, up to four marks on it,
/// and what it is there for.
public struct Cell: Hashable, Sendable {
    /// As many marks as a terminal library keeps in one place.
    public static let marksMax = 4
    public static let empty = Cell(" ")

    public let scalar: Unicode.Scalar
    /// 1, 2, or 0 for the second half of a wide cell.
    public let width: UInt8
    public var role: Role
    private var marks: SIMD4<UInt32> = .zero

    public init(_ scalar: Unicode.Scalar, width: UInt8 = 1, role: Role = .text) {
        self.scalar = scalar
        self.width = width
        self.role = role
    }

    /// The second half of a wide cell.
    static func trailingHalf(role: Role) -> Cell { Cell(" ", width: 0, role: role) }

    public var isTrailingHalf: Bool { width == 0 }

    /// The scalar's own value and those of its marks, in order.
    public func forEachScalar(_ body: (UInt32) -> Void) {
        body(scalar.value)
        for index in 0..<Cell.marksMax where marks[index] != 0 { body(marks[index]) }
    }

    mutating func add(mark: Unicode.Scalar) {
        for index in 0..<Cell.marksMax where marks[index] == 0 {
            marks[index] = mark.value
            return
        }
    }

    /// What a reader sees here; empty for the second half of a wide cell.
    public var text: String {
        guard !isTrailingHalf else { return "" }
        var view = String.UnicodeScalarView()
        forEachScalar { value in
            if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        }
        return String(view)
    }
}

/// Reads a text cell by cell, with everything gone that may not be shown.
struct CellReader: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var pending: Unicode.Scalar?
    private let role: Role
    private let glyphs: GlyphSet

    init(_ text: String, role: Role, glyphs: GlyphSet) {
        scalars = text.unicodeScalars.makeIterator()
        self.role = role
        self.glyphs = glyphs
    }

    mutating func next() -> Cell? {
        while let scalar = pending ?? scalars.next() {
            pending = nil
            switch ScalarKind(scalar) {
            case .dropped: continue
            case .blank:
                // CR LF is one line end.
                if scalar == "\r" { skipLineFeed() }
                return withMarks(Cell(" ", role: role))
            // A mark with nothing to stand on stands on a space.
            case .mark:
                var cell = Cell(" ", role: role)
                cell.add(mark: scalar)
                return withMarks(cell)
            case .narrow: return withMarks(Cell(glyphs.shown(scalar), role: role))
            case .wide: return withMarks(Cell(scalar, width: 2, role: role))
            case .unknown: return withMarks(Cell(glyphs.unknown, role: role))
            }
        }
        return nil
    }

    private mutating func skipLineFeed() {
        guard let following = scalars.next() else { return }
        if following != "\n" { pending = following }
    }

    private mutating func withMarks(_ base: Cell) -> Cell {
        guard pending == nil else { return base }
        var cell = base
        while let scalar = scalars.next() {
            // Printable ASCII is what nearly always follows.
            if (0x20..<0x7F).contains(scalar.value) {
                pending = scalar
                return cell
            }
            switch ScalarKind(scalar) {
            case .dropped: continue
            case .mark: cell.add(mark: scalar)
            case .blank, .narrow, .wide, .unknown:
                pending = scalar
                return cell
            }
        }
        return cell
    }
}
