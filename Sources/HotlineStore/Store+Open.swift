import HotlineDomain

extension Store {
    /// What a store says about itself.
    public struct About: Sendable, Hashable {
        /// Nothing in it is sealed, nobody needs a passphrase.
        public let isOpen: Bool
        /// It is for practising: made-up calls, simulated callers.
        public let isPractice: Bool
        public init(isOpen: Bool, isPractice: Bool) {
            self.isOpen = isOpen
            self.isPractice = isPractice
        }
    }

    /// Makes the tables and sets one hotline up in them, in one transaction.
    /// Until words are sealed (a later release) every store is open.
    public static func create(
        _ engine: any Engine, hotline: Hotline, isPractice: Bool = false, at now: Instant,
        zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> Store {
        try engine.write { connection in
            if try tables(connection, engine) { throw StoreError.exists(path: engine.path) }
            try connection.script(Schema.statements(engine.dialect))
            for (key, value) in [
                ("schema", String(Schema.version)), ("open", "1"), ("practice", isPractice ? "1" : "0"),
                ("created_at", String(now.milliseconds)),
            ] {
                try connection.run("INSERT INTO meta (key, value) VALUES ($1, $2)", [.text(key), .text(value)])
            }
            let records = StoreRecords(connection: connection, hotline: 1)
            var work = Work(by: Stamp.systemCode, at: now, hotline: nil, zones: [:], records: records)
            try work.perform(.hotline(.apply(hotline)))
            var journal = try Journal(connection, node: engine.node, codec: EventCodec())
            for event in work.events { try journal.append(event, stamp: work.stamp, hotline: 1) }
            try journal.close(lastID: 0)
            try write(hotline, id: 1, connection)
        }
        return Store(engine: engine, hotlineID: 1, lastID: 0, zoneNamed: zoneNamed)
    }

    /// Opens the store an engine holds. Refuses what is no store and what a
    /// later release wrote.
    public static func open(
        _ engine: any Engine, zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> Store {
        let lastID = try engine.read { connection in
            guard try tables(connection, engine) else { throw StoreError.notAStore(path: engine.path) }
            guard let text = try meta("schema", connection), let version = Int(text), version > 0 else {
                throw StoreError.damaged(detail: "meta.schema")
            }
            guard version <= Schema.version else {
                throw StoreError.newerVersion(found: version, known: Schema.version)
            }
            return try connection.count("SELECT last_id FROM node WHERE node = $1", [.integer(engine.node)])
        }
        return Store(engine: engine, hotlineID: 1, lastID: lastID, zoneNamed: zoneNamed)
    }

    public func about() throws -> About {
        try engine.read {
            About(
                isOpen: try Store.meta("open", $0) == "1", isPractice: try Store.meta("practice", $0) == "1")
        }
    }

    static func meta(_ key: String, _ connection: any Connection) throws -> String? {
        try connection.first("SELECT value FROM meta WHERE key = $1", [.text(key)]) { $0.text(0) }
    }

    private static func tables(_ connection: any Connection, _ engine: any Engine) throws -> Bool {
        try connection.count(engine.dialect.countTablesNamedMeta) > 0
    }
}
