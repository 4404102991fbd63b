import HotlineDomain

/// Looks at every row that somebody writes into one table who does not own it: a right of the database knows
/// tables and columns, and not that words are emptied by an event that tells of it. Whoever owns the tables is
/// held up by none.
struct DeskGuard {
    let table: String
    /// `INSERT OR UPDATE`
    let acts: String
    /// What they have in the function that looks.
    let variables: [String]
    /// Leaves with `RETURN` where all is well.
    let body: String
    /// What is said otherwise, in the server's log and to whoever tried.
    let refusal: String

    /// The server looks for names in the store's schema, and among a session's own tables last: nobody's table of
    /// that name takes the place of the journal.
    static let names = """
        DO $$ BEGIN PERFORM set_config('search_path', current_schema() || ', pg_temp', false); END $$
        """

    /// Whoever made them, they are the tables' owner's: an administrator of the server and the owner make them one
    /// after the other, in either order.
    static let owned = """
        DO $$ DECLARE guard RECORD; BEGIN
            FOR guard IN SELECT tgfoid::regprocedure AS name, relowner::regrole AS owner
                FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
                WHERE tgname = 'guard' AND relnamespace = current_schema()::regnamespace
            LOOP
                EXECUTE format('ALTER FUNCTION %s OWNER TO %s', guard.name, guard.owner);
            END LOOP;
        END $$
        """

    static let all = [words, slot, meta, node]

    var sql: String {
        """
        CREATE OR REPLACE FUNCTION guard_\(table)() RETURNS trigger
        LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
        \(variables.isEmpty ? "" : "DECLARE \(variables.map { $0 + ";" }.joined(separator: " "))")
        BEGIN
        \(body)
            IF pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
                IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
                RETURN NEW;
            END IF;
            RAISE EXCEPTION '\(refusal)' USING ERRCODE = 'insufficient_privilege';
        END $$;
        CREATE OR REPLACE TRIGGER guard BEFORE \(acts) ON \(table) FOR EACH ROW EXECUTE FUNCTION guard_\(table)()
        """
    }

    // MARK: - Record tables

    /// Words come with their event, in one transaction, and are emptied by an event that names them; a place that
    /// was empty before the words came is told whose it is when they come. The address of a provider is a thing of
    /// its own to an erasing.
    private static let words = DeskGuard(
        table: "words", acts: "INSERT OR UPDATE", variables: ["is_same BOOLEAN := FALSE"],
        body: """
                IF TG_OP = 'INSERT' THEN
                    IF EXISTS (
                        SELECT 1 FROM event WHERE event.node = NEW.node AND event.sequence = NEW.sequence
                        AND event.xmin = pg_current_xact_id()::xid)
                    THEN RETURN NEW; END IF;
                ELSE
                    is_same := (NEW.kind, NEW.subject, NEW.field, NEW.node, NEW.sequence)
                        IS NOT DISTINCT FROM (OLD.kind, OLD.subject, OLD.field, OLD.node, OLD.sequence);
                    IF (is_same OR (OLD.field, OLD.node, OLD.sequence) = ('', 0, 0))
                        AND (NEW.sealed, NEW.wrapped_key, NEW.digest, NEW.erased_at)
                            IS NOT DISTINCT FROM (OLD.sealed, OLD.wrapped_key, OLD.digest, OLD.erased_at)
                    THEN RETURN NEW; END IF;
                END IF;
                IF NEW.erased_at IS NOT NULL AND (TG_OP = 'INSERT' OR is_same) AND EXISTS (
                    SELECT 1 FROM event WHERE event.subject IN (NEW.subject, NEW.id) AND event.kind = 'erasure'
                    AND event.body LIKE '{"erased"%' AND event.body::jsonb #> '{erased,words}' @> to_jsonb(NEW.id))
                THEN RETURN NEW; END IF;
            """,
        refusal: "words come with their event and are emptied by one that names them")

    /// A way in is the one that the last event about it gave, by its owner; it goes when an event takes it away
    /// or gives another one. Wrong passphrases may be counted.
    private static let slot = DeskGuard(
        table: "slot", acts: "INSERT OR UPDATE OR DELETE",
        variables: ["told RECORD", "whose TEXT := CASE TG_OP WHEN 'DELETE' THEN OLD.owner ELSE NEW.owner END"],
        body: """
                IF TG_OP = 'UPDATE' AND (NEW.salt, NEW.rounds, NEW.block_size, NEW.parallelism, NEW.sealed,
                        NEW.digest, NEW.node, NEW.sequence)
                    IS NOT DISTINCT FROM (OLD.salt, OLD.rounds, OLD.block_size, OLD.parallelism, OLD.sealed,
                        OLD.digest, OLD.node, OLD.sequence)
                THEN RETURN NEW; END IF;
                SELECT event.node, event.sequence, event.body LIKE '{"slotIssued"%' OR event.body LIKE '{"keyTurned"%'
                    AND (event.by_operator = whose OR whose = '\(Slot.recovery)')
                    AS is_given
                INTO told FROM event
                WHERE \(AccessEvent.tellsOfSlots) AND event.kind = 'access' AND (
                    whose IN (
                        event.body::jsonb #>> '{slotIssued,operator}', event.body::jsonb #>> '{slotRemoved,operator}')
                    OR event.body LIKE '{"keyTurned"%' AND (
                        whose IN (event.by_operator, '\(Slot.recovery)')
                        OR event.body::jsonb #> '{keyTurned,withoutSlot}' ? whose))
                ORDER BY event.tick DESC, event.node DESC, event.sequence DESC LIMIT 1;
                IF TG_OP = 'DELETE' THEN
                    IF FOUND AND NOT (told.is_given AND (told.node, told.sequence) = (OLD.node, OLD.sequence))
                    THEN RETURN OLD; END IF;
                ELSIF FOUND AND told.is_given AND (told.node, told.sequence) = (NEW.node, NEW.sequence)
                    AND (TG_OP = 'INSERT' OR (OLD.node, OLD.sequence) <> (NEW.node, NEW.sequence))
                THEN RETURN NEW; END IF;
            """,
        refusal: "a way in is given and taken away by an event that tells of it")

    /// What the store is stays.
    private static let meta = DeskGuard(
        table: "meta", acts: "INSERT OR UPDATE", variables: [],
        body: """
                IF NEW.key = '\(Store.tracesMark)' THEN RETURN NEW; END IF;
            """,
        refusal: "what a store says of itself is its owner''s to write")

    /// A chain ends with an event that is there, and never before where it ended.
    private static let node = DeskGuard(
        table: "node", acts: "INSERT OR UPDATE", variables: [],
        body: """
                IF TG_OP = 'INSERT' THEN
                    IF NEW.last_sequence = 0 THEN RETURN NEW; END IF;
                ELSIF NEW.last_id >= OLD.last_id AND (
                    (NEW.last_sequence, NEW.last_hash) = (OLD.last_sequence, OLD.last_hash)
                    OR NEW.last_sequence > OLD.last_sequence AND EXISTS (
                        SELECT 1 FROM event WHERE event.node = NEW.node AND event.sequence = NEW.last_sequence
                        AND event.hash = NEW.last_hash))
                THEN RETURN NEW; END IF;
            """,
        refusal: "a chain goes on with an event that is there")
}
