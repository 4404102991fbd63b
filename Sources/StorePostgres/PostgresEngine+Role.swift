extension PostgresEngine {
    /// Makes a role that may come in, unless it is there; without a password, which whoever looks after the
    /// server gives it. `role` is a plain name.
    public static func sql(ofRole role: String) -> String {
        """
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '\(role)') THEN CREATE ROLE \(role) LOGIN; END IF;
        END $$;
        GRANT USAGE ON SCHEMA \(ServerLine.schema) TO \(role);
        GRANT UPDATE ON \(ServerLine.schema).\(Turn.table) TO \(role);
        SET search_path TO \(ServerLine.schema);

        """
    }
}
