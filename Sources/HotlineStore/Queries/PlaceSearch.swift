import HotlineDomain

/// Place names are sealed like everything people said, so a typed one is found
/// by opening those of the slice of calls that a page looks at; an index over
/// them would tell how often each place is named.
struct PlaceSearch {
    /// A page never shows more; where this many matched, the slice ends early.
    private static let matchesMax = 250

    /// The records of words that match, by what was typed.
    private(set) var regions: [String: [Int64]] = [:]
    /// Where the slice ends, when it ends before the one that was given.
    private(set) var edge: CallKey?

    /// `condition` selects the slice's calls, `order` goes through them as the page does.
    init(
        _ filter: CallFilter, _ condition: String, _ arguments: [SQLValue], order: String, _ sealer: WordsSealer?,
        _ connection: any Connection
    ) throws {
        let typed = Set(filter.terms.compactMap(\.place)).filter { !$0.isEmpty }
        guard !typed.isEmpty, let sealer else { return }
        var matches = 0
        let whose = filter.placesOf.map { [SQLValue.text($0)] } ?? []
        let own = whose.isEmpty ? "" : "AND operator = $\(arguments.count + 1)"
        try connection.rows(
            """
            SELECT started, id, region, (SELECT sealed FROM words WHERE words.id = call.region),
                (SELECT wrapped_key FROM words WHERE words.id = call.region)
            FROM call WHERE \(condition) AND region IS NOT NULL \(own) ORDER BY \(order)
            """, arguments + whose
        ) { row in
            if row.isNull(3) { return true }
            let record = SealedWords(id: row.id(2), sealed: row.bytes(3), wrappedKey: row.bytes(4))
            let name = folded(try sealer.opened(record).revealed)
            for part in typed where name.contains(part) {
                regions[part, default: []].append(record.id.raw)
                matches += 1
            }
            guard matches >= PlaceSearch.matchesMax else { return true }
            edge = CallKey(started: row.instant(0), id: row.id(1))
            return false
        }
    }
}
