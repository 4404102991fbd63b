import HotlineStore

extension PostgresEngine {
    /// Tables that hold what can be erased.
    private static let forgetting = ["words", "slot", "caller_key", "caller_sign", "caller_box"]

    /// Takes what was erased out of the tables' pages. False while somebody still
    /// reads an older state. What else of it a server keeps, in its log and in
    /// copies, is not ours to wipe: Documentation/Security.md.
    /// Throws `noRight` with the owner's name where it is not this role's to do.
    public func wipe(within seconds: Double) throws -> Bool {
        try inTurn { session in
            let names = PostgresEngine.forgetting.map { "'\($0)'" }.joined(separator: ", ")
            // A server says of a table that is not one's own that it leaves it out, and calls that done.
            let found = try session.ask(
                """
                SELECT string_agg(relname, ',' ORDER BY relname), min(pg_get_userbyid(relowner))
                    FILTER (WHERE NOT pg_has_role(relowner, 'USAGE') AND NOT pg_has_role(datdba, 'USAGE'))
                FROM pg_class, pg_database WHERE datname = current_database()
                AND relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname IN (\(names))
                """
            ) { row in
                (
                    tables: row.isNull(0) ? [] : row.text(0).split(separator: ","),
                    owner: row.isNull(1) ? nil : row.text(1)
                )
            }
            guard let found, !found.tables.isEmpty else { return true }
            if let owner = found.owner { throw StoreError.noRight(path: path, detail: owner) }
            for table in found.tables { try session.alone("VACUUM \(table)") }
            let left = try session.ask(
                "SELECT sum(n_dead_tup) FROM pg_stat_user_tables WHERE schemaname = current_schema() "
                    + "AND relname IN (\(names))"
            ) { $0.integer(0) }
            return left == 0
        }
    }
}
