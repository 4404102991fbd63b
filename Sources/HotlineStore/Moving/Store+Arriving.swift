import HotlineDomain

/// A store that is on its way: it is not whole yet, or it has gone elsewhere. Nobody works in it.
extension Store {
    /// What a store is on its way for, as its own mark says it.
    public enum Arriving: Hashable, Sendable {
        /// Of a desk that joins, by the token it asked with.
        case joining(token: String)
        /// Of a move, by where it comes from.
        case moving

        fileprivate init(_ text: String) { self = text == "move" ? .moving : .joining(token: text) }

        fileprivate var text: String {
            switch self {
            case .joining(let token): token
            case .moving: "move"
            }
        }
    }

    private static let arriving = "arriving"
    private static let movedTo = "moved_to"

    /// Where a joined desk's server is, without its password; nil for a store that never joined.
    public func server() throws -> String? { try engine.read { try Store.meta("server", $0) } }

    /// Throws where nobody may work in the store.
    static func refuseOnTheWay(_ connection: any Connection, path: String) throws {
        if try meta(arriving, connection) != nil { throw StoreError.arriving(path: path) }
        if let place = try meta(movedTo, connection) { throw StoreError.moved(path: path, to: place) }
    }

    /// Makes a store that is on its way.
    public static func begin(
        _ engine: any Engine, _ arriving: Arriving, _ origin: StoreOrigin,
        zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> Store {
        try createToReceive(engine, origin, marks: [Store.arriving: arriving.text], zoneNamed: zoneNamed)
    }

    /// It is this desk's from here on, of the server at this address.
    func settle(as desk: DeskMark, at address: String) throws {
        try engine.write { connection in
            try Store.putMeta("desk", desk.description, connection)
            try Store.putMeta("server", address, connection)
        }
    }

    /// Opens one that is on its way, to go on with it; nil where the engine holds nothing yet. One that is
    /// whole already is nobody's to go on with: `exists`.
    public static func opening(
        _ engine: any Engine, zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> (store: Store, arriving: Arriving)? {
        let found: Arriving?? = try engine.read { connection in
            if try isUnfinished(connection, engine.dialect) { return nil }
            try checkTables(connection, engine.dialect, path: engine.path)
            return try .some(meta(arriving, connection).map { Arriving($0) })
        }
        guard let found else { return nil }
        guard let arriving = found else { throw StoreError.exists(path: engine.path) }
        return (try open(engine, isOnTheWay: true, zoneNamed: zoneNamed), arriving)
    }

    /// Where the store was moved; nil where it stands.
    public func wasMoved() throws -> String? { try engine.read { try Store.meta(Store.movedTo, $0) } }

    /// It is whole: from here on it is worked in.
    public func arrive() throws {
        try engine.write { try $0.run("DELETE FROM meta WHERE key = $1", [.text(Store.arriving)]) }
    }

    /// Nobody works in it any more: it was carried to this place.
    func leave(for place: String) throws {
        try engine.write { try Store.putMeta(Store.movedTo, place, $0) }
    }

    /// Nothing is left of a store that never was whole; another one may be made in its place.
    func clear() throws {
        try engine.write { connection in
            guard try Store.meta(Store.arriving, connection) != nil else { return }
            let tables = Schema.readTables + Schema.recordTables
            try connection.script(tables.map { "DROP TABLE IF EXISTS \($0)" }.joined(separator: ";\n"))
        }
    }

    /// After all.
    func stay() throws {
        try engine.write { try $0.run("DELETE FROM meta WHERE key = $1", [.text(Store.movedTo)]) }
    }

    static func putMeta(_ key: String, _ value: String, _ connection: any Connection) throws {
        try connection.run(
            "INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [.text(key), .text(value)])
    }
}
