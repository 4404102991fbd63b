extension Schema {
    /// What a switch told: callers' visits to a line, and what operators were doing.
    static func feed(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS visit (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            source \(d.text) NOT NULL,
            switch_key \(d.text) NOT NULL,
            call_key \(d.text) NOT NULL,
            line \(d.text) NOT NULL,
            country \(d.text),
            language \(d.text),
            offered_at \(d.integer) NOT NULL,
            offered_exact \(d.integer) NOT NULL CHECK (offered_exact IN (0, 1)),
            business_date \(d.integer) NOT NULL,
            hour \(d.integer) NOT NULL CHECK (hour BETWEEN 0 AND 23),
            came_while_open \(d.integer) NOT NULL CHECK (came_while_open IN (0, 1)),
            ending \(d.text) CHECK (ending IN ('answered', 'abandoned', 'left', 'refused', 'lost')),
            because \(d.text),
            operator \(d.text),
            left_at \(d.integer),
            left_exact \(d.integer),
            left_clock_set \(d.integer),
            talk_ended_at \(d.integer),
            talk_ended_exact \(d.integer),
            talk_clock_set \(d.integer),
            talk_ended_by \(d.text),
            talk_lost \(d.integer),
            held_ms \(d.integer),
            wrap_ms \(d.integer),
            rings \(d.text) NOT NULL,
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL,
            CHECK ((ending IS NULL) = (left_at IS NULL)),
            CHECK ((left_at IS NULL) = (left_exact IS NULL)),
            CHECK ((left_at IS NULL) = (left_clock_set IS NULL)),
            CHECK ((talk_ended_at IS NULL) = (talk_ended_exact IS NULL)),
            CHECK ((talk_ended_at IS NULL) = (talk_clock_set IS NULL)),
            CHECK (ending IS NULL OR (ending = 'answered') = (operator IS NOT NULL)),
            CHECK (ending IS NULL OR (ending IN ('left', 'refused')) = (because IS NOT NULL))
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS visit_by_key ON visit (hotline, source, switch_key);
        CREATE INDEX IF NOT EXISTS visit_by_call ON visit (hotline, source, call_key);
        CREATE INDEX IF NOT EXISTS visit_by_time ON visit (hotline, offered_at, id);
        CREATE INDEX IF NOT EXISTS visit_by_date ON visit (hotline, business_date, offered_at);
        CREATE INDEX IF NOT EXISTS visit_now ON visit (hotline, offered_at)
            WHERE ending IS NULL OR (ending = 'answered' AND talk_ended_at IS NULL AND talk_lost = 0);
        CREATE TABLE IF NOT EXISTS operator_state (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            operator \(d.text) NOT NULL,
            source \(d.text) NOT NULL,
            state \(d.text) NOT NULL,
            reason \(d.text),
            began_at \(d.integer) NOT NULL,
            ended_at \(d.integer),
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL,
            CHECK (ended_at IS NULL OR ended_at >= began_at)
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS operator_state_by_operator ON operator_state (hotline, operator, source, began_at);
        CREATE INDEX IF NOT EXISTS operator_state_by_time ON operator_state (hotline, began_at);
        CREATE INDEX IF NOT EXISTS operator_state_now ON operator_state (hotline, operator) WHERE ended_at IS NULL;
        CREATE TABLE IF NOT EXISTS link_state (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            source \(d.text) NOT NULL,
            state \(d.text) NOT NULL CHECK (state IN ('up', 'down')),
            trouble \(d.text),
            began_at \(d.integer) NOT NULL,
            ended_at \(d.integer),
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL,
            CHECK (ended_at IS NULL OR ended_at >= began_at)
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS link_state_now ON link_state (hotline, source) WHERE ended_at IS NULL;
        CREATE INDEX IF NOT EXISTS link_state_by_source ON link_state (hotline, source, began_at);
        CREATE TABLE IF NOT EXISTS feed_mark (
            hotline \(d.integer) NOT NULL,
            source \(d.text) NOT NULL,
            heard_at \(d.integer) NOT NULL,
            told_until \(d.integer) NOT NULL,
            boot_at \(d.integer),
            boot_words \(d.text),
            PRIMARY KEY (hotline, source)
        )\(d.tableSuffix);
        """
    }
}
