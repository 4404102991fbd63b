import HotlineDomain

/// What a switch told, for the board and its figures.
extension Store {
    /// Visits of these business dates by the time they came, in slices: a year is never held whole.
    public func visits(
        _ period: Period, after: Visit? = nil, limit: Int = Store.visitSlice
    ) throws -> [Visit] {
        try engine.read { try visits(period, after: after, limit: limit, $0) }
    }

    func visits(
        _ period: Period, after: Visit?, limit: Int, _ connection: any Connection
    ) throws -> [Visit] {
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
            ], connection)
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

    /// Since when an operator's telephone has its caller on hold; nil where it has none, or none that is.
    public func heldSince(by code: String) throws -> Instant? {
        try engine.read {
            try OperatorStateTable.select(
                "hotline = $1 AND ended_at IS NULL AND operator = $2 AND state = 'held' ORDER BY began_at, id",
                [.integer(hotlineID), .text(code)], $0)
        }.last?.beganAt
    }

    /// Whoever a switch told of, and who signed off or was last heard of in that stretch of time.
    public func operatorsGone(in hours: Range<Instant>) throws -> [OperatorNow] {
        try engine.read {
            try OperatorStateTable.select(
                """
                hotline = $1 AND ended_at IS NULL AND state = '\(OperatorState.signedOff)'
                AND began_at >= $2 AND began_at < $3 ORDER BY operator, began_at, id
                """, [.integer(hotlineID), .instant(hours.lowerBound), .instant(hours.upperBound)], $0)
        }.map { OperatorNow(operator: $0.operatorCode, state: $0.state, reason: nil, since: $0.beganAt) }
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

    /// What something was told of since, as it is now, and how far the journal was read. Each chain is followed
    /// by itself: on a server, events of others may become visible before events that stand before them.
    public func queueChanges(after known: Heads) throws -> QueueChanges {
        try engine.read { connection in
            let heads = try Heads.read(connection)
            let grown = heads.sequences.filter { $0.value > known[$0.key] }.keys.sorted()
            var visits: [VisitID: Visit] = [:]
            var states: [OperatorStateID: OperatorState] = [:]
            for start in stride(from: 0, to: grown.count, by: Store.chainsAtOnce) {
                let chains = grown[start..<min(start + Store.chainsAtOnce, grown.count)]
                for visit in try told(.visit, VisitTable.self, chains, known, connection) { visits[visit.id] = visit }
                for state in try told(.operatorState, OperatorStateTable.self, chains, known, connection) {
                    states[state.id] = state
                }
            }
            return QueueChanges(visits: Array(visits.values), states: Array(states.values), heads: heads)
        }
    }

    /// So many are asked about in one question, which always has that many places.
    private static let chainsAtOnce = 8

    private func told<T: ReadTable>(
        _ kind: SubjectKind, _ table: T.Type, _ chains: ArraySlice<Int64>, _ known: Heads,
        _ connection: any Connection
    ) throws -> [T.A] {
        // No chain has the number 0.
        let asked = chains + Array(repeating: 0, count: Store.chainsAtOnce - chains.count)
        let places = (1...Store.chainsAtOnce).map { "node = $\(2 * $0) AND sequence > $\(2 * $0 + 1)" }
        // `hotline + 0`, `kind || ''`: asked for these first, SQLite walks through every visit there ever was.
        return try T.select(
            """
            hotline + 0 = $1 AND id IN (SELECT subject FROM event WHERE kind || '' = '\(kind.rawValue)'
            AND (\(places.joined(separator: " OR "))))
            """, [.integer(hotlineID)] + asked.flatMap { [.integer($0), .integer(known[$0])] }, connection)
    }

    /// Not resolved, oldest first.
    public func openEscalations() throws -> [Escalation] {
        try engine.read {
            try EscalationTable.select(
                "hotline = $1 AND status <> 'resolved' ORDER BY raised_at, id LIMIT 500", [.integer(hotlineID)], $0)
        }
    }

    /// Tasks to call somebody back who gave up on that date or later.
    public func callBackTasks(since date: BusinessDate) throws -> [Entry] {
        try engine.read {
            try EntryTable.select(
                "hotline = $1 AND kind = 'task' AND due >= $2 ORDER BY due, id",
                [.integer(hotlineID), .integer(date.days)], $0)
        }.filter { if case .task(let task) = $0.content { task.visit != nil } else { false } }
    }

    /// What everybody does: as a switch tells it, but for what is written up at a desk;
    /// without one, as their shift and their calls do.
    public func operatorsNow(at now: Instant) throws -> [OperatorNow] {
        var found: [String: OperatorNow] = [:]
        let here: [SQLValue] = [.integer(hotlineID)]
        let (shifts, calls) = try engine.read { connection in
            (
                try StoreRecords(connection: connection, hotline: hotlineID).shiftsOn(),
                try CallTable.select(
                    """
                    hotline = $1 AND status IN ('talking', 'held', 'wrap_up', 'draft')
                    AND status IN ('talking', 'held', 'wrap_up') ORDER BY started + 0, id LIMIT 500
                    """, here, connection)
            )
        }
        for shift in shifts {
            found[shift.operatorCode] = OperatorNow(
                operator: shift.operatorCode, state: "available", reason: nil, since: shift.signedOnAt ?? now)
        }
        for call in calls {
            found[call.operatorCode] = OperatorNow(
                operator: call.operatorCode, state: call.operatorState, reason: nil,
                since: call.heldSince ?? call.ended ?? call.started, line: call.line)
        }
        for state in try operatorStatesNow() where state.state != OperatorState.signedOff {
            // A switch takes somebody for free who still writes up a call at the desk.
            if state.state == "available", found[state.operatorCode]?.state == "wrap_up" { continue }
            found[state.operatorCode] = OperatorNow(
                operator: state.operatorCode, state: state.state, reason: state.reason, since: state.beganAt)
        }
        return found.values.sorted { codesInOrder($0.operator, $1.operator) }
    }
}

extension Call {
    /// Of the list `operator_state`: what whoever has this call is doing.
    fileprivate var operatorState: String {
        switch status {
        case .held: "held"
        case .wrapUp: "wrap_up"
        default: "on_call"
        }
    }
}

/// What a switch told since one looked.
public struct QueueChanges: Sendable {
    public let visits: [Visit]
    public let states: [OperatorState]
    public let heads: Heads
}

/// What one operator does at this moment.
public struct OperatorNow: Hashable, Sendable {
    public let `operator`: String
    /// Of the list `operator_state`.
    public let state: String
    public let reason: String?
    public let since: Instant
    /// Of the call they are with, where it was logged here.
    public let line: String?

    public init(operator code: String, state: String, reason: String?, since: Instant, line: String? = nil) {
        self.operator = code
        self.state = state
        self.reason = reason
        self.since = since
        self.line = line
    }
}
