import HotlineDomain

/// Two people wrote of one thing without having seen each other's work, and
/// nobody has written of it with everything in sight since.
public struct Divergence: Hashable, Sendable {
    /// One of the two.
    public struct Side: Hashable, Sendable {
        public let stamp: Stamp
        public let place: EventPlace
    }

    public let subject: Subject
    /// What people call it aloud, where it has a number.
    public let number: String?
    public let earlier: Side
    /// Where both say something of the same, this one's stands.
    public let later: Side
}

extension Divergence {
    /// Which event was written without having the one before it in sight.
    struct Row: Hashable, Sendable {
        let place: EventPlace
        let over: EventPlace
    }

    /// Follows the events of one thing in the order of `EventOrder`.
    struct Walk: Sendable {
        private(set) var last: EventPlace?
        private(set) var count: Int64 = 0
        private(set) var open: [Row] = []

        init() {}

        /// From where somebody stands who has these events in sight; `open` is
        /// what comes after, and replaces what there was if `isClosed`.
        init(_ sight: Sight) {
            last = sight.base
            count = sight.count
        }

        /// Somebody wrote with all in sight: what was open before is over.
        private(set) var isClosed = false

        mutating func take(_ place: EventPlace, base: EventPlace?, seen: Int64) {
            if let last {
                if seen >= count {
                    open = []
                    isClosed = true
                } else if base != last {
                    open.append(Row(place: place, over: last))
                }
            }
            last = place
            count += 1
        }
    }

    /// What is open, read off the events; few rows, and none most of the time.
    struct Table {
        let connection: any Connection

        static func createSQL(_ d: Dialect) -> String {
            """
            CREATE TABLE IF NOT EXISTS divergence (
                hotline \(d.integer) NOT NULL,
                kind \(d.text) NOT NULL,
                subject \(d.integer) NOT NULL,
                node \(d.integer) NOT NULL,
                sequence \(d.integer) NOT NULL,
                over_node \(d.integer) NOT NULL,
                over_sequence \(d.integer) NOT NULL,
                PRIMARY KEY (subject, node, sequence)
            )\(d.tableSuffix);
            """
        }

        func write(_ row: Row, of subject: Subject, hotline: Int64) throws {
            try connection.run(
                """
                INSERT INTO divergence (hotline, kind, subject, node, sequence, over_node, over_sequence)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    .integer(hotline), .text(subject.kind.rawValue), .integer(subject.id), .integer(row.place.node),
                    .integer(row.place.sequence), .integer(row.over.node), .integer(row.over.sequence),
                ])
        }

        func end(_ subject: Subject) throws {
            try connection.run("DELETE FROM divergence WHERE subject = $1", [.integer(subject.id)])
        }

        func rows(of subject: Subject) throws -> Set<Row> {
            Set(
                try connection.all(
                    "SELECT node, sequence, over_node, over_sequence FROM divergence WHERE subject = $1",
                    [.integer(subject.id)]
                ) { row in
                    Row(
                        place: EventPlace(node: row.integer(0), sequence: row.integer(1)),
                        over: EventPlace(node: row.integer(2), sequence: row.integer(3)))
                })
        }
    }
}

extension Divergence {
    /// What people write of by hand; of the rest a program tells, and knows what it told.
    static let kinds: [SubjectKind] = [
        .call, .escalation, .case, .referral, .stay, .entry, .handover, .shift,
    ]
}

extension Store {
    /// Everything that was written of in two places and that nobody has written of
    /// since with both in sight; what was written last comes first. What the program
    /// itself did twice is nobody's to put right.
    public func divergences(limit: Int = 100) throws -> [Divergence] {
        let kinds = Divergence.kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try engine.read { connection in
            try connection.all(
                """
                \(Store.divergenceSQL) AND divergence.hotline = $1 AND divergence.kind IN (\(kinds))
                ORDER BY later.tick DESC, later.node, later.sequence LIMIT \(max(1, limit))
                """, [.integer(hotlineID)], Store.divergence)
        }
    }

    /// What was written of this thing in two places: of several the last.
    public func divergence(of subject: Subject) throws -> Divergence? {
        try engine.read { connection in
            try connection.first(
                """
                \(Store.divergenceSQL) AND divergence.subject = $1 AND divergence.kind = $2
                ORDER BY later.tick DESC, later.node DESC, later.sequence DESC LIMIT 1
                """, [.integer(subject.id), .text(subject.kind.rawValue)], Store.divergence)
        }
    }

    private static let divergenceSQL = """
        SELECT divergence.kind, divergence.subject, earlier.by_operator, earlier.at, earlier.node,
            earlier.sequence, later.by_operator, later.at, later.node, later.sequence,
            CASE divergence.kind WHEN 'call' THEN (SELECT number FROM call WHERE id = divergence.subject)
                WHEN 'escalation' THEN (SELECT call_number FROM escalation WHERE id = divergence.subject)
                WHEN 'case' THEN (SELECT number FROM case_file WHERE id = divergence.subject)
                WHEN 'referral' THEN (SELECT number FROM referral WHERE id = divergence.subject) END
        FROM divergence
        JOIN event AS later ON later.node = divergence.node AND later.sequence = divergence.sequence
        JOIN event AS earlier ON earlier.node = divergence.over_node AND earlier.sequence = divergence.over_sequence
        WHERE NOT (earlier.by_operator = '\(Stamp.systemCode)' AND later.by_operator = '\(Stamp.systemCode)')
        """

    private static func divergence(_ row: any SQLRow) throws -> Divergence {
        guard let kind = SubjectKind(rawValue: row.text(0)) else {
            throw UnreadableRow(table: "divergence", column: "kind")
        }
        func side(_ column: Int) -> Divergence.Side {
            Divergence.Side(
                stamp: Stamp(by: row.text(column), at: row.instant(column + 1)),
                place: EventPlace(node: row.integer(column + 2), sequence: row.integer(column + 3)))
        }
        return Divergence(
            subject: Subject(kind, row.integer(1)), number: row.textOrNil(10), earlier: side(2), later: side(6))
    }
}
