/// The tables, in the part of SQL that both engines share. Steps are numbered
/// and never edited once released.
enum Schema {
    /// The version this release writes; a store with a higher one is refused.
    static let version = 3
    /// Nothing older was ever released.
    static let oldestVersion = 3

    /// What nothing else can be made from anew.
    static let recordTables = [
        "meta", "node", "slot", "event", "words", "caller_key", "caller_sign", "caller_box", "feed_mark",
    ]
    /// What is read off the events.
    static let readTables = [
        "hotline", "call", "escalation", "case_file", "referral", "shift", "handover", "stay", "entry",
        "visit", "operator_state", "link_state", "month_closing", "pack_release",
        "count_cell", "number_given", "divergence",
    ]
    /// A test holds these against the statements, and the tables too.
    static let indexes = [
        "event_by_subject", "event_by_person", "event_by_kind", "access_by_person", "event_of_slots",
        "event_of_desks", "words_kept",
        "words_erased", "words_by_event", "caller_sign_by_event",
        "words_codename", "caller_sign_by_key", "caller_box_by_time", "call_by_time", "call_by_number",
        "call_unfinished",
        "call_back_due", "escalation_by_time", "escalation_open", "escalation_of_case", "case_by_time",
        "case_by_change", "case_open", "case_task_due", "case_by_number", "case_received", "case_of_escalation",
        "referral_by_time",
        "referral_by_change", "referral_unended", "referral_by_number", "referral_by_origin", "referral_open",
        "shift_by_time",
        "shift_by_operator", "shift_on", "handover_open", "stay_by_time", "stay_now", "stay_of_case",
        "entry_by_kind", "entry_task_open", "entry_by_territory", "visit_by_time", "visit_by_date", "visit_by_key",
        "visit_now", "visit_by_call", "call_by_visit", "operator_state_by_operator", "operator_state_by_time",
        "operator_state_now",
        "link_state_now", "link_state_by_source", "month_closing_by_month", "pack_release_by_donor",
        "pack_release_by_time",
    ]

    /// Makes what is not there and leaves what is.
    static func statements(_ d: Dialect) -> String {
        [
            setUp(d), SlotTable.createSQL(d), journal(d), CallerSigns.createSQL(d), CallerBox.Table.createSQL(d),
            Divergence.Table.createSQL(d),
            calls(d), files(d), shifts(d),
            house(d), months(d), feed(d), counts(d),
        ].joined(separator: "\n")
    }

