import HotlineDomain

extension Schema {
    /// The record: what happened, in the order it arrived here; and, beside it,
    /// people's words, which can be erased. The order in which the events of one
    /// thing tell of it is another one, the same in every store: `EventOrder`.
    /// What stands beside the journal names the event it was written with, and
    /// goes with it to other stores.
    static func journal(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS event (
            position \(d.countedKey),
            node \(d.integer) NOT NULL REFERENCES node (node),
            sequence \(d.integer) NOT NULL CHECK (sequence > 0),
            at \(d.integer) NOT NULL,
            by_operator \(d.text) NOT NULL,
            hotline \(d.integer) NOT NULL,
            kind \(d.text) NOT NULL,
            subject \(d.integer) NOT NULL,
            tick \(d.integer) NOT NULL CHECK (tick >= at),
            base_node \(d.integer),
            base_sequence \(d.integer),
            seen \(d.integer) NOT NULL CHECK (seen >= 0),
            body \(d.text) NOT NULL,
            hash \(d.bytes) NOT NULL,
            UNIQUE (node, sequence),
            CHECK ((base_node IS NULL) = (base_sequence IS NULL))
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS event_by_subject ON event (subject, tick, node, sequence);
        CREATE INDEX IF NOT EXISTS event_by_person ON event (by_operator, position);
        CREATE INDEX IF NOT EXISTS event_by_kind ON event (kind, position);
        CREATE INDEX IF NOT EXISTS access_by_person ON event (by_operator, position) WHERE kind = 'access';
        CREATE INDEX IF NOT EXISTS event_of_slots ON event (tick) WHERE \(AccessEvent.tellsOfSlots);
        CREATE INDEX IF NOT EXISTS event_of_desks ON event (hotline, body) WHERE \(Store.tellsOfDesk);
        CREATE TABLE IF NOT EXISTS words (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            kind \(d.text) NOT NULL,
            subject \(d.integer) NOT NULL,
            field \(d.text) NOT NULL,
            sealed \(d.bytes),
            wrapped_key \(d.bytes),
            digest \(d.bytes),
            erased_at \(d.integer),
            node \(d.integer) NOT NULL,
            sequence \(d.integer) NOT NULL,
            CHECK ((sealed IS NULL) = (erased_at IS NOT NULL)),
            CHECK ((sealed IS NULL) = (wrapped_key IS NULL)),
            CHECK ((sealed IS NULL) = (digest IS NULL))
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS words_by_event ON words (node, sequence);
        CREATE INDEX IF NOT EXISTS words_codename ON words (hotline) WHERE field = 'codename';
        CREATE INDEX IF NOT EXISTS words_kept ON words (hotline, kind, subject) WHERE erased_at IS NULL;
        CREATE INDEX IF NOT EXISTS words_erased ON words (erased_at) WHERE erased_at IS NOT NULL;
        """
    }
}
