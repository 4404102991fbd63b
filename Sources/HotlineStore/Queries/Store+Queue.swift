import HotlineDomain

/// What a switch told, for the board and its figures.
extension Store {
    /// Visits of these business dates by the time they came, in slices: a year is never held whole.
    public func visits(
        _ period: Period, after: Visit? = nil, limit: Int = Store.visitSlice
    ) throws -> [Visit] {
        try engine.read {
            try VisitTable.select(
                """
                hotline = $1 AND business_date BETWEEN $2 AND $3
                AND (business_date, offered_at, id) > ($4, $5, $6)
                ORDER BY business_date, offered_at, id LIMIT \(limit)
                """,
                [
                    .integer(hotlineID), .integer(period.first.days), .integer(period.last.days),
                    .integer(after?.businessDate.days ?? .min),
                    .integer(after?.facts.offered.at.milliseconds ?? .min),
                    .integer(after?.id.raw ?? .min),
                ], $0)
        }
    }

    /// Callers who wait or are with an operator, the longest waiting first.
    public func visitsNow() throws -> [Visit] {
        try engine.read {
            try VisitTable.select(
                """
                hotline = $1
                AND (ending IS NULL OR (ending = 'answered' AND talk_ended_at IS NULL AND talk_lost = 0))
                ORDER BY offered_at, id LIMIT 2000
                """, [.integer(hotlineID)], $0)
        }
    }

    /// What every operator is doing, in the order of their codes.
    public func operatorStatesNow() throws -> [OperatorState] {
        try engine.read {
            try OperatorStateTable.select(
                "hotline = $1 AND ended_at IS NULL ORDER BY operator, began_at, id", [.integer(hotlineID)], $0)
        }
    }

    /// What operators were doing in a stretch of time, in order.
    public func operatorStates(in hours: Range<Instant>) throws -> [OperatorState] {
        try engine.read {
            // Nobody is in one state for longer than two days: a switch's restart ends it.
            try OperatorStateTable.select(
                """
                hotline = $1 AND began_at >= $2 - 172800000 AND began_at < $3
                AND (ended_at IS NULL OR ended_at > $2) ORDER BY began_at, id
                """,
                [.integer(hotlineID), .instant(hours.lowerBound), .instant(hours.upperBound)], $0)
        }
    }

    /// Visits of these business dates one after the other; a year is never held whole.
    public func eachVisit(of period: Period, _ body: (Visit) throws -> Void) throws {
        var last: Visit?
        while true {
            let slice = try visits(period, after: last)
            for visit in slice { try body(visit) }
            guard let end = slice.last, slice.count == Store.visitSlice else { return }
            last = end
        }
    }

    public static let visitSlice = 5_000

    /// The journal's end: what happens from now on stands behind it.
    public func lastPosition() throws -> Int64 {
        try engine.read { try $0.count("SELECT coalesce(max(position), 0) FROM event") }
    }

    /// Visits that something was told of since, as they are now, and how far the journal was read.
    public func visitsChanged(after position: Int64) throws -> (visits: [Visit], position: Int64) {
        try engine.read { connection in
            let end = try connection.count("SELECT coalesce(max(position), 0) FROM event")
            let changed = try VisitTable.select(
                """
                hotline = $1 AND id IN (SELECT subject FROM event WHERE position > $2 AND position <= $3
                AND kind = 'visit')
                """, [.integer(hotlineID), .integer(position), .integer(end)], connection)
            return (changed, end)
        }
    }

    /// What everybody does: as a switch tells it; without one, as their shift and their calls do.
    public func operatorsNow(at now: Instant) throws -> [OperatorNow] {
        var found: [String: OperatorNow] = [:]
        let live = try live(at: now)
        for shift in live.shiftsOn {
            found[shift.operatorCode] = OperatorNow(
                operator: shift.operatorCode, state: "available", reason: nil, since: shift.signedOnAt ?? now)
        }
        for call in live.liveCalls {
            found[call.operatorCode] = OperatorNow(
                operator: call.operatorCode, state: call.status == .held ? "held" : "on_call", reason: nil,
                since: call.heldSince ?? call.started)
        }
        for state in try operatorStatesNow() where state.state != OperatorState.signedOff {
            found[state.operatorCode] = OperatorNow(
                operator: state.operatorCode, state: state.state, reason: state.reason, since: state.beganAt)
        }
        return found.values.sorted { $0.operator < $1.operator }
    }
}

/// What one operator does at this moment.
public struct OperatorNow: Hashable, Sendable {
    public let `operator`: String
    /// Of the list `operator_state`.
    public let state: String
    public let reason: String?
    public let since: Instant

    public init(operator code: String, state: String, reason: String?, since: Instant) {
        self.operator = code
        self.state = state
        self.reason = reason
        self.since = since
    }
}
