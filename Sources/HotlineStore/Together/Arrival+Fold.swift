import HotlineDomain

/// Bringing things up to date with what was told of them.
extension Arrival {
    mutating func fold(_ subject: Subject, _ entries: [JournalEntry]) throws {
        if subject.kind == .hotline { return try foldSetUp(subject, entries) }
        guard let table = subject.kind.readTable else { return }
        try fold(subject, entries, table)
    }

    private mutating func fold<T: ReadTable>(
        _ subject: Subject, _ entries: [JournalEntry], _ table: T.Type
    ) throws {
        let sight = sights[subject] ?? Sight()
        let id = ID<T.A>(raw: subject.id)
        let old = sight.base == nil ? nil : try T.find(id, connection)
        let sorted = entries.sorted { $0.order < $1.order }
        let new: T.A?
        if let first = sorted.first, sight.isBefore(first) {
            new = try sorted.reduce(old) { state, entry in try applied(entry, to: state, id) }
            try follow(subject, sorted, sight)
        } else {
            let all = try MergedHistory.events(of: subject, connection)
            new = try all.reduce(nil) { state, entry in try applied(entry, to: state, id) }
            try followAnew(subject, all)
        }
        // Each builds on one that is here, so there is a state after all of them.
        guard let new else { throw try refused(.gapped, entries[0].place) }
        changes.add(old: old, new: new, table, subject, of: entries[entries.count - 1].node)
    }

    private func applied<A: Aggregate>(_ entry: JournalEntry, to state: A?, _ id: A.ID) throws -> A? {
        A.applying(try told.event(A.Event.self, of: entry), to: state, id: id, stamp: entry.stamp)
    }

    private mutating func foldSetUp(_ subject: Subject, _ entries: [JournalEntry]) throws {
        let sight = sights[subject] ?? Sight()
        let all = try MergedHistory.events(of: subject, connection)
        let setup = try all.reduce(Hotline?.none) { state, entry in
            Hotline.applying(try told.event(HotlineEvent.self, of: entry), to: state)
        }
        guard let setup else { throw try refused(.gapped, entries[0].place) }
        if let first = entries.map(\.order).min(), sight.isBefore(first) {
            try follow(subject, entries.sorted { $0.order < $1.order }, sight)
        } else {
            try followAnew(subject, all)
        }
        try Store.write(setup, id: hotline, connection)
        changes.setUp = setup
        changes.subjects.append(subject)
    }

    // MARK: - Who did not see whom

    /// All that is new comes after what was known.
    private func follow(_ subject: Subject, _ new: [JournalEntry], _ sight: Sight) throws {
        var walk = Divergence.Walk(sight)
        for entry in new { walk.take(entry.place, base: entry.base, seen: entry.seen) }
        let table = Divergence.Table(connection: connection)
        if walk.isClosed, sight.isDivided { try table.end(subject) }
        for row in walk.open { try table.write(row, of: subject, hotline: hotline) }
    }

    private func followAnew(_ subject: Subject, _ all: [JournalEntry]) throws {
        var walk = Divergence.Walk()
        for entry in all { walk.take(entry.place, base: entry.base, seen: entry.seen) }
        let table = Divergence.Table(connection: connection)
        try table.end(subject)
        for row in walk.open { try table.write(row, of: subject, hotline: hotline) }
    }
}

extension Sight {
    /// Whether all that was in sight comes before this.
    fileprivate func isBefore(_ entry: JournalEntry) -> Bool { isBefore(entry.order) }

    fileprivate func isBefore(_ order: EventOrder) -> Bool {
        base.map { EventOrder(tick: tick, place: $0) < order } ?? true
    }
}

/// What happened to one thing, in the order of `EventOrder`.
enum MergedHistory {
    static func events(of subject: Subject, _ connection: any Connection) throws -> [JournalEntry] {
        try connection.all(
            """
            SELECT \(JournalEntry.columns) FROM event WHERE subject = $1 AND kind || '' = $2
            ORDER BY tick, node, sequence
            """, [.integer(subject.id), .text(subject.kind.rawValue)]
        ) { JournalEntry($0) }.compactMap(\.self)
    }
}
