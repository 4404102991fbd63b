import HotlineDomain

/// What stands beside the read tables: spoken numbers and people's words.
extension Verifier {
    mutating func gave(_ kind: SubjectKind, _ number: String) {
        // What other desks gave is counted there.
        guard let (year, mark, counter) = SpokenNumber.parts(number), mark == desk else { return }
        numbers[kind, default: [:]][year] = max(counter, numbers[kind]?[year] ?? 0)
    }

    /// A counter may stand above what was given (a refused act leaves no gap, a
    /// restored one might), never below.
    mutating func checkNumbers(_ connection: any Connection) throws {
        for (kind, years) in numbers {
            for (year, given) in years {
                let stored = Int(
                    try connection.count(
                        "SELECT last FROM number_given WHERE hotline = $1 AND kind = $2 AND year = $3",
                        [.integer(hotline), .text(kind.rawValue), .integer(Int64(year))]))
                if stored < given {
                    find(.numberBehind(kind: kind.rawValue, year: year, stored: stored, given: given))
                }
            }
        }
    }

    /// What a case names stands in no column of its own,
    mutating func checkWords(of file: Case, _ connection: any Connection) throws {
        try checkThere(file.words, connection)
    }

    /// nor do the addresses that providers keep to themselves.
    mutating func checkWords(of hotline: Hotline, _ connection: any Connection) throws {
        let addresses = hotline.providers.compactMap { provider -> WordsID? in
            if case .confidential(let id) = provider.address { id } else { nil }
        }
        try checkThere(addresses, connection)
    }

    private mutating func checkThere(_ named: [WordsID], _ connection: any Connection) throws {
        var missing: Int64 = 0
        for id in named {
            let found = try connection.count("SELECT count(*) FROM words WHERE id = $1", [.id(id)])
            if found == 0 { missing += 1 }
        }
        if missing > 0 { find(.wordsMissing(count: missing)) }
    }

    /// Every record of words is as it was sealed, opens where the key is at
    /// hand, and none that is named is missing.
    mutating func checkWords(_ connection: any Connection) throws {
        try connection.rows("SELECT id, sealed, wrapped_key, digest FROM words WHERE erased_at IS NULL", []) { row in
            let words = SealedWords(id: row.id(0), sealed: row.bytes(1), wrappedKey: row.bytes(2))
            if words.digest != row.bytes(3) {
                find(.wordsDiffer(id: words.id.raw))
            } else if let sealer, (try? sealer.open(words)) == nil {
                find(.wordsClosed(id: words.id.raw))
            }
            return true
        }
        let missing = try connection.count(
            """
            SELECT (SELECT count(*) FROM call WHERE note IS NOT NULL AND note NOT IN (SELECT id FROM words))
                + (SELECT count(*) FROM call WHERE region IS NOT NULL AND region NOT IN (SELECT id FROM words))
                + (SELECT count(*) FROM call WHERE codename IS NOT NULL AND codename NOT IN (SELECT id FROM words))
                + (SELECT count(*) FROM call WHERE call_back_number IS NOT NULL
                    AND call_back_number NOT IN (SELECT id FROM words))
                + (SELECT count(*) FROM entry WHERE what IS NOT NULL AND what NOT IN (SELECT id FROM words))
                + (SELECT count(*) FROM escalation WHERE reason IS NOT NULL AND reason NOT IN (SELECT id FROM words))
                + (SELECT count(*) FROM escalation WHERE place IS NOT NULL AND place NOT IN (SELECT id FROM words))
            """)
        if missing > 0 { find(.wordsMissing(count: missing)) }
    }
}
