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
            PRIMARY KEY (hotline, begun)
        )\(d.tableSuffix);
        CREATE TABLE IF NOT EXISTS caller_sign (
            call \(d.integer) NOT NULL,
            begun \(d.integer) NOT NULL,
            hotline \(d.integer) NOT NULL,
            sealed \(d.bytes) NOT NULL,
            PRIMARY KEY (call, begun)
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS caller_sign_by_key ON caller_sign (hotline, begun);
        """
    }

    // MARK: - Remembering

    /// The last number given in a call is the one that counts.
    func write(_ given: NumberGiven, with ring: CallerKeyRing, at now: Instant, days: Int) throws {
        try remove(given.call)
        try sweep(at: now, days: days)
        for key in try keys(ring, at: now, days: days) {
            let sealed = try key.seal(key.fingerprint(given.number), of: given.call.raw)
            try connection.run(
                "INSERT INTO caller_sign (call, begun, hotline, sealed) VALUES ($1, $2, $3, $4)",
                [.id(given.call), .instant(key.begun), .integer(hotline), .bytes(sealed)])
        }
    }

    func remove(_ call: CallID) throws {
        try connection.run("DELETE FROM caller_sign WHERE call = $1", [.id(call)])
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
    private func keys(_ ring: CallerKeyRing, at now: Instant, days: Int) throws -> [CallerKey] {
        var found = try connection.all(
            "SELECT begun, wrapped_key FROM caller_key WHERE hotline = $1 ORDER BY begun", [.integer(hotline)]
        ) { try opened($0.bytes(1), begun: $0.instant(0), ring) }
        let period = Span.days(Int64(days)).milliseconds
        let passed = found.last.map { (now - $0.begun).milliseconds / period } ?? 1
        guard passed > 0 else { return found }
        let begun = found.last.map { $0.begun + Span(milliseconds: passed * period) } ?? now
        let (key, wrapped) = try ring.make(begun: begun)
        try connection.run(
            "INSERT INTO caller_key (hotline, begun, wrapped_key) VALUES ($1, $2, $3)",
            [.integer(hotline), .instant(begun), .bytes(wrapped)])
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
