import HotlineDomain

/// What the hotline's times come to: first a list, then exactly what it says.
extension Store {
    /// Things are looked at in slices, so that nobody waits for them.
    private static let candidateRows = 500
    /// So many go in one transaction: whoever stops it loses no more.
    private static let transactionRows = 50

    /// Everything whose own time is over at `moment`, by kind, oldest first; also
    /// what is kept all the same, with the reason. `progress`: how many were looked at.
    public func retention(
        at moment: Instant, limit: Int = .max, progress: (Int) -> Void = { _ in }
    ) throws -> [RetentionItem] {
        let retention = try hotline().settings.retention
        var found: [RetentionItem] = []
        // A number goes with its call's other words, where those go.
        var going: Set<Int64> = []
        var seen = 0
        for kind in Retention.Kind.allCases {
            guard let subject = kind.subject, let days = retention.daysMin(kind) else { continue }
            // Nothing was said about a thing before it was made, and its id says when that was.
            let edge = ID<Call>(at: moment - .days(Int64(days)), node: 0, sequence: 0).raw
            var last: Int64 = 0
            while found.count < limit {
                let slice = try candidates(kind, subject, after: last, before: edge)
                guard let end = slice.last else { break }
                for id in slice where found.count < limit {
                    if kind == .callBack, going.contains(id) { continue }
                    guard let item = try item(kind, Subject(subject, id), at: moment) else { continue }
                    found.append(item)
                    if kind == .call, item.standing == .due { going.insert(id) }
                }
                last = end
                seen += slice.count
                progress(seen)
            }
        }
        return found
    }

    private func candidates(
        _ rule: Retention.Kind, _ kind: SubjectKind, after last: Int64, before edge: Int64
    ) throws -> [Int64] {
        let field = rule == .callBack ? "AND field = '\(WordsField.callBackNumber.rawValue)'" : ""
        return try engine.read {
            try $0.all(
                """
                SELECT DISTINCT subject FROM words
                WHERE hotline = $1 AND kind = $2 AND erased_at IS NULL AND subject > $3 AND subject < $4 \(field)
                ORDER BY subject LIMIT \(Store.candidateRows)
                """, [.integer(hotlineID), .text(kind.rawValue), .integer(last), .integer(edge)]
            ) { $0.integer(0) }
        }
    }

    /// Nil where its time is not over.
    private func item(_ kind: Retention.Kind, _ subject: Subject, at moment: Instant) throws -> RetentionItem? {
        let hotline = try hotline()
        return try engine.read { connection in
            var work = looking(connection, hotline, at: moment)
            guard let related = try work.related(to: subject), let thing = related.thing(subject) else { return nil }
            let isNumber = kind == .callBack
            let times = hotline.settings.retention
            guard let rule = isNumber ? times.rule(kind, nil) : related.rule(of: subject, times),
                let days = rule.days,
                let own = isNumber ? related.callBackSince(subject) : related.lastActivity(of: subject),
                own + .days(Int64(days)) <= moment
            else { return nil }
            let words = try work.words(of: subject, isNumber ? .callBackNumber : nil).count
            guard words > 0 else { return nil }
            let last = isNumber ? own : related.lastActivity
            let until = last + .days(Int64(days))
            let standing: RetentionItem.Standing =
                if !isNumber, let open = related.open {
                    .open(open)
                } else if let (thing, hold) = try work.held(related) {
                    .held(thing, hold)
                } else {
                    until > moment ? .newerActivity(until: until) : .due
                }
            return RetentionItem(thing: thing, rule: rule, lastActivity: last, words: words, standing: standing)
        }
    }

