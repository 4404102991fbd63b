import HotlineDomain

/// What came too late for the month it belongs to.
extension MonthReader {
    public func lateCalls() throws -> [Call] {
        guard last != nil else { return [] }
        var late: [CallID] = []
        try eachLateEvent { id, event in
            switch event {
            case .finalised, .closedAs: late.append(id)
            default: break
            }
        }
        // Made final, taken back and made final again: one call.
        return try Set(late).sorted().compactMap { id in
            let call = try CallTable.find(id, connection)
            return call?.status == .final ? call : nil
        }
    }

    public func corrections() throws -> Set<MonthCorrection> {
        guard last != nil else { return [] }
        var found = Set<MonthCorrection>()
        var late = Set<CallID>()
        try eachLateEvent { id, event in
            switch event {
            // What is amended before it counts anywhere is no correction.
            case .finalised, .closedAs: late.insert(id)
            case .amended(_, let reason, _, _, let placement, _) where !late.contains(id):
                found.insert(MonthCorrection(month: placement.businessDate.firstOfMonth, reason: reason))
            default: break
            }
        }
        return found
    }

    /// What happened since the last closing to calls of months that were closed by then.
    private func eachLateEvent(_ body: (CallID, CallEvent) -> Void) throws {
        let codec = EventCodec()
        try connection.rows(
            """
            SELECT event.subject, event.body FROM event JOIN call ON call.id = event.subject
            WHERE event.kind = 'call' AND event.position > $2 AND event.hotline = $1 AND call.business_date < $3
            ORDER BY event.position
            """, [.integer(hotline), .integer(since), .integer(month.first.days)]
        ) { row in
            body(row.id(0), try codec.value(CallEvent.self, row.text(1)))
            return true
        }
    }
}
