import HotlineDomain

/// What came too late for the month it belongs to.
///
/// The journal is read from where it stood at the last closing: what happened
/// since is the work of the months that are open, never the whole history.
extension MonthReader {
    public func late() throws -> MonthLate {
        var late = MonthLate()
        guard followsClosed else { return late }
        try takeCalls(&late)
        try takeEscalations(&late)
        try takeEntries(&late)
        late.visits = Int(try connection.count("SELECT count(*) FROM visit WHERE \(isLateVisit)", lateArguments))
        return late
    }

    /// What is late counts in the first month that is open, also where a draft counts later ones.
    var followsClosed: Bool { last.map { $0.period.last + 1 == month.first } ?? false }

    /// Of dates that are closed, and told of since: a log that was read too late.
    var isLateVisit: String {
        """
        visit.id IN (SELECT subject FROM event WHERE kind = 'visit' AND position > $2 AND body LIKE '{"offered"%')
        AND visit.hotline = $1 AND visit.business_date < $3
        """
    }

    var lateArguments: [SQLValue] { [.integer(hotline), .integer(since), .integer(month.first.days)] }

    private func takeCalls(_ late: inout MonthLate) throws {
        var finals = Set<CallID>()
        let codec = EventCodec()
        try connection.rows(
            """
            SELECT event.subject, event.body FROM event JOIN call ON call.id = event.subject
            WHERE event.kind = 'call' AND event.position > $2 AND (event.body LIKE '{"finalised"%'
                OR event.body LIKE '{"closedAs"%' OR event.body LIKE '{"amended"%')
            AND call.hotline = $1 AND call.business_date < $3
            ORDER BY event.position
            """, lateArguments
        ) { row in
            switch try codec.value(CallEvent.self, row.text(1)) {
            case .finalised, .closedAs: finals.insert(row.id(0))
            // What is amended before it counts anywhere is no correction.
            case .amended(_, let reason, _, _, let placement, _) where !finals.contains(row.id(0)):
                late.corrections.insert(
                    MonthCorrection(month: placement.businessDate.firstOfMonth, reason: reason))
            default: break
            }
            return true
        }
        // Made final, taken back and made final again: one call.
        late.calls = try finals.sorted().compactMap { try CallTable.find($0, connection) }
            .filter { $0.status == .final }
    }

    private func takeEscalations(_ late: inout MonthLate) throws {
        var raised = Set<EscalationID>()
        let codec = EventCodec()
        try connection.rows(
            """
            SELECT event.subject, event.body, escalation.business_date
            FROM event JOIN escalation ON escalation.id = event.subject
            WHERE event.kind = 'escalation' AND event.position > $2
            AND (event.body LIKE '{"raised"%' OR event.body LIKE '{"reopened"%')
            AND escalation.hotline = $1 AND escalation.business_date < $3
            ORDER BY event.position
            """, lateArguments
        ) { row in
            switch try codec.value(EscalationEvent.self, row.text(1)) {
            case .raised: raised.insert(row.id(0))
            case .reopened(let reason, _) where !raised.contains(row.id(0)):
                let month = BusinessDate(days: row.integer(2)).firstOfMonth
                late.corrections.insert(MonthCorrection(month: month, reason: reason))
            default: break
            }
            return true
        }
        late.escalations = try raised.sorted().compactMap { try EscalationTable.find($0, connection) }
    }

    /// Missions carried out and figures of others that came to be known; what replaces or takes
    /// away one that was known already when its month was closed is a correction.
    private func takeEntries(_ late: inout MonthLate) throws {
        var told: [EntryID: Entry] = [:]
        let codec = EventCodec()
        try connection.rows(
            """
            SELECT event.subject, event.body FROM event JOIN entry ON entry.id = event.subject
            WHERE event.kind = 'entry' AND event.position > $2
            AND (event.body LIKE '{"done"%' OR event.body LIKE '{"withdrawn"%')
            AND entry.hotline = $1 AND entry.kind IN ('mission', 'indicator')
            ORDER BY event.position
            """, [.integer(hotline), .integer(since)]
        ) { row in
            guard let entry = try EntryTable.find(row.id(0), connection), let date = entry.content.counted,
                date < month.first
            else { return true }
            let reason: String
            switch try codec.value(EntryEvent.self, row.text(1)) {
            case .done: reason = MonthCorrection.knownBetter
            case .withdrawn(let because): reason = because
            default: return true
            }
            if try wasDone(entry.id) {
                late.corrections.insert(MonthCorrection(month: date.firstOfMonth, reason: reason))
            } else {
                told[entry.id] = entry
            }
            return true
        }
        late.entries = told.values.filter { $0.status == .done }.sorted { $0.id < $1.id }
    }

    /// When the last month was closed.
    private func wasDone(_ id: EntryID) throws -> Bool {
        try connection.count(
            """
            SELECT count(*) FROM event WHERE subject = $1 AND kind = 'entry' AND position <= $2
            AND body LIKE '{"done"%'
            """, [.id(id), .integer(since)]) > 0
    }
}

extension EntryContent {
    /// The date it counts at once it is done.
    fileprivate var counted: BusinessDate? {
        switch self {
        case .mission(let mission): mission.date
        case .indicator(let indicator): indicator.last
        case .return, .task: nil
        }
    }
}