    /// The store itself: what it is, its hotlines, the nodes that write to it.
    private static func setUp(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS meta (
            key \(d.text) NOT NULL PRIMARY KEY,
            value \(d.text) NOT NULL
        )\(d.tableSuffix);
        CREATE TABLE IF NOT EXISTS hotline (
            id \(d.integer) NOT NULL PRIMARY KEY,
            code \(d.text) NOT NULL UNIQUE,
            setup \(d.text) NOT NULL
        )\(d.tableSuffix);
        CREATE TABLE IF NOT EXISTS node (
            node \(d.integer) NOT NULL PRIMARY KEY CHECK (node BETWEEN 1 AND 4095),
            last_sequence \(d.integer) NOT NULL,
            last_hash \(d.bytes) NOT NULL,
            last_id \(d.integer) NOT NULL
        )\(d.tableSuffix);
        """
    }

    private static func calls(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS call (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            number \(d.text) NOT NULL,
            line \(d.text) NOT NULL,
            status \(d.text) NOT NULL
                CHECK (status IN ('talking', 'held', 'wrap_up', 'draft', 'final', 'discarded')),
            operator \(d.text) NOT NULL,
            started \(d.integer) NOT NULL,
            ended \(d.integer),
            business_date \(d.integer) NOT NULL,
            hour \(d.integer) NOT NULL CHECK (hour BETWEEN 0 AND 23),
            pattern \(d.text),
            off_shift \(d.integer) NOT NULL CHECK (off_shift IN (0, 1)),
            class \(d.text),
            code \(d.text),
            caller \(d.text),
            country \(d.text),
            language \(d.text),
            topics \(d.text) NOT NULL,
            sex \(d.text),
            age_band \(d.text),
            heard \(d.text),
            outcome \(d.text),
            call_back_at \(d.integer),
            off_shift_reason \(d.text),
            region \(d.integer),
            note \(d.integer),
            revision \(d.integer) NOT NULL,
            escalation \(d.integer),
            held_since \(d.integer),
            held_ms \(d.integer) NOT NULL,
            call_back_by \(d.text),
            called_back_at \(d.integer),
            call_back_consent \(d.text),
            call_back_safe \(d.text),
            call_back_message \(d.text),
            call_back_number \(d.integer),
            number_known \(d.integer) NOT NULL CHECK (number_known IN (0, 1)),
            codename \(d.integer),
            visit \(d.integer),
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL,
            CHECK (ended IS NULL OR ended >= started),
            CHECK (status <> 'final' OR (class IS NOT NULL AND ended IS NOT NULL AND revision > 0)),
            CHECK (status <> 'final' OR class <> 'sos' OR escalation IS NOT NULL)
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS call_by_time ON call (hotline, started, id);
        CREATE INDEX IF NOT EXISTS call_by_number ON call (hotline, number);
        CREATE INDEX IF NOT EXISTS call_unfinished ON call (hotline, operator)
            WHERE status IN ('talking', 'held', 'wrap_up', 'draft');
        CREATE INDEX IF NOT EXISTS call_by_visit ON call (visit) WHERE visit IS NOT NULL;
        CREATE INDEX IF NOT EXISTS call_back_due ON call (hotline, call_back_at)
            WHERE call_back_at IS NOT NULL AND called_back_at IS NULL;
        """
    }

