import Glibc
import HotlineDomain
import Synchronization

/// A hotline's journal with everything read off it: the one way to write
/// events, and the place where every list and figure is asked for.
public final class Store: Sendable {
    public let engine: any Engine
    /// The id of the hotline this handle is for.
    let hotlineID: Int64
    /// The desk this is the store of, once it has joined a server.
    public let desk: DeskMark?
    /// The mark in the numbers that are given here: the desk's, or that of the server's term.
    let numbersMark: DeskMark?
    /// Finds a time zone's rules by IANA name; cached per name.
    let zoneNamed: @Sendable (String) throws -> ZoneRules
    private let state: Mutex<State>

    struct State {
        var ids: IDMaker
        var zones: [String: ZoneRules] = [:]
        /// The set-up as last read.
        var setup: Setup?
        /// The change mark at which the set-up was last looked at.
        var mark: Int64?
        var vault = Vault()
        /// Words were erased, and a file of the store may still hold them.
        var traces = Traces.none
        /// When callers' fingerprints are looked through next for those that are too old.
        var nextSweep: Instant?
    }

    /// A set-up with the text it was read from.
    struct Setup {
        let text: [UInt8]
        let hotline: Hotline

        func isOf(_ units: UnsafeBufferPointer<UInt8>) -> Bool {
            guard let start = units.baseAddress, units.count == text.count else { return false }
            return memcmp(start, text, text.count) == 0
        }
    }

    init(
        engine: any Engine, hotlineID: Int64, lastID: Int64, desk: DeskMark? = nil, term: HouseTerm = .first,
        chance: some RandomNumberGenerator = SystemRandomNumberGenerator(),
        zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) {
        self.engine = engine
        self.hotlineID = hotlineID
        self.desk = desk
        numbersMark = desk ?? term.mark
        self.zoneNamed = zoneNamed
        state = Mutex(State(ids: IDMaker(node: engine.node, after: lastID, chance: chance)))
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
        if let known = state.withLock({ $0.mark == mark ? $0.setup?.hotline : nil }) { return known }
        let hotline = try engine.read { try setup($0) }
        state.withLock { $0.mark = mark }
        return hotline
    }

    func setup(_ connection: any Connection) throws -> Hotline {
        let known = state.withLock { $0.setup }
        let read: Setup? = try connection.first("SELECT setup FROM hotline WHERE id = $1", [.integer(hotlineID)]) {
            row in
            // Comparing some kilobytes costs far less than decoding them for every call.
            var isKnown = false
            row.withText(0) { isKnown = known?.isOf($0) ?? false }
            if isKnown, let known { return known }
            let text = row.text(0)
            return Setup(text: Array(text.utf8), hotline: try EventCodec().value(Hotline.self, text))
        }
        guard let read else { throw StoreError.damaged(detail: "hotline \(hotlineID) has no set-up") }
        state.withLock { $0.setup = read }
        return read.hotline
    }

    func vault<T>(_ body: (inout Vault) throws -> T) rethrows -> T { try state.withLock { try body(&$0.vault) } }

    func traces<T>(_ body: (inout Traces) -> T) -> T { state.withLock { body(&$0.traces) } }
    func isSweepDue(at now: Instant) -> Bool { state.withLock { $0.nextSweep.map { now >= $0 } ?? true } }
    func sweepAgain(at next: Instant) { state.withLock { $0.nextSweep = next } }

    func lastIDMade() -> Int64 { state.withLock { $0.ids.lastRaw } }
}
