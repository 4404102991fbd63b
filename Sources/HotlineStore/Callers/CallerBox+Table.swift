import HotlineDomain

extension CallerBox {
    /// Numbers that wait for the desk that answers. Beside the journal: they are
    /// gone when a call is begun of the visit, when the caller gives up, and after
    /// an hour, whoever does something then.
    struct Table {
        let connection: any Connection
        let hotline: Int64

        static func createSQL(_ d: Dialect) -> String {
            """
            CREATE TABLE IF NOT EXISTS caller_box (
                visit \(d.integer) NOT NULL PRIMARY KEY,
                hotline \(d.integer) NOT NULL,
                put_at \(d.integer) NOT NULL,
                sealed \(d.bytes) NOT NULL
            )\(d.tableSuffix);
            CREATE INDEX IF NOT EXISTS caller_box_by_time ON caller_box (hotline, put_at);
            """
        }

        /// The first telling of a number counts.
        func put(_ sealed: [UInt8], of visit: VisitID, at now: Instant) throws {
            try connection.run(
                """
                INSERT INTO caller_box (visit, hotline, put_at, sealed) VALUES ($1, $2, $3, $4)
                ON CONFLICT (visit) DO NOTHING
                """, [.id(visit), .integer(hotline), .instant(now), .bytes(sealed)])
        }

        func sealed(_ visit: VisitID) throws -> [UInt8]? {
            try connection.first("SELECT sealed FROM caller_box WHERE visit = $1", [.id(visit)]) { $0.bytes(0) }
        }

        func holds(_ visit: VisitID) throws -> Bool { try sealed(visit) != nil }

        func remove(_ visit: VisitID) throws {
            try connection.run("DELETE FROM caller_box WHERE visit = $1", [.id(visit)])
        }

        /// Those that no desk has taken in their time.
        func sweep(at now: Instant) throws {
            try connection.run(
                "DELETE FROM caller_box WHERE hotline = $1 AND put_at <= $2",
                [.integer(hotline), .instant(now - Visit.numberKeptMax)])
        }

        func empty() throws { try connection.run("DELETE FROM caller_box", []) }
    }
}

extension Store {
    /// Where a bridge puts numbers; nil in a store that has no box.
    static func callerBox(_ connection: any Connection) throws -> CallerBox? {
        try meta("caller_box", connection).flatMap(CallerBox.init(text:))
    }
}
