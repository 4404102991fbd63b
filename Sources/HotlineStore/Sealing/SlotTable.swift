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
            owner TEXT NOT NULL,
            salt \(d.bytes) NOT NULL,
            rounds \(d.integer) NOT NULL,
            block_size \(d.integer) NOT NULL,
            parallelism \(d.integer) NOT NULL,
            sealed \(d.bytes) NOT NULL,
            failures \(d.integer) NOT NULL DEFAULT 0 CHECK (failures >= 0),
            failed_at \(d.integer),
            PRIMARY KEY (hotline, owner)
        )\(d.tableSuffix);
        """
    }

    func find(_ owner: String) throws -> (slot: Slot, tries: Tries)? {
        try connection.first(
            """
            SELECT owner, salt, rounds, block_size, parallelism, sealed, failures, failed_at FROM slot
            WHERE hotline = $1 AND owner = $2
            """, [.integer(hotline), .text(owner)]
        ) { row in
            let cost = Slot.Cost(
                rounds: Int(row.integer(2)), blockSize: Int(row.integer(3)), parallelism: Int(row.integer(4)))
            return (
                Slot(owner: row.text(0), salt: row.bytes(1), cost: cost, sealed: row.bytes(5)),
                Tries(failures: Int(row.integer(6)), last: row.instantOrNil(7))
            )
        }
    }

    /// The operators who have a way in, in order; not the printed key.
    func owners() throws -> [String] {
        try connection.all(
            "SELECT owner FROM slot WHERE hotline = $1 AND owner <> $2 ORDER BY owner",
            [.integer(hotline), .text(Slot.recovery)]
        ) { $0.text(0) }
    }

    /// In the place of the one there was.
    func write(_ slot: Slot) throws {
        try connection.run(
            """
            INSERT INTO slot (hotline, owner, salt, rounds, block_size, parallelism, sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (hotline, owner) DO UPDATE SET salt = excluded.salt, rounds = excluded.rounds,
                block_size = excluded.block_size, parallelism = excluded.parallelism, sealed = excluded.sealed,
                failures = 0, failed_at = NULL
            """,
            [
                .integer(hotline), .text(slot.owner), .bytes(slot.salt), .integer(Int64(slot.cost.rounds)),
                .integer(Int64(slot.cost.blockSize)), .integer(Int64(slot.cost.parallelism)), .bytes(slot.sealed),
            ])
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

        /// Whole seconds until the next may be tried. A clock that was set back
        /// does not make the wait longer than it ever is.
        func secondsToWait(at now: Instant) -> Int {
            guard let last else { return 0 }
            let wait = Int64(SignInDelay.seconds(afterFailures: failures)) * 1000
            let left = wait - max(0, now.milliseconds - last.milliseconds)
            return left > 0 ? Int((left + 999) / 1000) : 0
        }
    }
}
