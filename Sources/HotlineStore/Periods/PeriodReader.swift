import HotlineDomain

/// A period as the tables and the journal tell it within one transaction.
public struct PeriodReader: PeriodSource {
    public let now: Instant
    /// Reads any stretch of business dates alike.
    private let reader: MonthReader

    init(_ reader: MonthReader, at now: Instant) {
        self.reader = reader
        self.now = now
    }

    public var period: Period { reader.month }

    public func of(_ period: Period) throws -> PeriodReader {
        try PeriodReader(MonthReader(period, reader.store, reader.connection), at: now)
    }

    public func counts(_ measure: Measure, by dimension: Dimension, _ period: Period) throws -> [String: Int] {
        try reader.counts(measure, by: dimension, period)
    }

    public func balance() throws -> MonthBalance { try reader.balance() }
    public func closingReasons() throws -> [String: Int] { try reader.closingReasons() }
    public func cohort() throws -> MonthCohort { try reader.cohort(of: period) }
    public func acknowledgements() throws -> [Span?] { try reader.acknowledgements() }
    public func entries(_ kind: EntryKind) throws -> [Entry] { try reader.entries(kind) }
    public func shifts() throws -> [Shift] { try reader.shifts() }

    public func stays() throws -> [Stay] {
        try StayTable.select(
            """
            hotline = $1 AND admitted_on <= $2 AND (left_at IS NULL OR left_at >= $3) ORDER BY admitted_at, id
            """, [.integer(hotline), .integer(period.last.days), .instant(try hours().lowerBound)], connection)
    }

    public func referrals() throws -> [ReferralSum] {
        let hours = try hours()
        // An id holds the moment it was made.
        let first = ReferralID(at: hours.lowerBound, node: 0, sequence: 0)
        let last = ReferralID(at: hours.upperBound, node: 0, sequence: 0)
        let due = Urgency.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.answerWithin.milliseconds)" }
        return try connection.all(
            """
            SELECT service, urgency, outcome, CASE WHEN sent_at IS NULL THEN 0 ELSE 1 END,
            CASE WHEN status = 'sent' AND sent_at + CASE urgency \(due.joined(separator: " ")) END < $4
            THEN 1 ELSE 0 END, count(*)
            FROM referral WHERE hotline = $1 AND id >= $2 AND id < $3
            GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3 NULLS FIRST, 4, 5
            """, [.integer(hotline), .id(first), .id(last), .instant(now)]
        ) { row in
            ReferralSum(
                service: row.text(0), urgency: try row.value(1, "referral", "urgency"), wasSent: row.integer(3) == 1,
                isLate: row.integer(4) == 1, outcome: row.textOrNil(2), n: Int(row.integer(5)))
        }
    }

    public func quality() throws -> CallQuality {
        let hours = try hours()
        var quality = CallQuality()
        func either(_ condition: String) -> String { "coalesce(sum(CASE WHEN \(condition) THEN 1 ELSE 0 END), 0)" }
        let counted = "status = 'final' AND (code IS NULL OR code <> 'test')"
        let made = "id / 4194304 + \(CallID.epoch.milliseconds)"
        try connection.rows(
            """
            SELECT \(either(counted)), \(either("\(counted) AND revision > 1")),
            \(either("\(counted) AND off_shift = 1")), \(either("\(counted) AND \(made) - ended > 86400000")),
            \(either("\(counted) AND visit IS NOT NULL")),
            \(either("status NOT IN ('final', 'discarded')")), \(either("status = 'discarded'")),
            \(either("status = 'final' AND code = 'test'"))
            FROM call WHERE hotline = $1 AND started >= $2 AND started < $3 AND business_date BETWEEN $4 AND $5
            """,
            [
                // The business date of a call differs from the calendar's by a day at most.
                .integer(hotline), .instant(hours.lowerBound - .days(1)), .instant(hours.upperBound + .days(1)),
                .integer(period.first.days), .integer(period.last.days),
            ]
        ) { row in
            quality.counted = Int(row.integer(0))
            quality.amended = Int(row.integer(1))
            quality.offShift = Int(row.integer(2))
            quality.late = Int(row.integer(3))
            quality.withVisit = Int(row.integer(4))
            quality.unfinished = Int(row.integer(5))
            quality.discarded = Int(row.integer(6))
            quality.tests = Int(row.integer(7))
            return true
        }
        return quality
    }

    var connection: any Connection { reader.connection }
    var hotline: Int64 { reader.hotline }

    /// From the first midnight of the period to the midnight that ends it, on the hotline's clock.
    private func hours() throws -> Range<Instant> {
        let zone = try reader.store.zone(reader.store.setup(connection).zone)
        return zone.instant(period.first, secondsOfDay: 0)..<zone.instant(period.last + 1, secondsOfDay: 0)
    }
}

extension Store {
    /// A period as a report reads it; nothing is written.
    public func reading<T>(period: Period, at now: Instant, _ body: (PeriodReader) throws -> T) throws -> T {
        try engine.read { try body(PeriodReader(MonthReader(period, self, $0), at: now)) }
    }
}
