import HotlineDomain

/// Words that are gone have the event that says why, and the other way round.
extension Verifier {
    mutating func checkErasures(_ connection: any Connection) throws {
        var named: Int64 = 0
        let codec = EventCodec()
        try connection.rows(
            "SELECT node, sequence, subject, body FROM event WHERE hotline = $1 AND kind = 'erasure'",
            [.integer(hotline)]
        ) { row in
            let event = try? codec.event(kind: .erasure, subject: row.integer(2), text: row.text(3))
            guard case .erasure(_, let erasure)? = event else {
                find(.unreadableEvent(node: row.integer(0), sequence: row.integer(1)))
                return true
            }
            guard case .erased(_, let words, _, _) = erasure else { return true }
            named += Int64(words.count)
            for id in words {
                let erased = try connection.first("SELECT erased_at FROM words WHERE id = $1", [.id(id)]) {
                    !$0.isNull(0)
                }
                switch erased {
                case true?: break
                case false?: find(.notErased(id: id.raw))
                case nil: find(.wordsMissing(count: 1))
                }
            }
            return true
        }
        let gone = try connection.count(
            "SELECT count(*) FROM words WHERE hotline = $1 AND erased_at IS NOT NULL", [.integer(hotline)])
        // The numbers agree unless somebody wiped a record by hand, or two desks erased the same.
        if gone != named { try findErasedWithoutEvent(connection, codec) }
    }

    private mutating func findErasedWithoutEvent(_ connection: any Connection, _ codec: EventCodec) throws {
        try connection.rows(
            "SELECT id, subject FROM words WHERE hotline = $1 AND erased_at IS NOT NULL ORDER BY subject",
            [.integer(hotline)]
        ) { row in
            let id: WordsID = row.id(0)
            let keeping = try Keeping.read(row.integer(1), connection, codec)
            if keeping.erasure(of: id) == nil { find(.erasedWithoutEvent(id: id.raw)) }
            return true
        }
    }
}

extension Keeping {
    /// From the journal, by the index over its subjects.
    static func read(_ subject: Int64, _ connection: any Connection, _ codec: EventCodec) throws -> Keeping {
        var keeping = Keeping()
        try connection.rows(
            """
            SELECT at, by_operator, body FROM event WHERE subject = $1 AND kind = 'erasure'
            ORDER BY tick, node, sequence
            """, [.integer(subject)]
        ) { row in
            let event = try codec.event(kind: .erasure, subject: subject, text: row.text(2))
            if case .erasure(_, let erasure) = event {
                keeping.apply(erasure, Stamp(by: row.text(1), at: row.instant(0)))
            }
            return true
        }
        return keeping
    }
}
