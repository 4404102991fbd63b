import HotlineDomain

extension Store {
    /// What would be lost if the backup took the place of the store at `path`:
    /// nil where it is the same store, with everything that was written since.
    /// `store` is nil where the file is too damaged to be asked. Throws where
    /// the backup is no whole store of a version this release reads.
    public static func objection(
        to backup: any Connection, over store: (any Connection)?, at path: String, _ dialect: Dialect
    ) throws -> StoreError? {
        try checkTables(backup, dialect, path: "")
        let new = try Holding(backup)
        let old: Holding
        do {
            guard let store, try !isUnfinished(store, dialect) else {
                return new.isPractice && store == nil ? .practiceBackup(path: path) : nil
            }
            try checkTables(store, dialect, path: path)
            old = try Holding(store)
        } catch StoreError.damaged {
            // What is damaged is what backups are for; but never made-up calls for it.
            return new.isPractice ? .practiceBackup(path: path) : nil
        }
        guard old.isTouched else { return nil }
        if new.isPractice, !old.isPractice { return .practiceBackup(path: path) }
        if new.code != old.code { return .otherHotline(path: path, held: old.name, other: new.name) }
        let lacking = try old.eventsLacking(in: new)
        guard lacking.count > 0 else { return nil }
        let last = lacking.last.map { ZoneRules.utc.wallClock(at: $0).iso8601 } ?? "-"
        return .olderBackup(path: path, lacking: lacking.count, last: last)
    }
}
