import HotlineDomain

/// A desk that joins a server: enrolled there, then given everything there is. Stopped at any moment it is
/// begun again in the same place, and is the same desk.
public struct Joining: Sendable {
    public let desk: EnrolledDesk
    /// On its way until `fill` is done.
    private let store: Store
    private let server: Store

    /// - Parameters:
    ///   - engine: holds nothing, or what an earlier try left.
    ///   - address: the server's, without a password.
    public static func begin(
        _ engine: any Engine, at server: Store, name: String, address: String, by actor: String, at now: Instant,
        zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> Joining {
        let token: String
        let origin = try server.origin()
        if let left = try Store.opening(engine, zoneNamed: zoneNamed) {
            guard case .joining(let known) = left.arriving, try left.store.origin().isSameHotline(origin) else {
                throw StoreError.exists(path: engine.path)
            }
            token = known
        } else {
            token = makeToken()
            _ = try Store.begin(engine, .joining(token: token), origin, zoneNamed: zoneNamed)
        }
        let desk = try server.enrol(name, token: token, by: actor, at: now)
        try Store.open(engine, isOnTheWay: true, zoneNamed: zoneNamed).settle(as: desk.mark, at: address)
        // Opened anew it knows whose it is: of the numbers that come it counts its own.
        let store = try Store.open(engine, isOnTheWay: true, zoneNamed: zoneNamed)
        return Joining(desk: desk, store: store, server: server)
    }

    /// What came of it.
    public struct Filled: Hashable, Sendable {
        /// Events that are in the store now, those of an earlier try among them.
        public let total: Int
        /// Records of words that are damaged at the server, and did not come along.
        public let wordsLeft: Int
    }

    /// Brings everything, and lets the store be worked in. `progress` runs from 0 to 1.
    @discardableResult
    public func fill(progress: (Double) -> Void = { _ in }) throws -> Filled {
        let before = try server.wordsKept()
        try Passage(from: server, into: store).carry(progress: progress)
        try store.arrive()
        // Others may write and erase there meanwhile.
        let there = try min(before, server.wordsKept())
        return try Filled(
            total: Int(store.heads().sequences.values.reduce(0, +)), wordsLeft: max(0, there - store.wordsKept()))
    }

    static func makeToken() -> String {
        hexadecimal((0..<16).map { _ in UInt8.random(in: .min ... .max) })
    }
}

extension Store {
    /// Records of words that nobody erased.
    fileprivate func wordsKept() throws -> Int {
        let sql = "SELECT count(*) FROM words WHERE hotline = $1 AND erased_at IS NULL"
        return Int(try engine.read { try $0.count(sql, [.integer(hotlineID)]) })
    }
}

extension StoreOrigin {
    /// Stores of one hotline, whatever key they are sealed with.
    func isSameHotline(_ other: StoreOrigin) -> Bool { founding == other.founding }
}
