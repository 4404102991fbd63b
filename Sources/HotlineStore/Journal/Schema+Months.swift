extension Schema {
    /// The months that are closed, and what was given out of them to whom.
    static func months(_ d: Dialect) -> String {
        """
        CREATE TABLE IF NOT EXISTS month_closing (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            month \(d.integer) NOT NULL,
            definitions \(d.integer) NOT NULL,
            figures \(d.text) NOT NULL,
            digest \(d.text) NOT NULL,
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS month_closing_by_month ON month_closing (hotline, month);
        CREATE TABLE IF NOT EXISTS pack_release (
            id \(d.integer) NOT NULL PRIMARY KEY,
            hotline \(d.integer) NOT NULL,
            donor \(d.text) NOT NULL,
            period \(d.text) NOT NULL,
            first_at \(d.integer) NOT NULL,
            contents \(d.text) NOT NULL,
            given \(d.text) NOT NULL,
            changed_at \(d.integer) NOT NULL,
            changed_by \(d.text) NOT NULL
        )\(d.tableSuffix);
        CREATE INDEX IF NOT EXISTS pack_release_by_donor ON pack_release (hotline, donor, period);
        CREATE INDEX IF NOT EXISTS pack_release_by_time ON pack_release (hotline, first_at, id);
        """
    }
}
