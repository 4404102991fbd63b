import Foundation
import HotlineDomain
import PostgresCluster
import StorePostgres
import StoreSQLite
import Testing

@testable import HotlineStore

/// The role of the database that desks come in by does all that an honest desk does, and of the rest nothing.
@Suite("What a desk may do at a server", .enabled(if: PostgresCluster.isWanted))
struct DeskRightsTests {
    private let now = Sample.at("2009-09-14", "10:00")

    // MARK: - What it does

    @Test(
        "whatever people do at desks comes to the server and back", arguments: [2, 7, UInt64.random(in: 0 ... .max)])
    func everything(seed: UInt64) throws {
        try ServerOfDesks.with { server in
            let stores = try Sample.together(desks: 2, at: server.store)
            var acts = RandomActs(seed: seed)
            for round in 0..<6 {
                for turn in 0..<40 {
                    // At the server itself too, as verbs do that are given its address.
                    try acts.act(in: acts.one(stores), at: now + .minutes(Int64(round * 60 + turn)))
                }
                try stores.exchange(limit: 20)
            }
            #expect(try stores.digests().count == 1, "seed \(seed)")
            #expect(try server.owned().findings() == [], "seed \(seed)")
        }
    }

    @Test("it lets a desk join, fill itself and close months, and takes what is erased before it came")
    func joins() throws {
        try ServerOfDesks.with { server in
            try TemporaryFolder.with { folder in
                let call = try server.store.log(.information, at: now, note: "what was said")
                let engine = try SQLiteEngine.open(path: folder.path("desk.db"), create: .ifMissing)
                let joining = try Joining.begin(
                    engine, at: server.store, name: "north", address: "postgres://example/ringbuoy", by: "99",
                    at: now, zoneNamed: { _ in Sample.zone })
                #expect(try joining.fill().total > 0)
                let desk = try Store.open(engine) { _ in Sample.zone }
                let late = try desk.log(.information, at: now, note: "what was said later")
                try desk.perform(
                    [call, late].map {
                        .erasure(Subject(.call, $0.raw), .erase(because: "caller_asked", person: nil, onlyIt: false))
                    },
                    by: "91", at: now + .hours(1))
                try desk.ship(to: server.store, limit: 2)
                #expect(try sealed(server.store) == 0)
                try server.store.close("2009-09", at: Sample.at("2009-10-02", "10:00"))
                #expect(try server.store.stateDigest() != desk.stateDigest())
                try server.store.ship(to: desk)
                #expect(try server.store.stateDigest() == desk.stateDigest())
                #expect(try server.owned().findings() == [])
            }
        }
    }

    private func sealed(_ store: Store) throws -> Int64 {
        try store.engine.read { try $0.count("SELECT count(*) FROM words WHERE sealed IS NOT NULL") }
    }

