import HotlineStore

extension PostgresEngine {
    /// Whether another program of ours works in this store now: each holds its number.
    public func hasOthers() throws -> Bool {
        try read { connection in
            var others: Int64 = 0
            try connection.rowsAtOnce(
                """
                SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND classid = \(Turn.space) AND objid BETWEEN 1 AND 4095 AND objid <> \(node)
                """, []
            ) { row in
                others = row.integer(0)
                return false
            }
            return others > 0
        }
    }
}
