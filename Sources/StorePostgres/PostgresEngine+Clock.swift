import HotlineStore

extension PostgresEngine {
    public func clock() throws -> Int64? {
        try read { connection in
            var told: Int64?
            try connection.rowsAtOnce("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint", []) { row in
                told = row.integer(0)
                return false
            }
            return told
        }
    }
}
