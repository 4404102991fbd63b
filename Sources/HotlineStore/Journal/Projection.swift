import HotlineDomain

/// Writes what a piece of work changed into the read tables, the counts and
/// the number counters, in the transaction of its events.
struct Projection {
    let connection: any Connection
    let hotline: Int64
    let node: Int64
    /// Nil where nobody has signed in: no words can be written then.
    var sealer: WordsSealer?

    func write<R>(_ work: Work<R>) throws {
        try write(work.callChanges, CallTable.self)
        try write(work.escalationChanges, EscalationTable.self)
        try write(work.caseChanges, CaseTable.self)
        try write(work.referralChanges, ReferralTable.self)
        try write(work.shiftChanges, ShiftTable.self)
        try write(work.handoverChanges, HandoverTable.self)
        try write(work.stayChanges, StayTable.self)
        try write(work.entryChanges, EntryTable.self)
        try write(work.visitChanges, VisitTable.self)
        try write(work.operatorStateChanges, OperatorStateTable.self)
        try write(work.linkStateChanges, LinkStateTable.self)
        for words in work.words {
            if work.erased.contains(words.id) { try writeErased(words, work.stamp.at) } else { try write(words) }
        }
        // Those that were written by this work find their place empty already.
        for id in work.erased.sorted() { try erase(id, work.stamp.at) }
        for (kind, year, last) in work.numbersGiven { try writeNumber(kind, year, last) }
    }

    /// What the work adds to each count; the caller may sum several works first.
    static func counts<R>(of work: Work<R>, into sums: inout [CountKey: Int64]) {
        for change in work.callChanges { change.addCounts(to: &sums) }
        for change in work.escalationChanges { change.addCounts(to: &sums) }
        for change in work.caseChanges { change.addCounts(to: &sums) }
        for change in work.referralChanges { change.addCounts(to: &sums) }
        for change in work.stayChanges { change.addCounts(to: &sums) }
        for change in work.entryChanges { change.addCounts(to: &sums) }
    }

    func write(_ sums: [CountKey: Int64]) throws {
        for (key, n) in sums where n != 0 {
            try connection.run(
                """
                INSERT INTO count_cell (hotline, measure, dimension, business_date, key, node, n)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                ON CONFLICT (hotline, measure, dimension, business_date, key, node)
                DO UPDATE SET n = count_cell.n + excluded.n
                """,
                [
                    .integer(hotline), .text(key.measure.rawValue), .text(key.dimension.rawValue),
                    .integer(key.date.days), .text(key.key), .integer(node), .integer(n),
                ])
        }
    }

    private func write<T: ReadTable>(_ changes: [Change<T.A>], _ table: T.Type) throws {
        for change in changes {
            try connection.run(T.sql.upsert, try T.values(change.new, hotline: hotline))
        }
    }

    private func write(_ words: Words) throws {
        guard let sealer else { throw StoreError.locked }
        let record = try sealer.seal(words)
        try connection.run(
            """
            INSERT INTO words (id, hotline, kind, subject, field, sealed, wrapped_key, digest)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                .id(words.id), .integer(hotline), .text(words.subject.kind.rawValue), .integer(words.subject.id),
                .text(words.field.rawValue), .bytes(record.sealed), .bytes(record.wrappedKey), .bytes(record.digest),
            ])
    }

    /// Of words that came and went in one act: the place, without them.
    private func writeErased(_ words: Words, _ now: Instant) throws {
        try connection.run(
            "INSERT INTO words (id, hotline, kind, subject, field, erased_at) VALUES ($1, $2, $3, $4, $5, $6)",
            [
                .id(words.id), .integer(hotline), .text(words.subject.kind.rawValue), .integer(words.subject.id),
                .text(words.field.rawValue), .instant(now),
            ])
    }

    /// Without the wrapped key nobody opens what older copies of the sealed bytes say.
    private func erase(_ id: WordsID, _ now: Instant) throws {
        try connection.run(
            """
            UPDATE words SET sealed = NULL, wrapped_key = NULL, digest = NULL, erased_at = $2
            WHERE id = $1 AND erased_at IS NULL
            """, [.id(id), .instant(now)])
    }

    func writeNumber(_ kind: SubjectKind, _ year: Int, _ last: Int) throws {
        try connection.run(
            """
            INSERT INTO number_given (hotline, kind, year, last) VALUES ($1, $2, $3, $4)
            ON CONFLICT (hotline, kind, year) DO UPDATE SET last = excluded.last
            """,
            [.integer(hotline), .text(kind.rawValue), .integer(Int64(year)), .integer(Int64(last))])
    }
}
