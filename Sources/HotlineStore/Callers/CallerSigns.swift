import HotlineDomain

/// What callers' numbers left behind: for each call a fingerprint under the key
/// of every period that is remembered. It stands beside the journal, never in
/// it, and nothing can make it anew.
///
/// A period is so many days of `repeat_caller_days`. A call is marked under the
/// key of its own period and of the one before, so it is recognised against
/// both; a key and its fingerprints go when its second period ends. A caller is
/// known for one period at least, two at most.
struct CallerSigns {
    let connection: any Connection
    let hotline: Int64

    static func createSQL(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS caller_key (
            hotline \(d.integer) NOT NULL,
            begun \(d.integer) NOT NULL,
            wrapped_key \(d.bytes) NOT NULL,
            node \(d.integer) NOT NULL,
            sequence \(d.integer) NOT NULL,
            PRIMARY KEY (hotline, begun)
        )\(d.tableSuffix);
        CREATE TABLE IF NOT EXISTS caller_sign (
            call \(d.integer) NOT NULL,
            begun \(d.integer) NOT NULL,
            hotline \(d.integer) NOT NULL,
            sealed \(d.bytes) NOT NULL,
            node \(d.integer) NOT NULL,
            sequence \(d.integer) NOT NULL,
            PRIMARY KEY (call, begun)
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS caller_sign_by_event ON caller_sign (node, sequence);
        CREATE INDEX IF NOT EXISTS caller_sign_by_key ON caller_sign (hotline, begun);
        """
    }

    // MARK: - Remembering

    /// The last number given in a call is the one that counts.
    func write(
        _ given: NumberGiven, with ring: CallerKeyRing, at now: Instant, days: Int, _ act: Journal.Act
    ) throws {
        try remove(given.call)
        try sweep(at: now, days: days)
        for key in try keys(ring, at: now, days: days, act) {
            let sealed = try key.seal(key.fingerprint(given.number), of: given.call.raw)
            try write(
                CallerSignRow(call: given.call, begun: key.begun, sealed: sealed, place: act.last))
        }
    }

    func write(_ row: CallerSignRow) throws {
        try connection.run(
            """
            INSERT INTO caller_sign (call, begun, hotline, sealed, node, sequence) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (call, begun) DO NOTHING
            """,
            [
                .id(row.call), .instant(row.begun), .integer(hotline), .bytes(row.sealed),
                .integer(row.place.node), .integer(row.place.sequence),
            ])
    }

    func write(_ row: CallerKeyRow) throws {
        try connection.run(
            """
            INSERT INTO caller_key (hotline, begun, wrapped_key, node, sequence) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (hotline, begun) DO NOTHING
            """,
            [
                .integer(hotline), .instant(row.begun), .bytes(row.wrapped), .integer(row.place.node),
                .integer(row.place.sequence),
            ])
    }

    func remove(_ call: CallID) throws {
        try connection.run("DELETE FROM caller_sign WHERE call = $1", [.id(call)])
    }

    /// The event with which the call's number was told.
    func place(of call: CallID) throws -> EventPlace? {
        try connection.first("SELECT node, sequence FROM caller_sign WHERE call = $1", [.id(call)]) {
            EventPlace($0.integer(0), $0.integer(1))
        }
    }

    /// Whether a key's second period is over.
    func hasOutdated(at now: Instant, days: Int) throws -> Bool {
        try begun().first.map { $0 + .days(Int64(days) * 2) <= now } ?? false
    }

    /// When that will be so next, looked at once a day at least: another desk
    /// may begin a period, or an admin shorten it.
    func nextSweep(after now: Instant, days: Int) throws -> Instant {
        let tomorrow = now + .days(1)
        return min(try begun().first.map { $0 + .days(Int64(days) * 2) } ?? tomorrow, tomorrow)
    }

    /// Takes away the keys whose second period is over, with their fingerprints.
    /// Needs no key itself.
    func sweep(at now: Instant, days: Int) throws {
        let end = now - .days(Int64(days) * 2)
        for table in ["caller_sign", "caller_key"] {
            try connection.run(
                "DELETE FROM \(table) WHERE hotline = $1 AND begun <= $2", [.integer(hotline), .instant(end)])
        }
    }

    private func begun() throws -> [Instant] {
        try connection.all("SELECT begun FROM caller_key WHERE hotline = $1 ORDER BY begun", [.integer(hotline)]) {
            $0.instant(0)
        }
    }

    /// Every key that is remembered, with that of this period, made where there is none.
    private func keys(
        _ ring: CallerKeyRing, at now: Instant, days: Int, _ act: Journal.Act
    ) throws -> [CallerKey] {
        var found = try connection.all(
            "SELECT begun, wrapped_key FROM caller_key WHERE hotline = $1 ORDER BY begun", [.integer(hotline)]
        ) { try opened($0.bytes(1), begun: $0.instant(0), ring) }
        let period = Span.days(Int64(days)).milliseconds
        let passed = found.last.map { (now - $0.begun).milliseconds / period } ?? 1
        guard passed > 0 else { return found }
        let begun = found.last.map { $0.begun + Span(milliseconds: passed * period) } ?? now
        let (key, wrapped) = try ring.make(begun: begun.ofNode(act.last.node))
        try write(CallerKeyRow(begun: key.begun, wrapped: wrapped, place: act.first))
        found.append(key)
        return found
    }

    private func opened(_ wrapped: [UInt8], begun: Instant, _ ring: CallerKeyRing) throws -> CallerKey {
        do {
            return try ring.open(wrapped, begun: begun)
        } catch {
            throw StoreError.damaged(detail: "caller_key \(begun.milliseconds)")
        }
    }

    // MARK: - Recognising

    /// The other calls from the number this one came from.
    func others(like call: CallID, with ring: CallerKeyRing) throws -> Set<CallID> {
        let own = try connection.all(
            """
            SELECT begun, sealed, (SELECT wrapped_key FROM caller_key WHERE caller_key.hotline = $2
                AND caller_key.begun = caller_sign.begun)
            FROM caller_sign WHERE call = $1 AND hotline = $2
            """, [.id(call), .integer(hotline)]
        ) { row in (begun: row.instant(0), sealed: row.bytes(1), wrapped: row.isNull(2) ? nil : row.bytes(2)) }
        var found: Set<CallID> = []
        for sign in own {
            guard let wrapped = sign.wrapped else { continue }
            let key = try opened(wrapped, begun: sign.begun, ring)
            guard let fingerprint = try? key.open(sign.sealed, of: call.raw) else { continue }
            try find(fingerprint, key, &found)
        }
        found.remove(call)
        return found
    }

    /// The calls that came from this number, as far as they are remembered.
    func calls(from number: CallerNumber, with ring: CallerKeyRing) throws -> Set<CallID> {
        let keys = try connection.all(
            "SELECT begun, wrapped_key FROM caller_key WHERE hotline = $1 ORDER BY begun", [.integer(hotline)]
        ) { try opened($0.bytes(1), begun: $0.instant(0), ring) }
        var found: Set<CallID> = []
        for key in keys { try find(key.fingerprint(number), key, &found) }
        return found
    }

    /// One that does not open is for `verify` to find, not for an operator on the telephone.
    private func find(_ fingerprint: [UInt8], _ key: CallerKey, _ found: inout Set<CallID>) throws {
        try connection.rows(
            "SELECT call, sealed FROM caller_sign WHERE hotline = $1 AND begun = $2",
            [.integer(hotline), .instant(key.begun)]
        ) { row in
            if let other = try? key.open(row.bytes(1), of: row.integer(0)), other == fingerprint {
                found.insert(row.id(0))
            }
            return true
        }
    }

    /// Calls whose fingerprint is damaged, or without the key it was made with.
    /// Without the ring only the second can be seen.
    func closed(_ ring: CallerKeyRing?) throws -> [CallID] {
        var keys: [Int64: CallerKey?] = [:]
        var found: [CallID] = []
        try connection.rows(
            """
            SELECT call, begun, sealed, (SELECT wrapped_key FROM caller_key WHERE caller_key.hotline = $1
                AND caller_key.begun = caller_sign.begun)
            FROM caller_sign WHERE hotline = $1 ORDER BY call, begun
            """, [.integer(hotline)]
        ) { row in
            let isOpen: Bool
            if row.isNull(3) {
                isOpen = false
            } else if let ring {
                let begun = row.instant(1)
                let key = keys[begun.milliseconds] ?? (try? ring.open(row.bytes(3), begun: begun))
                keys[begun.milliseconds] = key
                isOpen = key.map { (try? $0.open(row.bytes(2), of: row.integer(0))) != nil } ?? false
            } else {
                isOpen = true
            }
            if !isOpen, found.last != row.id(0) { found.append(row.id(0)) }
            return true
        }
        return found
    }
}

/// A period's key as it stands in the store, and the event it was made with.
struct CallerKeyRow: Hashable, Sendable {
    let begun: Instant
    let wrapped: [UInt8]
    let place: EventPlace

    static let columns = "begun, wrapped_key, node, sequence"
}

extension CallerKeyRow {
    init(_ row: any SQLRow) {
        self.init(
            begun: row.instant(0), wrapped: row.bytes(1),
            place: EventPlace(node: row.integer(2), sequence: row.integer(3)))
    }
}

/// A call's fingerprint of one period as it stands in the store, and the event
/// it was made with.
struct CallerSignRow: Hashable, Sendable {
    let call: CallID
    let begun: Instant
    let sealed: [UInt8]
    let place: EventPlace

    static let columns = "call, begun, sealed, node, sequence"
}

extension CallerSignRow {
    init(_ row: any SQLRow) {
        self.init(
            call: row.id(0), begun: row.instant(1), sealed: row.bytes(2),
            place: EventPlace(node: row.integer(3), sequence: row.integer(4)))
    }
}

extension Instant {
    /// Some seconds before or after, at a moment that belongs to this node: two
    /// desks that cannot see each other never begin a period at the same one.
    fileprivate func ofNode(_ node: Int64) -> Instant {
        Instant(milliseconds: milliseconds & ~0xFFF | node)
    }
}
