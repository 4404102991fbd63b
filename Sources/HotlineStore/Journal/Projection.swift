import HotlineDomain

/// Writes what a piece of work changed into the read tables, the counts and
/// the number counters, in the transaction of its events.
struct Projection {
    let connection: any Connection
    let hotline: Int64
    let node: Int64
    /// Nil where nobody has signed in: no words can be written then.
    var sealer: WordsSealer?
    /// Nil likewise: no caller's number can be fingerprinted then.
    var callerKeys: CallerKeyRing?
    /// Nil likewise: no number a switch told can be taken out of its box.
    var callerBox: CallerBoxKey?

    /// Gives whether something was taken away that no file may hold any more.
    func write<R>(_ work: Work<R>, _ act: Journal.Act) throws -> Bool {
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
        try write(work.closingChanges, MonthClosingTable.self)
        try write(work.packChanges, PackReleaseTable.self)
        for words in work.words {
            let row = try work.erased.contains(words.id) ? erased(words, work.stamp.at, act) : sealed(words, act)
            try row.write(hotline, connection)
        }
        // Those that were written by this work find their place empty already.
        for id in work.erased.sorted() { try WordsRow.erase(id, work.stamp.at, connection) }
        let forgets = try writeCallers(work, act)
        try fillBox(work, act)
        try emptyBox(work, act)
        for (kind, year, last) in work.numbersGiven { try writeNumber(kind, year, last) }
        return forgets || !work.erased.isEmpty
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

    /// What is written comes with the first event of its act, or before: none names words that are not there.
    private func sealed(_ words: Words, _ act: Journal.Act) throws -> WordsRow {
        guard let sealer else { throw StoreError.locked }
        let record = try sealer.seal(words)
        return WordsRow(
            id: words.id, subject: words.subject, field: words.field.rawValue,
            content: .sealed(record.sealed, wrappedKey: record.wrappedKey, digest: record.digest), place: act.first)
    }

    /// Of words that came and went in one act: the place, without them.
    private func erased(_ words: Words, _ now: Instant, _ act: Journal.Act) -> WordsRow {
        WordsRow(
            id: words.id, subject: words.subject, field: words.field.rawValue, content: .erased(at: now),
            place: act.first)
    }

    /// Makes fingerprints of the numbers that were given, and takes away those
    /// of calls that are not to be recognised by theirs any more.
    private func writeCallers<R>(_ work: Work<R>, _ act: Journal.Act) throws -> Bool {
        let signs = CallerSigns(connection: connection, hotline: hotline)
        let forgotten = work.callChanges.filter { $0.old?.numberKnown ?? false && !$0.new.numberKnown }
        for change in forgotten { try signs.remove(change.new.id) }
        // Whose words go, is not to be recognised by their number either.
        for case .erasure(let id, .erased(.call, _, let because, _)) in work.events
        where Erasure.forgetsCaller(because) {
            try signs.remove(ID(raw: id))
        }
        guard !work.callersNumbers.isEmpty else { return !forgotten.isEmpty }
        guard let callerKeys else { throw StoreError.locked }
        let days = work.hotline?.settings.repeatCallerDays ?? Settings().repeatCallerDays
        for given in work.callersNumbers {
            guard work.callChanges.contains(where: { $0.new.id == given.call && $0.new.numberKnown }) else {
                continue
            }
            try signs.write(given, with: callerKeys, at: work.stamp.at, days: days, act)
        }
        return !forgotten.isEmpty
    }

    func writeNumber(_ kind: SubjectKind, _ year: Int, _ last: Int) throws {
        try connection.run(
            """
            INSERT INTO number_given (hotline, kind, year, last) VALUES ($1, $2, $3, $4)
            ON CONFLICT (hotline, kind, year) DO UPDATE SET last = excluded.last
            """,
            [.integer(hotline), .text(kind.rawValue), .integer(Int64(year)), .integer(Int64(last))])
    }

    /// Never below what was given before.
    func raiseNumber(_ kind: SubjectKind, _ year: Int, _ last: Int) throws {
        try connection.run(
            """
            INSERT INTO number_given (hotline, kind, year, last) VALUES ($1, $2, $3, $4)
            ON CONFLICT (hotline, kind, year) DO UPDATE SET last =
                CASE WHEN number_given.last > excluded.last THEN number_given.last ELSE excluded.last END
            """,
            [.integer(hotline), .text(kind.rawValue), .integer(Int64(year)), .integer(Int64(last))])
    }
}