    private static func files(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS escalation (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            call \(d.integer) NOT NULL,
            call_number \(d.text) NOT NULL,
            raised_by \(d.text) NOT NULL,
            raised_at \(d.integer) NOT NULL,
            business_date \(d.integer) NOT NULL,
            status \(d.text) NOT NULL CHECK (status IN ('raised', 'assigned', 'in_hand', 'resolved')),
            kept_by \(d.text) NOT NULL,
            assignee \(d.text),
            acknowledged_at \(d.integer),
            outcome \(d.text),
            opened_case \(d.integer),
            reason \(d.integer),
            resolved_at \(d.integer),
            answers \(d.text) NOT NULL,
            place \(d.integer),
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL,
            CHECK ((status = 'resolved') = (outcome IS NOT NULL))
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS escalation_by_time ON escalation (hotline, raised_at, id);
        CREATE INDEX IF NOT EXISTS escalation_open ON escalation (hotline, raised_at, id)
            WHERE status <> 'resolved';
        CREATE INDEX IF NOT EXISTS escalation_of_case ON escalation (opened_case) WHERE opened_case IS NOT NULL;
        CREATE TABLE IF NOT EXISTS case_file (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            number \(d.text) NOT NULL,
            origin \(d.text) NOT NULL CHECK (origin IN ('escalation', 'walk_in', 'referred_in')),
            escalation \(d.integer),
            received_file \(d.text),
            received \(d.text),
            opened_at \(d.integer) NOT NULL,
            business_date \(d.integer) NOT NULL,
            status \(d.text) NOT NULL CHECK (status IN ('opened', 'active', 'on_hold', 'follow_up',
                'closure_proposed', 'closed', 'closed_referred', 'duplicate')),
            closing_reason \(d.text),
            proposed_by \(d.text),
            as_referred \(d.integer),
            merged_into \(d.integer),
            referred_on \(d.integer),
            notes \(d.text) NOT NULL,
            field_values \(d.text) NOT NULL,
            people \(d.text) NOT NULL,
            tasks \(d.text) NOT NULL,
            task_due \(d.integer),
            absorbed \(d.text) NOT NULL,
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL,
            CHECK ((origin = 'escalation') = (escalation IS NOT NULL)),
            CHECK ((received_file IS NULL) = (received IS NULL))
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS case_by_time ON case_file (hotline, opened_at, id);
        CREATE INDEX IF NOT EXISTS case_open ON case_file (hotline, opened_at, id)
            WHERE status NOT IN ('closed', 'closed_referred', 'duplicate');
        CREATE INDEX IF NOT EXISTS case_by_change ON case_file (hotline, changed_at);
        CREATE INDEX IF NOT EXISTS case_task_due ON case_file (hotline, task_due, id) WHERE task_due IS NOT NULL;
        CREATE INDEX IF NOT EXISTS case_by_number ON case_file (hotline, number);
        CREATE INDEX IF NOT EXISTS case_received ON case_file (hotline, received_file)
            WHERE received_file IS NOT NULL;
        CREATE INDEX IF NOT EXISTS case_of_escalation ON case_file (escalation) WHERE escalation IS NOT NULL;
        CREATE TABLE IF NOT EXISTS referral (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            number \(d.text) NOT NULL,
            origin \(d.text) NOT NULL CHECK (origin IN ('case', 'escalation', 'call')),
            origin_id \(d.integer) NOT NULL,
            provider \(d.text) NOT NULL,
            service \(d.text) NOT NULL,
            urgency \(d.text) NOT NULL,
            added_by \(d.text) NOT NULL,
            kept_by \(d.text) NOT NULL,
            status \(d.text) NOT NULL CHECK (status IN ('draft', 'ready', 'declined', 'sent', 'accepted',
                'in_service', 'rejected', 'revoked', 'ended')),
            consent \(d.text),
            consent_because \(d.text),
            sent_at \(d.integer),
            chases \(d.integer) NOT NULL,
            rejected_because \(d.text),
            outcome \(d.text),
            source \(d.text),
            answered_at \(d.integer),
            answered_by \(d.text),
            full_overridden_because \(d.text),
            delivered \(d.text) NOT NULL,
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL,
            CHECK ((answered_at IS NULL) = (answered_by IS NULL)),
            CHECK ((status IN ('declined', 'rejected', 'revoked', 'ended'))
                = (outcome IS NOT NULL AND source IS NOT NULL))
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS referral_by_time ON referral (hotline, id);
        CREATE INDEX IF NOT EXISTS referral_by_change ON referral (hotline, changed_at);
        CREATE INDEX IF NOT EXISTS referral_unended ON referral (hotline, id)
            WHERE status IN ('draft', 'ready', 'sent', 'accepted', 'in_service');
        CREATE INDEX IF NOT EXISTS referral_by_number ON referral (hotline, number);
        CREATE INDEX IF NOT EXISTS referral_by_origin ON referral (origin_id);
        CREATE INDEX IF NOT EXISTS referral_open ON referral (hotline, kept_by)
            WHERE status IN ('draft', 'ready', 'sent', 'accepted', 'in_service');
        """
    }

    private static func shifts(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS shift (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            operator \(d.text) NOT NULL,
            pattern \(d.text),
            business_date \(d.integer) NOT NULL,
            planned_start \(d.integer) NOT NULL,
            planned_end \(d.integer) NOT NULL,
            status \(d.text) NOT NULL CHECK (status IN ('planned', 'confirmed', 'started', 'handing_over', 'ended',
                'absent', 'cancelled')),
            signed_on_at \(d.integer),
            ended_at \(d.integer),
            unplanned_because \(d.text),
            substitute_for \(d.integer),
            absent_because \(d.text),
            handover \(d.integer),
            ended_by_supervisor \(d.integer) NOT NULL CHECK (ended_by_supervisor IN (0, 1)),
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL,
            CHECK (planned_start < planned_end)
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS shift_by_time ON shift (hotline, planned_start);
        CREATE INDEX IF NOT EXISTS shift_by_operator ON shift (hotline, operator, planned_start);
        CREATE INDEX IF NOT EXISTS shift_on ON shift (hotline, operator) WHERE status IN ('started', 'handing_over');
        CREATE TABLE IF NOT EXISTS handover (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            shift \(d.integer) NOT NULL,
            from_operator \(d.text) NOT NULL,
            begun_at \(d.integer) NOT NULL,
            status \(d.text) NOT NULL CHECK (status IN ('offered', 'complete')),
            items \(d.text) NOT NULL,
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS handover_open ON handover (hotline, begun_at) WHERE status = 'offered';
        """
    }

    /// Who stays in which shelter; the registers the hotline keeps beside its calls;
    /// the months that are closed, and the packs that were given of them.
    private static func house(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS stay (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            provider \(d.text) NOT NULL,
            category \(d.text) NOT NULL,
            case_file \(d.integer),
            referral \(d.integer),
            donor \(d.text),
            admitted_at \(d.integer) NOT NULL,
            admitted_on \(d.integer) NOT NULL,
            expected_until \(d.integer),
            overridden_because \(d.text),
            left_at \(d.integer),
            left_because \(d.text),
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL,
            CHECK ((left_at IS NULL) = (left_because IS NULL)),
            CHECK (left_at IS NULL OR left_at >= admitted_at)
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS stay_by_time ON stay (hotline, admitted_at, id);
        CREATE INDEX IF NOT EXISTS stay_now ON stay (hotline, provider) WHERE left_at IS NULL;
        CREATE INDEX IF NOT EXISTS stay_of_case ON stay (case_file) WHERE case_file IS NOT NULL;
        CREATE TABLE IF NOT EXISTS entry (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            kind \(d.text) NOT NULL CHECK (kind IN ('mission', 'indicator', 'return', 'task')),
            status \(d.text) NOT NULL CHECK (status IN ('open', 'done', 'withdrawn')),
            due \(d.integer),
            responsible \(d.text),
            territory \(d.text),
            content \(d.text) NOT NULL,
            what \(d.integer),
            added_by \(d.text) NOT NULL,
            added_on \(d.integer) NOT NULL,
            withdrawn_because \(d.text),
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL,
            CHECK ((status = 'withdrawn') = (withdrawn_because IS NOT NULL)),
            CHECK ((kind = 'task') = (responsible IS NOT NULL AND what IS NOT NULL)),
            CHECK ((kind = 'return') = (territory IS NOT NULL))
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS entry_by_kind ON entry (hotline, kind, due);
        CREATE INDEX IF NOT EXISTS entry_task_open ON entry (hotline, responsible, due) WHERE kind = 'task' AND status = 'open';
        CREATE INDEX IF NOT EXISTS entry_by_territory ON entry (hotline, territory) WHERE territory IS NOT NULL;
        """
    }

    /// Counts by business date, sharded by the node that wrote them; and the
    /// counters of the numbers people say aloud.
    private static func counts(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS count_cell (
            hotline \(d.integer) NOT NULL,
            measure \(d.text) NOT NULL,
            dimension \(d.text) NOT NULL,
            business_date \(d.integer) NOT NULL,
            key \(d.text) NOT NULL,
            node \(d.integer) NOT NULL,
            n \(d.integer) NOT NULL,
            PRIMARY KEY (hotline, measure, dimension, business_date, key, node)
        )\(d.tableSuffix);
        CREATE TABLE IF NOT EXISTS number_given (
            hotline \(d.integer) NOT NULL,
            kind \(d.text) NOT NULL,
            year \(d.integer) NOT NULL,
            last \(d.integer) NOT NULL,
            PRIMARY KEY (hotline, kind, year)
        )\(d.tableSuffix);
        """
    }
}
