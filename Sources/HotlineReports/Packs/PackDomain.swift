import HotlineDomain

/// The codes a column of `data.csv` may hold: the whole list, whether anything
/// was counted or not, so that what is missing says nothing.
public struct PackDomain: Hashable, Sendable {
    public let column: String
    public let codes: [String]
    /// Codes that are not in the list may be counted too.
    public let isOpen: Bool

    static func all(_ families: [Family]) -> [PackDomain] {
        var columns: [String] = []
        var codes: [String: [String]] = [:]
        var open = Set<String>()
        for family in families {
            let column = family.name.column
            if codes[column] == nil { columns.append(column) }
            let known = Set(codes[column] ?? [])
            codes[column, default: []] += family.tree.codes.filter { !known.contains($0) }
            if family.tree.isOpen { open.insert(column) }
        }
        let kinds = Set(families.flatMap(\.name.fixed).map(\.code)).sorted()
        return [PackDomain(column: "class", codes: MonthHeadline.codes, isOpen: false)]
            + (kinds.isEmpty ? [] : [PackDomain(column: "kind", codes: kinds, isOpen: false)])
            + columns.map { PackDomain(column: $0, codes: codes[$0] ?? [], isOpen: open.contains($0)) }
    }
}
