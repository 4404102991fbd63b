import HotlineDomain
import Synchronization

/// A hotline's journal with everything read off it: the one way to write
/// events, and the place where every list and figure is asked for.
public final class Store: Sendable {
    public let engine: any Engine
    /// The id of the hotline this handle is for.
    let hotlineID: Int64
    /// Finds a time zone's rules by IANA name; cached per name.
    let zoneNamed: @Sendable (String) throws -> ZoneRules
    private let state: Mutex<State>

    struct State {
        var ids: IDMaker
        var zones: [String: ZoneRules] = [:]
        /// The set-up as of the last look, with the change mark it was read at.
        var setup: (mark: Int64, hotline: Hotline)?
    }

    init(
        engine: any Engine, hotlineID: Int64, lastID: Int64, zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) {
        self.engine = engine
        self.hotlineID = hotlineID
        self.zoneNamed = zoneNamed
        state = Mutex(State(ids: IDMaker(node: engine.node, after: lastID)))
    }

    /// An id that no other process makes.
    public func newID<Kind>(_ kind: Kind.Type = Kind.self, at now: Instant) -> ID<Kind> {
        state.withLock { $0.ids.make(kind, at: now) }
    }

    /// Words with an id of their own, ready for a command.
    public func written(_ text: String, at now: Instant) -> Written {
        Written(id: newID(Words.self, at: now), text: Private(text))
    }

    /// Rules of a zone, read once.
    public func zone(_ name: String) throws -> ZoneRules {
        if let known = state.withLock({ $0.zones[name] }) { return known }
        let rules = try zoneNamed(name)
        state.withLock { $0.zones[name] = rules }
        return rules
    }

    /// The hotline's set-up as it stands in the store now.
    public func hotline() throws -> Hotline {
        let mark = try engine.changeMark()
        if let known = state.withLock({ $0.setup }), known.mark == mark { return known.hotline }
        let hotline = try engine.read { try setup($0) }
        state.withLock { $0.setup = (mark, hotline) }
        return hotline
    }

    func setup(_ connection: any Connection) throws -> Hotline {
        let text = try connection.first("SELECT setup FROM hotline WHERE id = $1", [.integer(hotlineID)]) {
            $0.text(0)
        }
        guard let text else { throw StoreError.damaged(detail: "hotline \(hotlineID) has no set-up") }
        return try EventCodec().value(Hotline.self, text)
    }

    func lastIDMade() -> Int64 { state.withLock { $0.ids.lastRaw } }
}