    @Test("it carries ways in that were given, changed and taken away, and counts wrong passphrases")
    func waysIn() throws {
        try ServerOfDesks.with(Sample.sealed) { server in
            let stores = try Sample.together(desks: 2, at: server.store)
            for store in stores { try store.signIn("99", Sample.passphrase, at: now) }
            func give(_ store: Store, _ code: String, _ hour: Int64) throws {
                try store.issueSlot(
                    for: code, Passphrase("words of hour \(hour) and more"), by: "99", at: now + .hours(hour),
                    cost: Sample.cost)
                try stores.exchange()
            }
            try give(stores[1], "01", 1)
            try give(stores[2], "01", 2)
            try give(stores[0], "02", 3)
            try stores[2].removeSlot(of: "01", by: "99", at: now + .hours(4))
            try stores.exchange()
            for store in stores { #expect(try store.slotOwners() == ["02", "99"]) }
            // Given at two desks at once: of the two one goes, whichever comes first.
            for (store, hour) in [(stores[1], Int64(5)), (stores[2], 6)] {
                try store.issueSlot(
                    for: "01", Passphrase("words of hour \(hour) and more"), by: "99", at: now + .hours(hour),
                    cost: Sample.cost)
            }
            try stores[2].ship(to: stores[0])
            try stores.exchange()
            try stores[1].perform([.hotline(.disableOperator(code: "02"))], by: "99", at: now + .hours(7))
            try stores.exchange()
            for store in stores {
                #expect(try store.slotOwners() == ["01", "99"])
                #expect(throws: Refusal.self) { try store.signIn("01", Passphrase("wrong"), at: now + .hours(8)) }
                try store.signIn("01", Passphrase("words of hour 6 and more"), at: now + .hours(9))
            }
            #expect(try server.owned().findings() == [])
        }
    }

    // MARK: - What it does not

    /// A store with words, ways in, and a record that was erased.
    private func filled(_ body: (ServerOfDesks) throws -> Void) throws {
        try ServerOfDesks.with(Sample.sealed) { server in
            try server.store.signIn("99", Sample.passphrase, at: now)
            let call = try server.store.log(.information, at: now, note: "what was said")
            try server.store.log(.information, at: now + .hours(1), region: "Ocnița", note: "what else was said")
            try server.store.perform(
                [.erasure(Subject(.call, call.raw), .erase(because: "caller_asked", person: nil, onlyIt: false))],
                by: "91", at: now + .hours(2))
            try server.store.issueSlot(
                for: "01", Passphrase("five quiet words here now"), by: "99", at: now, cost: Sample.cost)
            try body(server)
        }
    }

    private static let live = "erased_at IS NULL"
    private static let gone = "erased_at IS NOT NULL"

    static let forbidden = [
        // What happened.
        "DELETE FROM event", "UPDATE event SET body = body", "TRUNCATE event",
        "INSERT INTO event SELECT * FROM event LIMIT 1",
        // People's words.
        "DELETE FROM words",
        "UPDATE words SET sealed = NULL, wrapped_key = NULL, digest = NULL, erased_at = 1 WHERE \(live)",
        "UPDATE words SET sealed = digest WHERE \(live)",
        "UPDATE words SET wrapped_key = digest WHERE \(live)",
        "UPDATE words SET subject = subject + 1 WHERE \(live)",
        "UPDATE words SET sequence = 1 WHERE \(live)",
        "UPDATE words SET erased_at = erased_at - 1, node = 0 WHERE \(gone)",
        """
        UPDATE words SET sealed = o.sealed, wrapped_key = o.wrapped_key, digest = o.digest, erased_at = NULL
        FROM (SELECT * FROM words WHERE \(live) LIMIT 1) AS o WHERE words.erased_at IS NOT NULL
        """,
        """
        INSERT INTO words (id, hotline, kind, subject, field, erased_at, node, sequence)
        VALUES (77, 1, 'call', 7, '', 1, 0, 0)
        """,
        """
        INSERT INTO words (id, hotline, kind, subject, field, erased_at, node, sequence)
        SELECT id + 1, hotline, kind, subject, field, erased_at, node, sequence FROM words WHERE \(gone)
        """,
        """
        INSERT INTO words (id, hotline, kind, subject, field, sealed, wrapped_key, digest, node, sequence)
        SELECT id + 1, hotline, kind, subject, field, sealed, wrapped_key, digest, node, sequence FROM words
        WHERE \(live)
        """,
        // Ways in.
        "DELETE FROM slot WHERE owner = '99'", "DELETE FROM slot WHERE owner = '*'",
        "UPDATE slot SET sealed = digest WHERE owner = '01'",
        "UPDATE slot SET salt = digest WHERE owner = '*'",
        "UPDATE slot SET node = 1, sequence = 1 WHERE owner = '01'",
        "UPDATE slot SET owner = '02' WHERE owner = '01'",
        "INSERT INTO slot SELECT hotline, '02', salt, rounds, block_size, parallelism, sealed, digest, 0, NULL, "
            + "node, sequence FROM slot WHERE owner = '01'",
        // What the store is.
        "UPDATE meta SET value = 'x' WHERE key = 'key_mark'", "UPDATE meta SET value = '0' WHERE key = 'open'",
        "UPDATE meta SET key = 'other' WHERE key = 'schema'", "INSERT INTO meta VALUES ('moved_to', 'nowhere')",
        "INSERT INTO meta VALUES ('caller_box', 'x') ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        "DELETE FROM meta",
        // Where chains end.
        "UPDATE node SET last_sequence = 1 WHERE node = 1", "UPDATE node SET last_sequence = last_sequence + 1",
        "UPDATE node SET last_hash = 'x'", "UPDATE node SET last_id = 0", "DELETE FROM node",
        "INSERT INTO node VALUES (200, 5, 'x', 0)",
        // And the rules themselves.
        "ALTER TABLE words DISABLE TRIGGER ALL", "DROP TRIGGER guard ON words",
        "CREATE OR REPLACE FUNCTION ringbuoy.guard_words() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "SET session_replication_role = replica", "CREATE TABLE ringbuoy.event_2 (id BIGINT)",
        "DELETE FROM feed_mark", "DELETE FROM call",
    ]

    @Test("by no statement does it alter or delete an event, or words, ways in and what a store is without one")
    func refused() throws {
        try filled { server in
            let before = try server.owned().stateDigest()
            for sql in Self.forbidden {
                let error = #expect(throws: StoreError.self, "\(sql)") {
                    try server.store.engine.write { connection in
                        try connection.run(sql, [])
                        // It waits in the pipeline for a question.
                        _ = try connection.count("SELECT 1")
                    }
                }
                #expect(error?.name == "no_right", "\(sql): \(String(describing: error))")
            }
            #expect(try server.owned().stateDigest() == before)
            #expect(try server.owned().findings() == [])
        }
    }

    @Test("a table of its own, by whatever name, deceives nobody")
    func shadowed() throws {
        try filled { server in
            let error = #expect(throws: StoreError.self) {
                try server.store.engine.write { connection in
                    try connection.script(
                        """
                        CREATE TEMPORARY TABLE event AS SELECT * FROM ringbuoy.event;
                        CREATE TEMPORARY TABLE pg_class AS SELECT oid, (SELECT oid FROM pg_roles WHERE rolname =
                            current_user) AS relowner FROM pg_catalog.pg_class;
                        INSERT INTO pg_temp.event (node, sequence, at, by_operator, hotline, kind, subject, tick, seen,
                            body, hash, position)
                        SELECT 9, 9, 1, '91', 1, 'erasure', subject, 1, 0,
                            '{"erased":{"words":[' || id || ']}}', '', 9 FROM ringbuoy.words;
                        SET LOCAL search_path = pg_temp, ringbuoy
                        """)
                    try connection.run(
                        """
                        UPDATE ringbuoy.words SET sealed = NULL, wrapped_key = NULL, digest = NULL, erased_at = 1
                        WHERE \(Self.live)
                        """, [])
                    _ = try connection.count("SELECT 1")
                }
            }
            #expect(error?.name == "no_right")
            let left = try sealed(server.store)
            #expect(left == 2)
        }
    }

    @Test("whoever owns the tables is held up by nothing, and gives the rights as often as they like")
    func owner() throws {
        try filled { server in
            try server.owner.write { try $0.script(DeskRights.sql(role: server.role)) }
            try server.owner.write { connection in
                try connection.run("UPDATE meta SET value = value", [])
                try connection.run("DELETE FROM slot WHERE owner = '01'", [])
                try connection.run("UPDATE words SET wrapped_key = wrapped_key", [])
            }
            #expect(try server.owned().slotOwners() == ["99"])
        }
    }
}
