import HotlineDomain

extension Store {
    /// Whether this person may read the words of a thing, by the engine's rules;
    /// the journal is not told. An open store believes that whoever names nobody may.
    public func mayRead(_ subject: Subject, by code: String, at now: Instant) throws -> Bool {
        try engine.read { connection in
            let hotline = try setup(connection)
            let zones = try Dictionary(
                hotline.lines.map { ($0.zone, try zone($0.zone)) }, uniquingKeysWith: { first, _ in first })
            let records = StoreRecords(connection: connection, hotline: hotlineID)
            var work = Work(by: code, at: now, hotline: hotline, zones: zones, records: records)
            return try work.mayRead(subject)
        }
    }
}
