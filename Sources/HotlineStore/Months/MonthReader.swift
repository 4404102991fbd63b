import HotlineDomain

/// A month as the tables and the journal tell it within one transaction.
public struct MonthReader: MonthSource {
    public let month: Period
    let store: Store
    let connection: any Connection
    /// Where the journal stood when the month before was closed; 0 before the first closing.
    let since: Int64
    let last: MonthClosing?

    init(_ month: Period, _ store: Store, _ connection: any Connection) throws {
        self.month = month
        self.store = store
        self.connection = connection
        last = try MonthClosingTable.select(
            "hotline = $1 ORDER BY month DESC, id LIMIT 1", [.integer(store.hotlineID)], connection
        ).first
        since = try connection.count(
            "SELECT coalesce(max(position), 0) FROM event WHERE hotline = $1 AND kind = 'month_closing'",
            [.integer(store.hotlineID)])
    }

    var hotline: Int64 { store.hotlineID }
    var dates: [SQLValue] { [.integer(hotline), .integer(month.first.days), .integer(month.last.days)] }

    public func counts(_ measure: Measure, by dimension: Dimension, _ period: Period) throws -> [String: Int] {
        try store.counts(measure, dimension, period, connection)
    }

    public func lastClosing() -> MonthClosing? { last }

    public func delivered() throws -> [ServiceDelivered] {
        // What was received in the month was recorded in it, and a referral is changed by that.
        try ReferralTable.select(
            "hotline = $1 AND changed_at >= $2 AND delivered <> '[]' ORDER BY changed_at, id",
            [.integer(hotline), .instant(try hours().lowerBound - .days(1))], connection
        )
        .flatMap(\.delivered).filter { month.contains($0.businessDate) }
    }

    public func acknowledgements() throws -> [Span?] {
        // The business date of an SOS may differ from the calendar's by a day.
        let raised = try hours()
        return try connection.all(
            """
            SELECT acknowledged_at - raised_at FROM escalation
            WHERE hotline = $1 AND business_date BETWEEN $2 AND $3
            AND raised_at BETWEEN $4 - 172800000 AND $5 + 172800000 ORDER BY raised_at, id
            """, dates + [.instant(raised.lowerBound), .instant(raised.upperBound)]
        ) { row in row.integerOrNil(0).map { Span(milliseconds: $0) } }
    }

    public func eachVisit(_ body: (Visit) throws -> Void) throws {
        var last: Visit?
        while true {
            let slice = try store.visits(month, after: last, limit: Store.visitSlice, connection)
            for visit in slice { try body(visit) }
            guard let end = slice.last, slice.count == Store.visitSlice else { break }
            last = end
        }
        guard followsClosed else { return }
        try connection.rows(VisitTable.sql.selectWhere + isLateVisit + " ORDER BY visit.id", lateArguments) { row in
            try body(VisitTable.read(row))
            return true
        }
    }

    public func entries(_ kind: EntryKind) throws -> [Entry] {
        try EntryTable.select(
            "hotline = $1 AND kind = $2 AND status <> 'withdrawn' ORDER BY due NULLS FIRST, id",
            [.integer(hotline), .text(kind.rawValue)], connection)
    }

    public func unended() throws -> MonthUnended {
        var unended = MonthUnended()
        // Sorted here: an index that has them in order is one of all calls there ever were.
        unended.calls = try numbers(
            """
            SELECT number FROM call WHERE hotline = $1 AND business_date BETWEEN $2 AND $3
            AND status IN ('talking', 'held', 'wrap_up', 'draft')
            """, dates
        ).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
        unended.escalations = try numbers(
            """
            SELECT call_number FROM escalation WHERE hotline = $1 AND business_date BETWEEN $2 AND $3
            AND status <> 'resolved' ORDER BY raised_at, id
            """, dates)
        // An id holds the moment it was made.
        let hours = try hours()
        let first = ReferralID(at: hours.lowerBound, node: 0, sequence: 0)
        let last = ReferralID(at: hours.upperBound, node: 0, sequence: 0)
        unended.referrals = try numbers(
            """
            SELECT number FROM referral WHERE hotline = $1 AND id >= $2 AND id < $3
            AND status IN ('draft', 'ready', 'sent', 'accepted', 'in_service') ORDER BY id
            """, [.integer(hotline), .id(first), .id(last)])
        return unended
    }

    private func numbers(_ sql: String, _ arguments: [SQLValue]) throws -> [String] {
        try connection.all(sql, arguments) { $0.text(0) }
    }

    public func facts(at now: Instant) throws -> MonthClosing.Facts {
        let setup = try store.setup(connection)
        let records = StoreRecords(connection: connection, hotline: hotline)
        return try MonthClosing.Facts(
            today: setup.businessDate(of: now, zone: store.zone(setup.zone)), last: records.lastClosedMonth(),
            first: records.firstCounted(), unfinished: records.unfinishedCalls(of: month.first...month.last))
    }

    public func shifts() throws -> [Shift] {
        let hours = try hours()
        // No shift is longer than two days.
        return try ShiftTable.select(
            """
            hotline = $1 AND planned_start BETWEEN $2 - 172800000 AND $3
            AND (planned_end > $2 OR ended_at > $2) ORDER BY planned_start, id
            """, [.integer(hotline), .instant(hours.lowerBound), .instant(hours.upperBound)], connection)
    }
}

extension MonthReader {
    /// From the first midnight of the month to the midnight that ends it, on the hotline's clock.
    private func hours() throws -> Range<Instant> {
        let zone = try store.zone(store.setup(connection).zone)
        return zone.instant(month.first, secondsOfDay: 0)..<zone.instant(month.last + 1, secondsOfDay: 0)
    }
}
