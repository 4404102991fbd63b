extension Schema {
    /// The months that are closed, and what was given out of them to whom.
    static func months(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS month_closing (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            month \(d.integer) NOT NULL,
            definitions \(d.integer) NOT NULL,
            figures TEXT NOT NULL,
            digest TEXT NOT NULL,
            changed_at \(d.integer) NOT NULL,
            changed_by TEXT NOT NULL
        )\(d.tableSuffix);
        CREATE UNIQUE INDEX IF NOT EXISTS month_closing_by_month ON month_closing (hotline, month);
        CREATE TABLE IF NOT EXISTS pack_release (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            donor TEXT NOT NULL,
            period TEXT NOT NULL,
            first_at \(d.integer) NOT NULL,
            contents TEXT NOT NULL,
            given TEXT NOT NULL,
            changed_at \(d.integer) NOT NULL,
            changed_by TEXT NOT NULL
        )\(d.tableSuffix);
        CREATE UNIQUE INDEX IF NOT EXISTS pack_release_by_donor ON pack_release (hotline, donor, period);
        CREATE INDEX IF NOT EXISTS pack_release_by_time ON pack_release (hotline, first_at, id);
        """
    }
}
