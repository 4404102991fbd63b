import HotlineDomain

/// What everybody who wrote of one thing had in sight of it, as far as its
/// events say. Where they leave it open - somebody saw one more, and two could
/// have been it - neither is taken as seen: what was not seen is shown.
struct Views {
    /// In the order of `EventOrder`; of each those that its writer had in sight.
    private(set) var sights: [Set<Int>] = []
    /// Somebody wrote without seeing what was there.
    private(set) var areDivided = false
    /// And nobody has written with all in sight since.
    private(set) var areOpen = false

    init(_ entries: [JournalEntry]) {
        areDivided = entries.enumerated().contains { $1.seen < $0 }
        guard areDivided else { return }
        var places: [EventPlace: Int] = [:]
        var lastOfStore: [Int64: Int] = [:]
        var walk = Divergence.Walk()
        for (index, entry) in entries.enumerated() {
            var sight = Set<Int>()
            for known in [entry.base.flatMap { places[$0] }, lastOfStore[entry.store]] {
                if let known { sight.formUnion(sights[known].union([known])) }
            }
            let missing = Int(clamping: entry.seen) - sight.count
            if missing > 0, let base = entry.base.flatMap({ places[$0] }) {
                let others = (0..<base).filter { !sight.contains($0) }
                if others.count <= missing { sight.formUnion(others) }
            }
            sights.append(sight)
            places[entry.place] = index
            lastOfStore[entry.store] = index
            walk.take(entry.place, base: entry.base, seen: entry.seen)
        }
        areOpen = !walk.open.isEmpty
    }

    /// What was in sight when it was written, and itself.
    func until(_ index: Int) -> Set<Int> { sights[index].union([index]) }
}

extension JournalEntry {
    /// Programs of one desk write into one store, and see there what the others wrote.
    fileprivate var store: Int64 { DeskMark(node: node)?.nodes.lowerBound ?? DeskMark.nodesOfHouse.lowerBound }
}
