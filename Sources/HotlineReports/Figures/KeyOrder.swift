import HotlineDomain

/// In which order the keys of a dimension stand. The same keys always stand in
/// the same order: figures are compared line by line.
enum KeyOrder {
    /// Keys that a dimension always has, whether anything was counted or not;
    /// nil where only what was counted is of interest.
    static func fixed(_ dimension: Dimension) -> [String]? {
        switch dimension {
        case .all: [CountKey.everything]
        case .class: CodeLists.list(.callClass).codes.map(\.code)
        case .hour: (0...23).map { $0.padded(2) }
        case .weekday: Weekday.allCases.map(\.code)
        default: nil
        }
    }

    /// Fixed keys in their order, codes of a closed list in the list's order,
    /// everything else with the most calls first; what was not recorded comes last.
    static func ordered(_ dimension: Dimension, _ counts: [String: Int]) -> [String] {
        let listed = fixed(dimension) ?? list(dimension)?.codes.map(\.code) ?? []
        let places = Dictionary(uniqueKeysWithValues: listed.enumerated().map { ($1, $0) })
        return counts.keys.sorted { a, b in
            if (a == CountKey.notRecorded) != (b == CountKey.notRecorded) { return b == CountKey.notRecorded }
            let (first, second) = (places[a] ?? .max, places[b] ?? .max)
            if first != second { return first < second }
            let (more, fewer) = (counts[a] ?? 0, counts[b] ?? 0)
            return more == fewer ? a < b : more > fewer
        }
    }

    /// Short lists keep their own order; long ones are ranked.
    private static func list(_ dimension: Dimension) -> CodeList? {
        switch dimension {
        case .code: CodeLists.list(.nonCounselling)
        case .outcome: CodeLists.list(.callOutcome)
        default: nil
        }
    }
}
