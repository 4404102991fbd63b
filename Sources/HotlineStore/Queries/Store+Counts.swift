import HotlineDomain

extension Store {
    /// Sums from the count tables, by key; keys whose sum is 0 are left out.
    /// Costs by the number of days, never by the number of calls.
    public func counts(
        _ measure: Measure, by dimension: Dimension, _ period: Period
    ) throws -> [String: Int] {
        try engine.read { try counts(measure, dimension, period, $0) }
    }

    /// One sum.
    public func count(_ measure: Measure, _ period: Period) throws -> Int {
        try counts(measure, by: .all, period)[CountKey.everything] ?? 0
    }

    func counts(
        _ measure: Measure, _ dimension: Dimension, _ period: Period, _ connection: any Connection
    ) throws -> [String: Int] {
        var sums: [String: Int] = [:]
        try connection.rows(
            """
            SELECT key, sum(n) FROM count_cell
            WHERE hotline = $1 AND measure = $2 AND dimension = $3 AND business_date BETWEEN $4 AND $5
            GROUP BY key
            """,
            [
                .integer(hotlineID), .text(measure.rawValue), .text(dimension.rawValue),
                .integer(period.first.days), .integer(period.last.days),
            ]
        ) { row in
            if row.integer(1) != 0 { sums[row.text(0)] = Int(row.integer(1)) }
            return true
        }
        return sums
    }
}
