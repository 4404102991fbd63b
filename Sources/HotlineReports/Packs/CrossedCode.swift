import HotlineDomain

/// The code of two attributes at once, `legal/sdc`: a family that crosses two has a
/// column of its own, beside which neither stands by itself.
enum CrossedCode {
    private static let mark: Character = "/"

    static func name(_ parts: [String]) -> String { parts.joined(separator: String(mark)) }

    /// Every pair, those of one first code together.
    static func tree(_ firsts: [String], _ seconds: [String], isOpen: Bool) -> CodeTree {
        let pairs = firsts.flatMap { first in seconds.map { (name([first, $0]), first) } }
        return CodeTree(pairs.map(\.0), parents: Dictionary(pairs) { $1 }, isOpen: isOpen)
    }

    /// The two it is made of. Codes of the program's lists, which stand first, have no such mark.
    static func parts(_ code: String) -> (first: String, second: String)? {
        guard let place = code.firstIndex(of: mark) else { return nil }
        return (String(code[..<place]), String(code[code.index(after: place)...]))
    }
}

extension ClosedMonth {
    /// Counts by one attribute, or by two that are crossed, of the rows that have no other.
    func counts(_ measure: MonthMeasure, by attributes: [String]) -> [String: Int] {
        if attributes.count == 1 { return counts(measure, by: attributes[0]) }
        var found: [String: Int] = [:]
        for row in figures(measure) where row.keys.count == attributes.count {
            let codes = attributes.compactMap { row[$0] }
            if codes.count == attributes.count {
                found[CrossedCode.name(codes), default: 0] += row.value.number ?? 0
            }
        }
        return found
    }
}
