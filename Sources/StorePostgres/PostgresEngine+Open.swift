import HotlineStore

extension PostgresEngine {
    /// What to do about a database that holds no store.
    public enum Creation: Sendable {
        /// Refuse: `missing`.
        case never
        /// Make room for one; refuse where there is one: `exists`.
        case new
        /// Make room unless it is there: for several first starts at once.
        case ifMissing
    }

    /// How people are shown the store that `url` names: without its password.
    public static func shown(_ url: String) throws(StoreError) -> String { try ServerAddress(url).shown }

    /// How a store's place is shown to whoever comes in to `own` by a role: by the same. Anything but two
    /// servers' addresses is shown as it is.
    public static func shown(_ url: String, inRoleOf own: String) -> String {
        guard let role = (try? ServerAddress(own))?.value("user") else { return url }
        return shown(url, to: role)
    }

    /// The same of a role that is known by its name.
    public static func shown(_ url: String, to role: String) -> String {
        (try? ServerAddress(url))?.kept(for: role) ?? url
    }

    /// Whether a store's name is one of a server's.
    public static func isURL(_ name: String) -> Bool { ServerAddress.schemes.contains { name.hasPrefix($0) } }

    /// Opens the store in the database that `url` names, in libpq's own way:
    /// several servers, `target_session_attrs`, `sslmode`, a service, a password
    /// from its file. To a server across a network it is encrypted unless the
    /// URL says otherwise. A store just made holds nothing yet: no table.
    /// `nodes`: the numbers one of which this program is to go by. `ownFiles`:
    /// what the names of this user's files for the store are to begin with.
    public static func open(
        url: String, create: Creation = .never, nodes: ClosedRange<Int64> = PostgresEngine.houseNodes,
        ownFiles: String? = nil, busySeconds: Double = PostgresEngine.busySeconds
    ) throws -> PostgresEngine {
        let line = ServerLine(try ServerAddress(url), busySeconds: busySeconds)
        let writer = try WritingSession(line, nodes: nodes) { try make($0, create) }
        return PostgresEngine(line, writer: writer, ownFiles: ownFiles, busySeconds: busySeconds)
    }

    private static func make(_ session: PostgresSession, _ create: Creation) throws {
        let holds = try session.ask(
            """
            SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = pg_namespace.oid),
                has_schema_privilege(oid, 'USAGE')::int::bigint
            FROM pg_namespace WHERE nspname = '\(ServerLine.schema)'
            """
        ) { (parts: $0.integer(0), isOpen: $0.integer(1) == 1) }
        // Else it would look as if nothing were in there.
        if let holds, !holds.isOpen {
            throw StoreError.noRight(path: session.path, detail: "schema \(ServerLine.schema)")
        }
        switch (holds?.parts, create) {
        case (nil, .never): throw StoreError.missing(path: session.path)
        case (.some(let parts), .new) where parts > 0: throw StoreError.exists(path: session.path)
        case (nil, _), (0, .new), (0, .ifMissing): try session.makeSchema()
        default: break
        }
    }
}

extension PostgresSession {
    /// Two at once: `IF NOT EXISTS` looks before it makes, and the second fails.
    fileprivate func makeSchema() throws {
        try alone(
            """
            SELECT pg_advisory_xact_lock(\(Turn.space), 0);
            CREATE SCHEMA IF NOT EXISTS \(ServerLine.schema);
            CREATE TABLE IF NOT EXISTS \(ServerLine.schema).\(Turn.table) ()
            """)
    }
}