    /// Erases what is due of a list of that moment, a bounded number in one
    /// transaction. What something happened to since stays and is given back with
    /// the rule; so is what somebody held or opened. Stopped half-way, the next
    /// one goes on with the rest.
    public func retire(
        _ items: [RetentionItem], listed moment: Instant, by code: String, at now: Instant,
        progress: (Int) -> Void = { _ in }
    ) throws -> (erased: [RetentionItem], kept: [(item: RetentionItem, refusal: Refusal)]) {
        // Another desk may be at work on what is over by what is known here, and what is erased stays erased.
        if let desk { throw Refusal(DeskRule.ofHouse, ["desk": desk.description]) }
        if let changed = try timesChanged(since: moment) {
            let at = ZoneRules.utc.wallClock(at: changed).iso8601
            throw Refusal(RetentionRule.changedSince, ["time": at])
        }
        var erased: [RetentionItem] = []
        var kept: [(item: RetentionItem, refusal: Refusal)] = []
        let due = items.filter { $0.standing == .due }
        for start in stride(from: 0, to: due.count, by: Store.transactionRows) {
            let slice = due[start..<min(start + Store.transactionRows, due.count)]
            let outcome = try batch { batch in
                try slice.map { item -> Refusal? in
                    do {
                        try batch.perform(
                            [.erasure(item.thing.subject, .retire(listed: moment, only: item.only))], by: code,
                            at: now)
                        return nil
                    } catch let refusal as Refusal {
                        // Who may not do it at all is told so, and not once for each.
                        if Rules.ofPeople.contains(refusal.rule) { throw refusal }
                        return refusal
                    }
                }
            }
            for (item, refusal) in zip(slice, outcome) {
                if let refusal { kept.append((item, refusal)) } else { erased.append(item) }
            }
            progress(erased.count + kept.count)
        }
        return (erased, kept)
    }

    /// When the hotline last changed how long it keeps things, if after `moment`.
    private func timesChanged(since moment: Instant) throws -> Instant? {
        let codec = EventCodec()
        return try engine.read { connection in
            var hotline: Hotline?
            var changed: Instant?
            try connection.rows(
                """
                SELECT at, body FROM event WHERE subject = $1 AND kind = 'hotline'
                ORDER BY tick, node, sequence
                """, [.integer(hotlineID)]
            ) { row in
                let before = hotline?.settings.retention
                hotline = Hotline.applying(try codec.value(HotlineEvent.self, row.text(1)), to: hotline)
                let isOther = before != nil && before != hotline?.settings.retention
                if isOther, row.instant(0) > moment { changed = row.instant(0) }
                return true
            }
            return changed
        }
    }

    // MARK: - One thing

    /// What of its words was erased, and whether they are held.
    public func keeping(of subject: Subject) throws -> Keeping {
        try engine.read { try Keeping.read(subject.id, $0, EventCodec()) }
    }

    /// What became of these words; nil where they are there, or never were.
    public func erasure(of words: WordsID) throws -> Erasure? {
        try engine.read { connection in
            let subject = try connection.first(
                "SELECT subject FROM words WHERE id = $1 AND erased_at IS NOT NULL", [.id(words)]
            ) { $0.integer(0) }
            return try subject.flatMap { try Keeping.read($0, connection, EventCodec()).erasure(of: words) }
        }
    }

    /// What an erasing would take away, thing by thing: for a look at it first.
    public func wordsToErase(
        _ subject: Subject, _ command: ErasureCommand, at now: Instant
    ) throws -> [(thing: Related.Thing, count: Int)] {
        let hotline = try hotline()
        return try engine.read { connection in
            var work = looking(connection, hotline, at: now)
            guard let related = try work.related(to: subject) else { return [] }
            return try work.wordsToErase(command, subject, related).compactMap { part in
                guard !part.ids.isEmpty, let thing = related.thing(part.subject) else { return nil }
                return (thing, part.ids.count)
            }
        }
    }

    /// For looking things up by the rules' own eyes; nothing of it is written.
    private func looking(
        _ connection: any Connection, _ hotline: Hotline, at now: Instant
    ) -> Work<StoreRecords> {
        Work(
            by: Stamp.systemCode, at: now, hotline: hotline, zones: [:],
            records: StoreRecords(connection: connection, hotline: hotlineID))
    }
}

extension Rules {
    /// Those that are about who acts.
    fileprivate static let ofPeople = Set(RoleRule.allCases.map(\.rawValue)).union([
        HotlineRule.unknownActor.rawValue, HotlineRule.disabledActor.rawValue, RetentionRule.listedLater.rawValue,
    ])
}
