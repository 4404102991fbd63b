import HotlineDomain

/// Sums over visits and calls, made where they lie: by an index over the time asked for.
extension Store {
    /// What hours brought, one after the other from a moment on, in each of these stretches.
    public func arrivals(
        in stretches: [Range<Instant>], shortAbandon: Span
    ) throws -> [[Int: HourArrivals]] {
        try engine.read { connection in
            try stretches.map { try arrivals(in: $0, shortAbandon, connection) }
        }
    }

    private func arrivals(
        in stretch: Range<Instant>, _ shortAbandon: Span, _ connection: any Connection
    ) throws -> [Int: HourArrivals] {
        var hours: [Int: HourArrivals] = [:]
        try connection.rows(
            """
            SELECT (offered_at - $2) / 3600000, count(*), count(\(VisitTable.handled)),
            coalesce(sum(\(VisitTable.handled)), 0)
            FROM visit WHERE hotline = $1 AND offered_at >= $2 AND offered_at < $3 AND ending IS NOT NULL
            AND NOT (ending = 'abandoned' AND coalesce(\(VisitTable.wait), $4) < $4)
            AND NOT (ending = 'refused' AND because = 'closed')
            AND NOT (because IS NOT NULL AND because = 'nobody_on_duty' AND came_while_open = 0)
            GROUP BY (offered_at - $2) / 3600000
            """,
            [
                .integer(hotlineID), .instant(stretch.lowerBound), .instant(stretch.upperBound),
                .integer(shortAbandon.milliseconds),
            ]
        ) { row in
            hours[Int(row.integer(0))] = HourArrivals(
                arrivals: Int(row.integer(1)), handled: Int(row.integer(2)), handledMilliseconds: row.integer(3))
            return true
        }
        return hours
    }

    /// When the first caller came that a switch told of; nil where none did.
    public func firstVisit() throws -> Instant? {
        try engine.read {
            try $0.first(
                "SELECT offered_at FROM visit WHERE hotline = $1 ORDER BY offered_at LIMIT 1", [.integer(hotlineID)]
            ) { $0.instant(0) }
        }
    }

    /// Final calls of a period by the line, and how long they were: what is known without a switch.
    public func loggedCalls(_ period: Period) throws -> [String: (timed: Int, milliseconds: Int64)] {
        let rules = try zone(hotline().zone)
        var lines: [String: (timed: Int, milliseconds: Int64)] = [:]
        try engine.read { connection in
            try connection.rows(
                """
                SELECT line, count(*), sum(ended - started) FROM call
                WHERE hotline = $1 AND started >= $2 AND started < $3 AND business_date BETWEEN $4 AND $5
                AND status = 'final' AND ended IS NOT NULL GROUP BY line
                """,
                [
                    .integer(hotlineID), .instant(rules.instant(period.first, secondsOfDay: 0) - .days(1)),
                    .instant(rules.instant(period.last + 2, secondsOfDay: 0)), .integer(period.first.days),
                    .integer(period.last.days),
                ]
            ) { row in
                lines[row.text(0)] = (Int(row.integer(1)), row.integer(2))
                return true
            }
        }
        return lines
    }
}

/// What an hour brought: visits that somebody had to be there for, and how long they took.
public struct HourArrivals: Hashable, Sendable {
    public let arrivals: Int
    public let handled: Int
    public let handledMilliseconds: Int64
}
