import HotlineDomain

/// Brings everything that one store holds into another one, shipment by shipment. Stopped at any moment it
/// goes on where it was: what has arrived is not carried again.
public struct Passage: Sendable {
    let source: Store
    let target: Store

    public init(from source: Store, into target: Store) {
        self.source = source
        self.target = target
    }

    /// So many events are one transaction.
    static let eventsAtOnce = 500

    /// `progress` runs from 0 to 1. Gives how many events were carried.
    @discardableResult
    public func carry(progress: (Double) -> Void = { _ in }) throws -> Int {
        let total = try source.heads().events(beyond: target.heads())
        var carried = 0
        progress(total == 0 ? 1 : 0)
        while let shipment = try source.shipment(after: target.heads(), limit: Passage.eventsAtOnce) {
            carried += try target.receive(shipment).events
            progress(min(1, Double(carried) / Double(max(1, total))))
        }
        return carried
    }

    // MARK: - A whole store

    /// What goes to no other desk, and belongs to the store all the same: how far switches were heard, wrong
    /// passphrases in a row, and the last id each node made.
    public func carryBelongings() throws {
        let belongings = try source.engine.read { try Belongings($0) }
        try target.engine.write { try belongings.write($0) }
    }

    /// Proves event by event that the target holds what the source holds. `progress` runs from 0 to 1.
    public func verify(progress: (Double) -> Void = { _ in }) throws {
        let (ours, theirs) = (try chainHeads(source), try chainHeads(target))
        guard ours == theirs else { throw StoreError.moveDiffers(what: "heads") }
        // The target's chains are made anew from every event that stands there, and end as the source's do.
        let findings = try target.verify(progress: progress)
        guard findings.isSound else { throw StoreError.moveDiffers(what: "tables") }
        guard try source.stateDigest() == target.stateDigest() else { throw StoreError.moveDiffers(what: "digest") }
    }

    /// What arrived and is not what was sent is of no use to anybody.
    private func proveOrClear(progress: (Double) -> Void = { _ in }) throws {
        do {
            try verify(progress: progress)
        } catch let error as StoreError {
            if case .moveDiffers = error { try? target.clear() }
            throw error
        }
    }

    /// The last hash of each node's chain: equal ones end chains of equal events.
    private func chainHeads(_ store: Store) throws -> [Int64: [UInt8]] {
        try store.engine.read { connection in
            Dictionary(
                try connection.all("SELECT node, last_hash FROM node WHERE last_sequence > 0") {
                    ($0.integer(0), $0.bytes(1))
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    // MARK: - A move

    /// Begins a move into what an engine holds, or goes on with one. A store that is whole is never written
    /// over: `exists`.
    public static func begin(
        from source: Store, into engine: any Engine, zoneNamed: @escaping @Sendable (String) throws -> ZoneRules
    ) throws -> Passage {
        let origin = try source.origin()
        guard let left = try Store.opening(engine, zoneNamed: zoneNamed) else {
            return Passage(from: source, into: try Store.begin(engine, .moving, origin, zoneNamed: zoneNamed))
        }
        guard left.arriving == .moving, try left.store.origin() == origin else {
            throw StoreError.exists(path: engine.path)
        }
        return Passage(from: source, into: left.store)
    }

    /// The whole of it, from wherever it stopped. The source is left when the target is proven to hold it all,
    /// and only then the target is worked in: two stores at work would be worse than none for a moment.
    ///
    /// - Parameters:
    ///   - place: what people call the target.
    ///   - hasOthers: whether anybody else works in the source.
    @discardableResult
    public func move(
        to place: String, hasOthers: () throws -> Bool = { false }, progress: (Double) -> Void = { _ in }
    ) throws -> Int {
        func refuseOthers() throws {
            if try hasOthers() { throw StoreError.inUse(path: source.engine.path) }
        }
        try refuseOthers()
        var carried = try carry { progress($0 * 0.6) }
        try carryBelongings()
        try proveOrClear { progress(0.6 + $0 * 0.4) }
        try source.leave(for: place)
        do {
            // Whoever came in a moment before has been let in.
            try refuseOthers()
            let late = try carry()
            if late > 0 {
                try carryBelongings()
                try proveOrClear()
            }
            carried += late
        } catch {
            try source.stay()
            throw error
        }
        try target.arrive()
        return carried
    }
}

/// What only a move carries.
private struct Belongings {
    private var marks: [[SQLValue]] = []
    private var failures: [[SQLValue]] = []
    private var ids: [[SQLValue]] = []

    init(_ connection: any Connection) throws {
        func number(_ row: any SQLRow, _ column: Int) -> SQLValue { .integer(row.integerOrNil(column)) }
        marks = try connection.all(
            "SELECT hotline, source, heard_at, told_until, boot_at, boot_words FROM feed_mark"
        ) {
            [number($0, 0), .text($0.text(1)), number($0, 2), number($0, 3), number($0, 4), .text($0.textOrNil(5))]
        }
        failures = try connection.all("SELECT hotline, owner, failures, failed_at FROM slot WHERE failures > 0") {
            [number($0, 0), .text($0.text(1)), number($0, 2), number($0, 3)]
        }
        ids = try connection.all("SELECT node, last_id FROM node WHERE last_sequence > 0") {
            [number($0, 0), number($0, 1)]
        }
    }

    /// As they are by now, however often.
    func write(_ connection: any Connection) throws {
        try connection.run("DELETE FROM feed_mark", [])
        for mark in marks {
            try connection.run(
                """
                INSERT INTO feed_mark (hotline, source, heard_at, told_until, boot_at, boot_words)
                VALUES ($1, $2, $3, $4, $5, $6)
                """, mark)
        }
        try connection.run("UPDATE slot SET failures = 0, failed_at = NULL WHERE failures > 0", [])
        for failure in failures {
            try connection.run(
                "UPDATE slot SET failures = $3, failed_at = $4 WHERE hotline = $1 AND owner = $2", failure)
        }
        for id in ids {
            try connection.run("UPDATE node SET last_id = $2 WHERE node = $1 AND last_id < $2", id)
        }
    }
}
