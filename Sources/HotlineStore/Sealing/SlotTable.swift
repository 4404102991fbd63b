import HotlineDomain

/// The ways into a store and how often a wrong passphrase was tried at each.
/// Key material: it stands beside the journal, never in it.
struct SlotTable {
    let connection: any Connection
    let hotline: Int64

    static func createSQL(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS slot (
            hotline \(d.integer) NOT NULL,
            owner \(d.text) NOT NULL,
            salt \(d.bytes) NOT NULL,
            rounds \(d.integer) NOT NULL,
            block_size \(d.integer) NOT NULL,
            parallelism \(d.integer) NOT NULL,
            sealed \(d.bytes) NOT NULL,
            digest \(d.bytes) NOT NULL,
            failures \(d.integer) NOT NULL DEFAULT 0 CHECK (failures >= 0),
            failed_at \(d.integer),
            node \(d.integer) NOT NULL,
            sequence \(d.integer) NOT NULL,
            PRIMARY KEY (hotline, owner)
        )\(d.tableSuffix);
        """
    }

    /// Throws where it is not what was written: no passphrase would open it.
    func find(_ owner: String) throws -> (slot: Slot, tries: Tries)? {
        let found = try connection.first(
            """
            SELECT \(SlotTable.columns), failures, failed_at FROM slot WHERE hotline = $1 AND owner = $2
            """, [.integer(hotline), .text(owner)]
        ) { row in
            (
                slot: SlotTable.slot(row), isWhole: SlotTable.isWhole(row),
                tries: Tries(failures: Int(row.integer(7)), last: row.instantOrNil(8))
            )
        }
        guard let found else { return nil }
        guard found.isWhole else {
            if owner == Slot.recovery { throw Refusal(SignInRule.recoverySlotDamaged) }
            throw Refusal(SignInRule.slotDamaged, ["operator": owner])
        }
        return (found.slot, found.tries)
    }

    /// Whose slots are not what was written, the printed key's among them.
    func damagedOwners() throws -> [String] {
        try connection.all(
            "SELECT \(SlotTable.columns) FROM slot WHERE hotline = $1 ORDER BY owner", [.integer(hotline)]
        ) { SlotTable.isWhole($0) ? nil : $0.text(0) }.compactMap(\.self)
    }

    fileprivate static let columns = "owner, salt, rounds, block_size, parallelism, sealed, digest"

    fileprivate static func slot(_ row: any SQLRow) -> Slot {
        let cost = Slot.Cost(
            rounds: Int(row.integer(2)), blockSize: Int(row.integer(3)), parallelism: Int(row.integer(4)))
        return Slot(owner: row.text(0), salt: row.bytes(1), cost: cost, sealed: row.bytes(5))
    }

    private static func isWhole(_ row: any SQLRow) -> Bool {
        let slot = slot(row)
        return slot.cost.isSound && slot.digest == row.bytes(6)
    }

    /// The operators who have a way in, in order; not the printed key.
    func owners() throws -> [String] {
        try connection.all(
            "SELECT owner FROM slot WHERE hotline = $1 AND owner <> $2 ORDER BY owner",
            [.integer(hotline), .text(Slot.recovery)]
        ) { $0.text(0) }
    }

    /// In the place of the one there was. `place`: the event that tells of it.
    func write(_ slot: Slot, _ place: EventPlace) throws {
        try connection.run(
            """
            INSERT INTO slot (hotline, owner, salt, rounds, block_size, parallelism, sealed, digest, node, sequence)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (hotline, owner) DO UPDATE SET salt = excluded.salt, rounds = excluded.rounds,
                block_size = excluded.block_size, parallelism = excluded.parallelism, sealed = excluded.sealed,
                digest = excluded.digest, failures = 0, failed_at = NULL, node = excluded.node,
                sequence = excluded.sequence
            """,
            [
                .integer(hotline), .text(slot.owner), .bytes(slot.salt), .integer(Int64(slot.cost.rounds)),
                .integer(Int64(slot.cost.blockSize)), .integer(Int64(slot.cost.parallelism)), .bytes(slot.sealed),
                .bytes(slot.digest), .integer(place.node), .integer(place.sequence),
            ])
    }

    /// The event that tells of the one that is there.
    func place(of owner: String) throws -> EventPlace? {
        try connection.first(
            "SELECT node, sequence FROM slot WHERE hotline = $1 AND owner = $2", [.integer(hotline), .text(owner)]
        ) { EventPlace($0.integer(0), $0.integer(1)) }
    }

    func remove(_ owner: String) throws {
        try connection.run("DELETE FROM slot WHERE hotline = $1 AND owner = $2", [.integer(hotline), .text(owner)])
    }

    /// One more wrong passphrase.
    func countFailure(_ owner: String, at now: Instant) throws {
        try connection.run(
            "UPDATE slot SET failures = failures + 1, failed_at = $3 WHERE hotline = $1 AND owner = $2",
            [.integer(hotline), .text(owner), .instant(now)])
    }

    func forgetFailures(_ owner: String) throws {
        try connection.run(
            "UPDATE slot SET failures = 0, failed_at = NULL WHERE hotline = $1 AND owner = $2 AND failures > 0",
            [.integer(hotline), .text(owner)])
    }

    /// Wrong passphrases in a row.
    struct Tries: Hashable {
        let failures: Int
        let last: Instant?

        /// Whole seconds until the next may be tried. A clock that went back by
        /// a little makes the wait no longer than it ever is; one that was wrong
        /// and was set right keeps nobody out until that day comes again.
        func secondsToWait(at now: Instant) -> Int {
            guard let last else { return 0 }
            let wait = Int64(SignInDelay.seconds(afterFailures: failures)) * 1000
            let since = now.milliseconds - last.milliseconds
            guard since > -Int64(SignInDelay.secondsMax) * 1000 else { return 0 }
            let left = wait - max(0, since)
            return left > 0 ? Int((left + 999) / 1000) : 0
        }
    }
}

/// A way in, and the event that tells of it.
struct SlotRow: Hashable, Sendable {
    let slot: Slot
    let place: EventPlace

    static let columns = SlotTable.columns + ", node, sequence"

    init(_ row: any SQLRow) {
        slot = SlotTable.slot(row)
        place = EventPlace(node: row.integer(7), sequence: row.integer(8))
    }
}
