/// What one scalar becomes on the screen.
///
/// Callers' words reach the screen of somebody who decides about their safety,
/// so nothing in a text may move the cursor, turn the direction of reading or
/// hide: such scalars are dropped before they become cells.
enum ScalarKind: Equatable {
    /// Drawn not at all: controls, direction marks, joiners, variation selectors, tags.
    case dropped
    /// Drawn as one empty cell: spaces of all sorts, tabs and line ends.
    case blank
    /// Drawn on top of the cell before it.
    case mark
    case narrow
    case wide
    /// No known shape (unassigned, private use): drawn as U+FFFD.
    case unknown

    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x300 {
            self = Self.latin(value)
        } else if (0x400...0x482).contains(value) || (0x2500...0x25CF).contains(value) {
            self = .narrow
        } else {
            self = Self.beyondLatin(scalar)
        }
    }

    var width: Int {
        switch self {
        case .dropped, .mark: 0
        case .blank, .narrow, .unknown: 1
        case .wide: 2
        }
    }

    private static func latin(_ value: UInt32) -> ScalarKind {
        switch value {
        case 0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x85: .blank
        case 0x21...0x7E: .narrow
        case 0xA1...0x2FF: value == 0xAD ? .dropped : .narrow
        default: .dropped
        }
    }

    private static func beyondLatin(_ scalar: Unicode.Scalar) -> ScalarKind {
        let value = scalar.value
        switch value {
        case 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
            0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            return .dropped
        case 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F:
            return .blank
        default:
            break
        }
        switch scalar.properties.generalCategory {
        case .unassigned, .privateUse, .surrogate, .control: return .unknown
        default: break
        }
        if contains(value, in: markRanges) { return .mark }
        return contains(value, in: wideRanges) ? .wide : .narrow
    }

    /// Whether one of the sorted ranges (first, last, first, last, ...) holds the value.
    private static func contains(_ value: UInt32, in ranges: [UInt32]) -> Bool {
        guard let first = ranges.first, let last = ranges.last, value >= first, value <= last else { return false }
        var low = 0
        var high = ranges.count / 2 - 1
        while low <= high {
            let middle = (low + high) / 2
            if value > ranges[middle * 2 + 1] {
                low = middle + 1
            } else if value < ranges[middle * 2] {
                high = middle - 1
            } else {
                return true
            }
        }
        return false
    }
}

/// How many cells the screen needs for one scalar: 0, 1 or 2.
public func cellWidth(of scalar: Unicode.Scalar) -> Int {
    ScalarKind(scalar).width
}

/// How many cells the screen needs for a text, all of it on one line.
public func cellWidth(of text: String) -> Int {
    cellWidth(of: text.unicodeScalars)
}

func cellWidth(of scalars: some Sequence<Unicode.Scalar>) -> Int {
    var width = 0
    var previous: Unicode.Scalar?
    for scalar in scalars {
        let kind = ScalarKind(scalar)
        switch kind {
        case .dropped: continue
        // A mark with nothing to stand on stands on a space.
        case .mark: width += previous == nil ? 1 : 0
        case .blank: width += scalar == "\n" && previous == "\r" ? 0 : 1
        case .narrow, .wide, .unknown: width += kind.width
        }
        previous = scalar
    }
    return width
}

/// A text as the screen shows it: what would be dropped is gone, every run of
/// marks has at most four, line ends become `\n` or a space.
///
/// Fields store this form, so that what is kept is what was seen.
func shown(_ text: String, keepingLines: Bool) -> String {
    var result = String.UnicodeScalarView()
    var marks = 0
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        defer { previous = scalar }
        switch ScalarKind(scalar) {
        case .dropped: continue
        case .mark:
            marks += 1
            if marks <= Cell.marksMax { result.append(scalar) }
            continue
        case .blank where isLineEnd(scalar):
            // CR LF is one line end.
            if scalar == "\n", previous == "\r" { continue }
            result.append(keepingLines ? "\n" : " ")
        case .blank where scalar == "\t": result.append(" ")
        case .unknown: result.append("\u{FFFD}")
        case .blank, .narrow, .wide: result.append(scalar)
        }
        marks = 0
    }
    return String(result)
}

private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
}
