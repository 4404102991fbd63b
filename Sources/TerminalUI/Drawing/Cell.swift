/// One place of the screen: a scalar that takes room, up to four marks on it,
/// and what it is there for.
///
/// Packed into 16 bytes, because a screen is compared with the one before it
/// at every key: 21 bits for each scalar, 8 for the role, 2 for the width.
public struct Cell: Hashable, Sendable {
    /// As many marks as a terminal library keeps in one place.
    public static let marksMax = 4
    public static let empty = Cell(" ")

    private static let scalarBits: UInt64 = 21
    private static let scalarMask: UInt64 = (1 << 21) - 1
    private static let roleShift: UInt64 = 42
    private static let widthShift: UInt64 = 50

    /// The scalar and the first two marks, from the lowest bits up.
    private var front: UInt64
    /// The last two marks, the role, the width.
    private var back: UInt64

    public init(_ scalar: Unicode.Scalar, width: UInt8 = 1, role: Role = .text) {
        front = UInt64(scalar.value)
        back = UInt64(role.rawValue) << Cell.roleShift | UInt64(width) << Cell.widthShift
    }

    /// The second half of a wide cell.
    static func trailingHalf(role: Role) -> Cell { Cell(" ", width: 0, role: role) }

    public var scalar: Unicode.Scalar { Unicode.Scalar(UInt32(front & Cell.scalarMask)) ?? " " }

    /// 1, 2, or 0 for the second half of a wide cell.
    public var width: Int { Int(back >> Cell.widthShift & 3) }

    public var isTrailingHalf: Bool { width == 0 }

    public var role: Role {
        get { Role(rawValue: UInt8(truncatingIfNeeded: back >> Cell.roleShift)) ?? .text }
        set { back = back & ~(0xFF << Cell.roleShift) | UInt64(newValue.rawValue) << Cell.roleShift }
    }

    /// The scalar's own value and those of its marks, in order.
    public func forEachScalar(_ body: (UInt32) -> Void) {
        body(UInt32(front & Cell.scalarMask))
        for index in 0..<Cell.marksMax {
            let value = mark(index)
            guard value != 0 else { return }
            body(value)
        }
    }

    /// One mark more; the fifth is not shown.
    mutating func add(mark scalar: Unicode.Scalar) {
        guard let index = (0..<Cell.marksMax).first(where: { mark($0) == 0 }) else { return }
        let value = UInt64(scalar.value)
        if index < 2 {
            front |= value << (Cell.scalarBits * UInt64(index + 1))
        } else {
            back |= value << (Cell.scalarBits * UInt64(index - 2))
        }
    }

    private func mark(_ index: Int) -> UInt32 {
        let bits =
            index < 2 ? front >> (Cell.scalarBits * UInt64(index + 1)) : back >> (Cell.scalarBits * UInt64(index - 2))
        return UInt32(bits & Cell.scalarMask)
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
