import Crypto
import HotlineDomain

/// What all stores of one hotline have in common, and no other store: the event
/// with which the hotline was set up, and the key it seals with.
public struct StoreOrigin: Hashable, Sendable {
    /// Of that event's hash and the key of then, which are no other hotline's.
    let founding: String
    let schema: Int
    let isOpen: Bool
    let isPractice: Bool
    let createdAt: String
    let keyMark: String
    let callerBox: String?
    /// Of an open store, which keeps it beside its file for everybody.
    let openKey: [UInt8]?

    static let question = Question("SELECT key, value FROM meta")
}

extension Store {
    private static let founding = "founding"

    /// What another store of this hotline is to begin with.
    public func origin() throws -> StoreOrigin {
        let openKey = access == .open ? vault { $0.key?.bytes } : nil
        return try engine.read { try Store.origin($0, openKey: openKey) }
    }

    static func origin(_ connection: any Connection, openKey: [UInt8]?) throws -> StoreOrigin {
        let found = try connection.all(StoreOrigin.question) { ($0.text(0), $0.text(1)) }
        let meta = Dictionary(found) { first, _ in first }
        guard let founding = meta[founding], let keyMark = meta["key_mark"],
            let schema = meta["schema"].flatMap({ Int($0) })
        else { throw StoreError.damaged(detail: "meta.founding") }
        return StoreOrigin(
            founding: founding, schema: schema, isOpen: meta["open"] == "1", isPractice: meta["practice"] == "1",
            createdAt: meta["created_at"] ?? "", keyMark: keyMark, callerBox: meta["caller_box"], openKey: openKey)
    }

    /// Once the hotline was set up with this event, to be sealed with this key.
    static func markFounding(_ place: EventPlace, _ key: HotlineKey, _ connection: any Connection) throws {
        let hash = try connection.first(
            "SELECT hash FROM event WHERE node = $1 AND sequence = $2",
            [.integer(place.node), .integer(place.sequence)]
        ) { $0.bytes(0) }
        var sha = SHA256()
        sha.update(data: (hash ?? []) + key.mark)
        try setMeta(founding, hexadecimal(Array(sha.finalize())), connection)
    }

    /// Makes a store of a hotline that was set up elsewhere. It holds nothing
    /// until it receives what another one ships: only then can it be worked in.
    /// `marks`: what else the store is to say of itself.
    public static func createToReceive(
        _ engine: any Engine, _ origin: StoreOrigin, marks: [String: String] = [:],
        zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> Store {
        let key = origin.openKey.flatMap(HotlineKey.init(bytes:))
        let desk = try engine.write { connection in
            guard try isUnfinished(connection, engine.dialect) else { throw StoreError.exists(path: engine.path) }
            try connection.script(Schema.statements(engine.dialect))
            var all = marks
            all["schema"] = String(origin.schema)
            all["open"] = origin.isOpen ? "1" : "0"
            all["practice"] = origin.isPractice ? "1" : "0"
            all["created_at"] = origin.createdAt
            all["key_mark"] = origin.keyMark
            all["caller_box"] = origin.callerBox
            all[founding] = origin.founding
            for (name, value) in all.sorted(by: { $0.key < $1.key }) { try setMeta(name, value, connection) }
            if let key { try keepOpen(key, engine, connection) }
            return try mark(connection)
        }
        let store = Store(engine: engine, hotlineID: 1, lastID: 0, desk: desk, zoneNamed: zoneNamed)
        if let key { store.vault { $0.open(key, for: .open) } }
        return store
    }
}
