import HotlineDomain

extension Store {
    /// Judges the commands one after the other and writes what follows from
    /// them in one transaction: all of it, or nothing. Throws `Refusal` for a
    /// rule, `StoreError` for the file or server.
    @discardableResult
    public func perform(_ commands: [Command], by actor: String, at now: Instant) throws -> [Event] {
        let (events, erased) = try engine.writeRepeatably { connection in
            try entered(connection) { try $0.perform(commands, by: actor, at: now) }
        }
        wipe(erased)
        return events
    }

    /// Several acts in one transaction, for bulk entry: each is judged with the
    /// ones before it already written. If one is refused, none is kept.
    @discardableResult
    public func batch<T>(_ body: (inout Batch) throws -> T) throws -> T {
        let (result, erased) = try engine.write { try entered($0, body) }
        wipe(erased)
        return result
    }

    /// What would follow; nothing of it is written. Refuses as `perform` would.
    public func judged(_ commands: [Command], by actor: String, at now: Instant) throws -> [Event] {
        let hotline = try hotline()
        var zones = try Dictionary(hotline.lines.map { ($0.zone, try zone($0.zone)) }) { first, _ in first }
        addZones(of: commands, to: &zones)
        return try engine.read { connection in
            var work = Work(
                by: actor, at: now, hotline: hotline, desk: desk, numbersMark: numbersMark, zones: zones,
                records: StoreRecords(connection: connection, hotline: hotlineID))
            for command in commands { try work.perform(command) }
            return work.events
        }
    }

    /// The clocks that commands name; a name that is no clock's is for the engine to refuse.
    private func addZones(of commands: [Command], to zones: inout [String: ZoneRules]) {
        for case .hotline(let command) in commands {
            guard let name = command.zone, zones[name] == nil else { continue }
            zones[name] = try? zone(name)
        }
    }

    private func entered<T>(
        _ connection: any Connection, _ body: (inout Batch) throws -> T
    ) throws -> (T, Erased) {
        var batch = try Batch(self, connection)
        let result = try body(&batch)
        try batch.close()
        return (result, batch.erased)
    }

    /// An open transaction that takes acts.
    public struct Batch {
        private let store: Store
        let connection: any Connection
        /// The set-up as the acts so far have left it.
        public private(set) var hotline: Hotline
        /// It is written once, with the last of them: of a long list each line would write all of it.
        private var isSetUpChanged = false
        private var zones: [String: ZoneRules] = [:]
        private var journal: Journal
        private let projection: Projection
        private var counts: [CountKey: Int64] = [:]
        private(set) var erased = Erased()

        init(_ store: Store, _ connection: any Connection) throws {
            self.store = store
            self.connection = connection
            hotline = try store.setup(connection)
            journal = try Journal(connection, node: store.engine.node, codec: EventCodec())
            projection = Projection(
                connection: connection, hotline: store.hotlineID, node: store.engine.node,
                sealer: store.vault { $0.sealer }, callerKeys: store.vault { $0.callerKeys },
                callerBox: store.vault { $0.callerBox })
            try readZones()
        }

        private mutating func readZones() throws {
            for line in hotline.lines where zones[line.zone] == nil { zones[line.zone] = try store.zone(line.zone) }
        }

        var slots: SlotTable { SlotTable(connection: connection, hotline: store.hotlineID) }

        /// A way in that is another one now, or gone: what it was lies in no file any more.
        mutating func write(_ slot: Slot) throws {
            try slots.write(slot, journal.place)
            leaveTraces()
        }

        mutating func removeSlot(of code: String) throws {
            try slots.remove(code)
            leaveTraces()
        }

        /// It is told of in the journal, so that it ends in every store.
        private mutating func endWaysIn(_ codes: [String], _ stamp: Stamp) throws {
            guard !codes.isEmpty else { return }
            let owners = Set(try slots.owners())
            for code in codes where owners.contains(code) {
                _ = try journal.append(
                    [.access(0, .slotRemoved(operator: code))], stamp: stamp, hotline: store.hotlineID)
                try removeSlot(of: code)
            }
        }

        mutating func leaveTraces() { erased.leaveTraces() }

        @discardableResult
        public mutating func perform(_ commands: [Command], by actor: String, at now: Instant) throws -> [Event] {
            try forgetOldCallers(at: now)
            let records = StoreRecords(connection: connection, hotline: store.hotlineID)
            store.addZones(of: commands, to: &zones)
            var work = Work(
                by: actor, at: now, hotline: hotline, desk: store.desk, numbersMark: store.numbersMark, zones: zones,
                records: records)
            for command in commands { try work.perform(command) }
            if !work.words.isEmpty { try store.refuseTurnedKey(connection) }
            let act = try journal.append(work.events, stamp: work.stamp, hotline: store.hotlineID)
            if try projection.write(work, act) { erased.leaveTraces() }
            erased.add(work.events)
            Projection.counts(of: work, into: &counts)
            if let changed = work.hotline, work.events.contains(where: \.isOfSetUp) {
                try endWaysIn(hotline.waysInEnded(by: changed), work.stamp)
                hotline = changed
                isSetUpChanged = true
                try readZones()
            }
            return work.events
        }

        /// Callers' fingerprints that have had their time go in whatever is done
        /// next; asked once a day.
        private mutating func forgetOldCallers(at now: Instant) throws {
            try CallerBox.Table(connection: connection, hotline: store.hotlineID).sweep(at: now)
            guard store.isSweepDue(at: now) else { return }
            let signs = CallerSigns(connection: connection, hotline: store.hotlineID)
            let days = hotline.settings.repeatCallerDays
            if try signs.hasOutdated(at: now, days: days) {
                try signs.sweep(at: now, days: days)
                erased.leaveTraces()
            }
            store.sweepAgain(at: try signs.nextSweep(after: now, days: days))
        }

        func close() throws {
            if isSetUpChanged { try Store.write(hotline, id: store.hotlineID, connection) }
            try projection.write(counts)
            try journal.close(lastID: store.lastIDMade())
            if !erased.isEmpty { try Store.markTraces("\(store.engine.node)-\(journal.sequence)", connection) }
        }
    }

    static func write(_ hotline: Hotline, id: Int64, _ connection: any Connection) throws {
        try connection.run(
            """
            INSERT INTO hotline (id, code, setup) VALUES ($1, $2, $3)
            ON CONFLICT (id) DO UPDATE SET code = excluded.code, setup = excluded.setup
            """,
            [.integer(id), .text(hotline.code), .text(try EventCodec().text(hotline))])
    }
}

extension Event {
    fileprivate var isOfSetUp: Bool {
        if case .hotline = self { true } else { false }
    }
}

extension Hotline {
    /// Whose slot must go: who is disabled or comes back, and who may read words
    /// no more or for the first time, which the slot they have does not do.
    fileprivate func waysInEnded(by new: Hotline) -> [String] {
        operators.filter { old in
            guard let person = new.operatorNamed(old.code) else { return true }
            return !person.active || !old.active || person.opensWords != old.opensWords
        }.map(\.code)
    }
}
