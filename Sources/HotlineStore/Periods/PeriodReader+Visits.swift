import HotlineDomain

/// Visits are summed where they lie: a year of them is never read one by one.
extension PeriodReader {
    public func visits(answerTarget: Span, shortAbandon: Span) throws -> [VisitSum] {
        return try connection.all(
            """
            SELECT line, ending, because, came_while_open,
            CASE WHEN ending = 'abandoned' AND wait < $5 THEN 1 ELSE 0 END,
            CASE WHEN ending = 'answered' THEN (wait + 9) / 10 END,
            count(*), coalesce(sum(wait), 0),
            sum(CASE WHEN ending = 'answered' AND wait <= $4 THEN 1 ELSE 0 END),
            count(CASE WHEN ending = 'answered' THEN handled END),
            coalesce(sum(CASE WHEN ending = 'answered' THEN handled END), 0)
            FROM (
                SELECT line, ending, because, came_while_open, \(VisitTable.wait) AS wait,
                \(VisitTable.handled) AS handled
                FROM visit WHERE hotline = $1 AND business_date BETWEEN $2 AND $3
            ) AS told
            GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2 NULLS FIRST, 3 NULLS FIRST, 4, 5, 6 NULLS FIRST
            """,
            [
                .integer(hotline), .integer(period.first.days), .integer(period.last.days),
                .integer(answerTarget.milliseconds), .integer(shortAbandon.milliseconds),
            ]
        ) { row in
            VisitSum(
                line: row.text(0),
                outcome: Visit.outcome(
                    of: try VisitTable.ending(row.textOrNil(1), row.textOrNil(2), by: nil),
                    cameWhileOpen: row.integer(3) == 1),
                isShort: row.integer(4) == 1, waitSteps: row.integerOrNil(5), n: Int(row.integer(6)),
                waitMilliseconds: row.integer(7), inTarget: Int(row.integer(8)), handled: Int(row.integer(9)),
                handledMilliseconds: row.integer(10))
        }
    }
}
