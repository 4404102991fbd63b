import HotlineDomain

/// Which codes are shown by themselves, which in a group, which in `OTHER`, so
/// that no line shows a count from one to the threshold: step 1, "merge", of
/// DISCLOSURE.md.
public struct Grouping: Hashable, Sendable {
    /// Codes and groups in the order of their first code in the list, `OTHER` last.
    public let keys: [RowKey]
    /// What `OTHER` stands for.
    public let otherCodes: [String]

    /// `counts` by code; what is not in the tree's list counts as `OTHER`.
    init(_ tree: CodeTree, counts: [String: Int], threshold: Int) {
        var maker = Maker(counts: counts, threshold: threshold)
        let listed = Set(tree.codes)
        let unlisted = counts.keys.filter { !listed.contains($0) }.sorted()
        let families = Dictionary(grouping: tree.codes.filter { tree.parents[$0] != nil }) { tree.parents[$0] ?? "" }
        for parent in families.keys.sorted() { maker.mergeWithin(families[parent] ?? []) }
        maker.take(tree.codes.filter { tree.parents[$0] == nil })
        maker.mergeRest(unlisted)
        let places = Dictionary(uniqueKeysWithValues: tree.codes.enumerated().map { ($1, $0) })
        let shown = maker.shown.sorted { (places[$0[0]] ?? .max) < (places[$1[0]] ?? .max) }
        keys = shown.map { RowKey($0) } + (maker.rest.isEmpty ? [] : [.other])
        otherCodes = maker.rest.sorted()
    }

    /// Puts together what is too small, smallest first.
    private struct Maker {
        let counts: [String: Int]
        let threshold: Int
        /// Each a line of its own: one code, or a group within a parent.
        var shown: [[String]] = []
        var rest: [String] = []

        func sum(_ codes: [String]) -> Int { codes.reduce(0) { $0 + (counts[$1] ?? 0) } }

        /// The smallest first; of two alike, the first of the alphabet.
        func isSmaller(_ a: [String], _ b: [String]) -> Bool {
            let (first, second) = (sum(a), sum(b))
            return first == second ? a[0] < b[0] : first < second
        }

        func isSafe(_ codes: [String]) -> Bool { codes.count > 1 && sum(codes) >= threshold }

        /// Codes of one parent: the small ones join each other, then a larger sibling.
        /// What does not become a line here is left for `OTHER`.
        mutating func mergeWithin(_ codes: [String]) {
            var group = codes.filter { sum([$0]) < threshold }
            var large = codes.filter { sum([$0]) >= threshold }.sorted { isSmaller([$0], [$1]) }
            // Nobody called: that may be said with everybody else's nothing.
            if sum(group) > 0 {
                while !isSafe(group), !large.isEmpty { group.append(large.removeFirst()) }
            }
            if isSafe(group) { shown.append(group.sorted()) } else { rest += group }
            shown += large.map { [$0] }
        }

        /// Codes without a parent.
        mutating func take(_ codes: [String]) {
            for code in codes {
                if sum([code]) < threshold { rest.append(code) } else { shown.append([code]) }
            }
        }

        mutating func mergeRest(_ unlisted: [String]) {
            rest += unlisted
            guard sum(rest) > 0 else { return }
            shown.sort(by: isSmaller)
            while !isSafe(rest), !shown.isEmpty { rest += shown.removeFirst() }
        }
    }
}
