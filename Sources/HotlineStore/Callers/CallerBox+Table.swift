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
                sealed \(d.bytes) NOT NULL,
                node \(d.integer) NOT NULL,
                sequence \(d.integer) NOT NULL
            )\(d.tableSuffix);
            CREATE INDEX IF NOT EXISTS caller_box_by_time ON caller_box (hotline, put_at);
            """
        }

        /// The first telling of a number counts.
        func put(_ row: CallerBoxRow) throws {
            try connection.run(
                """
                INSERT INTO caller_box (visit, hotline, put_at, sealed, node, sequence)
                VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (visit) DO NOTHING
                """,
                [
                    .id(row.visit), .integer(hotline), .instant(row.putAt), .bytes(row.sealed),
                    .integer(row.place.node), .integer(row.place.sequence),
                ])
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

/// A number in the box, and the event it was put in with.
struct CallerBoxRow: Hashable, Sendable {
    let visit: VisitID
    let putAt: Instant
    let sealed: [UInt8]
    let place: EventPlace

    static let columns = "visit, put_at, sealed, node, sequence"
}

extension CallerBoxRow {
    init(_ row: any SQLRow) {
        self.init(
            visit: row.id(0), putAt: row.instant(1), sealed: row.bytes(2),
            place: EventPlace(node: row.integer(3), sequence: row.integer(4)))
    }
}

extension Store {
    /// Where a bridge puts numbers; nil in a store that has no box.
    static func callerBox(_ connection: any Connection) throws -> CallerBox? {
        try meta("caller_box", connection).flatMap(CallerBox.init(text:))
    }
}
