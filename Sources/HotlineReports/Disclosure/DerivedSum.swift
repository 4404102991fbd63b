import HotlineDomain

/// What several windows come to, made from what was published of them and from
/// nothing else: the finest lines they share (DISCLOSURE.md, "derived").
public enum DerivedSum {
    /// `tree`: of the last of the windows. A withheld window withholds the sum;
    /// a window in which nothing was counted adds nothing.
    public static func of(_ windows: [Publication], by tree: CodeTree) -> Publication {
        let counted = windows.filter { $0 != .nothing(.empty) }
        if counted.isEmpty { return .nothing(.empty) }
        let tables = counted.compactMap(\.table)
        guard tables.count == counted.count else { return .nothing(.partWithheld) }
        // An older table may show a code that the list has lost since.
        var union = Union(CodeTree(tree.codes + tables.flatMap { $0.rows.flatMap(\.key.codes) }).codes)
        for table in tables {
            for row in table.rows {
                // `OTHER` also stands for what no list names: it is never shown apart.
                union.join(row.key == .other ? [Union.unlisted] + table.otherCodes : row.key.codes)
            }
        }
        let groups = union.groups
        let rows = groups.map { row(union.isOther($0) ? .other : RowKey($0), tables, union, $0) }
            .filter { $0.key != .other || tables.contains { $0.rows.last?.key == .other } }
        if rows.count < 2 { return .nothing(.oneLineLeft) }
        return .table(
            FamilyTable(
                rows: rows, otherCodes: groups.first(where: union.isOther)?.filter { $0 != Union.unlisted } ?? [],
                hasSplits: tables.allSatisfy(\.hasSplits)))
    }

    private static func row(
        _ key: RowKey, _ tables: [FamilyTable], _ union: Union, _ codes: [String]
    ) -> FamilyTable.Row {
        let parts = tables.flatMap { table in
            table.rows.filter { row in
                union.root(row.key == .other ? Union.unlisted : row.key.codes[0]) == union.root(codes[0])
            }
        }
        let splits = parts.compactMap(\.split)
        return FamilyTable.Row(
            key: key, total: parts.reduce(0) { $0 + $1.total },
            split: splits.count == parts.count ? splits.reduce(.zero, +) : nil)
    }

    /// Codes that some window puts into one line.
    private struct Union {
        static let unlisted = "\u{2020}"
        private let codes: [String]
        private var parents: [String: String]

        init(_ codes: [String]) {
            self.codes = codes
            parents = Dictionary(uniqueKeysWithValues: (codes + [Union.unlisted]).map { ($0, $0) })
        }

        func root(_ code: String) -> String {
            var found = code
            while let parent = parents[found], parent != found { found = parent }
            return found
        }

        mutating func join(_ codes: [String]) {
            for code in codes where parents[code] == nil { parents[code] = code }
            for code in codes.dropFirst() {
                let (first, second) = (root(codes[0]), root(code))
                if first != second { parents[second] = first }
            }
        }

        /// In the order of the list, what no list names last.
        var groups: [[String]] {
            var found: [String: [String]] = [:]
            var order: [String] = []
            for code in codes + [Union.unlisted] {
                let root = root(code)
                if found[root] == nil { order.append(root) }
                found[root, default: []].append(code)
            }
            let other = root(Union.unlisted)
            return (order.filter { $0 != other } + [other]).compactMap { found[$0] }
        }

        func isOther(_ codes: [String]) -> Bool { codes.contains(Union.unlisted) }
    }
}
