import HotlineDomain

extension Store {
    /// What a store says about itself.
    public struct About: Sendable, Hashable {
        /// Nothing in it is sealed, nobody needs a passphrase.
        public let isOpen: Bool
        /// It is for practising: made-up calls, simulated callers.
        public let isPractice: Bool
        /// It is the store of a desk that joined a server: this one.
        public let desk: DeskMark?
        public init(isOpen: Bool, isPractice: Bool, desk: DeskMark? = nil) {
            self.isOpen = isOpen
            self.isPractice = isPractice
            self.desk = desk
        }
    }

    /// Makes the tables and sets one hotline up in them, in one transaction,
    /// and with the key in an open store's file or in the first slots. `chance`: where its ids begin.
    public static func create(
        _ engine: any Engine, hotline: Hotline, isPractice: Bool = false, _ protection: Protection = .open,
        at now: Instant, chance: some RandomNumberGenerator = SystemRandomNumberGenerator(),
        zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> Store {
        try make(engine, hotline, isPractice, protection, plansAhead: false, now, chance, zoneNamed).store
    }

    /// Makes a store to work in: with the shifts the roster plans ahead, all in
    /// the same transaction, so that there is no half of a store.
    public static func setUp(
        _ engine: any Engine, hotline: Hotline, _ protection: Protection = .open, at now: Instant,
        zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> (store: Store, planned: Int) {
        let chance = SystemRandomNumberGenerator()
        return try make(engine, hotline, false, protection, plansAhead: true, now, chance, zoneNamed)
    }

    private static func make(
        _ engine: any Engine, _ hotline: Hotline, _ isPractice: Bool, _ protection: Protection, plansAhead: Bool,
        _ now: Instant, _ chance: some RandomNumberGenerator,
        _ zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> (store: Store, planned: Int) {
        let key = HotlineKey.make()
        let store = Store(engine: engine, hotlineID: 1, lastID: 0, chance: chance, zoneNamed: zoneNamed)
        let planned = try engine.write { connection in
            guard try isUnfinished(connection, engine.dialect) else { throw StoreError.exists(path: engine.path) }
            try connection.script(Schema.statements(engine.dialect))
            for (name, value) in [
                ("schema", String(Schema.version)), ("open", protection.isOpen ? "1" : "0"),
                ("practice", isPractice ? "1" : "0"), ("created_at", String(now.milliseconds)),
                ("key_mark", hexadecimal(key.mark)), ("caller_box", CallerBoxKey(key).box.text),
            ] {
                try setMeta(name, value, connection)
            }
            try HouseTerm.note(connection, engine.dialect)
            let records = StoreRecords(connection: connection, hotline: 1)
            var work = Work(by: Stamp.systemCode, at: now, hotline: nil, zones: [:], records: records)
            try work.perform(.hotline(.apply(hotline)))
            let slots = try keep(key, protection, hotline, &work, engine, connection)
            var journal = try Journal(connection, node: engine.node, codec: EventCodec())
            let act = try journal.append(work.events, stamp: work.stamp, hotline: 1)
            for slot in slots { try SlotTable(connection: connection, hotline: 1).write(slot, act.last) }
            try markFounding(act.first, key, connection)
            try journal.close(lastID: 0)
            try write(hotline, id: 1, connection)
            guard plansAhead else { return 0 }
            let shifts = try store.rostered(hotline, at: now)
            var batch = try Batch(store, connection)
            try batch.perform(
                shifts.map { .shift(store.newID(Shift.self, at: now), $0.command) }, by: Stamp.systemCode, at: now)
            try batch.close()
            return shifts.count
        }
        store.vault { $0.open(key, for: protection.access) }
        return (store, planned)
    }

    /// Puts a new store's key where its people will find it: beside it, or into the slots it gives.
    private static func keep<R>(
        _ key: HotlineKey, _ protection: Protection, _ hotline: Hotline, _ work: inout Work<R>, _ engine: any Engine,
        _ connection: any Connection
    ) throws -> [Slot] {
        switch protection {
        case .open:
            try keepOpen(key, engine, connection)
            return []
        case .sealed(let first):
            try first.check(hotline)
            try work.perform(.access(.issueSlot(operator: first.admin, opensWords: true)))
            return [
                try Slot.make(for: first.admin, first.passphrase, holding: key, cost: first.cost),
                try Slot.make(for: Slot.recovery, first.recovery.passphrase, holding: key, cost: first.cost),
            ]
        }
    }

    /// Beside its file, or in it where it has none.
    static func keepOpen(_ key: HotlineKey, _ engine: any Engine, _ connection: any Connection) throws {
        if let file = KeyFile(engine) {
            try file.write(key)
        } else {
            try setMeta("key", hexadecimal(key.bytes), connection)
        }
    }

    static func setMeta(_ key: String, _ value: String, _ connection: any Connection) throws {
        try connection.run("INSERT INTO meta (key, value) VALUES ($1, $2)", [.text(key), .text(value)])
    }

    /// Opens the store an engine holds. Refuses what is no store, what was never
    /// finished, what lacks a table and what a later release wrote.
    /// `toRebuild`: one that lacks what can be made anew is opened too, to be
    /// rebuilt before anything is asked of it. `isOnTheWay`: one that is not
    /// whole yet, or was moved, is opened too, by who goes on with that.
    /// `chance`: where its ids begin.
    public static func open(
        _ engine: any Engine, toRebuild: Bool = false, isOnTheWay: Bool = false,
        chance: some RandomNumberGenerator = SystemRandomNumberGenerator(),
        zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> Store {
        let (lastID, desk, term) = try engine.read { connection in
            let needed = toRebuild ? Schema.recordTables : Schema.recordTables + Schema.readTables
            try checkTables(connection, engine.dialect, path: engine.path, needed)
            if !isOnTheWay { try refuseOnTheWay(connection, path: engine.path) }
            return (
                try connection.count("SELECT last_id FROM node WHERE node = $1", [.integer(engine.node)]),
                try mark(connection), try HouseTerm.read(connection)
            )
        }
        let store = Store(
            engine: engine, hotlineID: 1, lastID: lastID, desk: desk, term: term, chance: chance, zoneNamed: zoneNamed
        )
        if try store.about().isOpen { try store.openWithKeyBeside() }
        store.wipeLeftTraces()
        return store
    }

    /// An open store lets everybody in who has its file.
    private func openWithKeyBeside() throws {
        let key: HotlineKey
        if let file = KeyFile(engine) {
            key = try file.read()
        } else {
            let text = try engine.read { try Store.meta("key", $0) }
            guard let found = text.flatMap(fromHexadecimal).flatMap(HotlineKey.init(bytes:)) else {
                throw StoreError.keyMissing(path: engine.path)
            }
            key = found
        }
        do {
            try check(key)
        } catch StoreError.wrongKey {
            throw StoreError.wrongKey(path: KeyFile(engine)?.path ?? engine.path)
        }
        vault { $0.open(key, for: .open) }
    }

    public func about() throws -> About {
        try engine.read {
            About(
                isOpen: try Store.meta("open", $0) == "1", isPractice: try Store.meta("practice", $0) == "1",
                desk: try Store.mark($0))
        }
    }

    /// The desk whose store this is; nil for one that never joined a server, and for the server's.
    public static func mark(_ connection: any Connection) throws -> DeskMark? {
        try meta("desk", connection).flatMap { DeskMark($0) }
    }

    /// The nodes that programs at a store write under, and whether those are a desk's: of the others some
    /// belong to desks as soon as one has joined.
    public static func nodes(
        _ connection: any Connection, _ dialect: Dialect
    ) throws -> (range: ClosedRange<Int64>, isOfDesk: Bool) {
        let tables = try connection.all(dialect.tableNames) { $0.text(0) }
        guard tables.contains("meta"), tables.contains("event") else { return (1...4095, false) }
        if let mark = try mark(connection) { return (mark.nodes, true) }
        let hasDesks = try connection.first("SELECT 1 FROM event WHERE \(tellsOfDesk) LIMIT 1") { _ in true }
        return (hasDesks == nil ? 1...4095 : DeskMark.nodesOfHouse, false)
    }

    static func meta(_ key: String, _ connection: any Connection) throws -> String? {
        try connection.first("SELECT value FROM meta WHERE key = $1", [.text(key)]) { $0.text(0) }
    }

    /// Whether all is there that is needed. `path` is what errors name.
    static func checkTables(
        _ connection: any Connection, _ dialect: Dialect, path: String,
        _ needed: [String] = Schema.recordTables + Schema.readTables
    ) throws {
        let found = Set(try connection.all(dialect.tableNames) { $0.text(0) })
        if found.isEmpty { throw StoreError.unfinished(path: path) }
        // Somebody else's tables may have a name or two in common with ours.
        guard Schema.recordTables.count(where: found.contains) * 2 > Schema.recordTables.count else {
            throw StoreError.notAStore(path: path)
        }
        // A later release may have other tables: its version first.
        let version = found.contains("meta") ? try meta("schema", connection).flatMap { Int($0) } : nil
        if let version, version > Schema.version {
            throw StoreError.newerVersion(found: version, known: Schema.version)
        }
        if let version, (1..<Schema.oldestVersion).contains(version) {
            throw StoreError.olderVersion(found: version, known: Schema.oldestVersion)
        }
        let missing = needed.filter { !found.contains($0) }
        guard missing.isEmpty else {
            throw StoreError.damaged(detail: "no table " + missing.joined(separator: ", "))
        }
        guard let version, version > 0 else { throw StoreError.damaged(detail: "meta.schema") }
    }

    /// A file that was made for a store and holds nothing yet.
    static func isUnfinished(_ connection: any Connection, _ dialect: Dialect) throws -> Bool {
        try connection.first(dialect.tableNames) { _ in true } == nil
    }
}
