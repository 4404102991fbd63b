import HotlineDomain

/// A caller whom the switch has given, or is giving, to one operator, and who
/// has no call of that operator's yet.
public struct DeskCaller: Hashable, Sendable, Identifiable {
    public let visit: Visit
    /// A call of somebody else about this caller: it is taken over, not begun.
    public let call: CallID?
    /// Who has taken the ring at their desk, and has not answered yet; nil for a
    /// caller whom somebody has talked with and passed on.
    public let taker: String?

    public init(visit: Visit, call: CallID? = nil, taker: String? = nil) {
        self.visit = visit
        self.call = call
        self.taker = taker
    }

    /// Whoever has the call has talked with them.
    public var isPassedOn: Bool { call != nil && taker == nil }

    public var id: VisitID { visit.id }
}

extension Store {
    /// So long is somebody offered who has hung up and of whom nothing is written.
    static let unwrittenMax = Span.minutes(30)

    /// Nobody talks for longer; the end of one who seems to was not heard.
    private static let talkMax = Span.hours(3)

    /// Who rings at this operator's telephone, talks with them or did so just now,
    /// as long as no call of theirs is about it: on the line first, then the longest waiting.
    public func deskCallers(of code: String, among now: [Visit], at moment: Instant) throws -> [DeskCaller] {
        try engine.read { connection in
            let records = StoreRecords(connection: connection, hotline: hotlineID)
            let mine =
                now.filter { $0.facts.operator == code && moment - $0.facts.offered.at < Store.talkMax }
                + now.filter { $0.facts.ringsSince(at: code, now: moment) != nil }
                + (try justEnded(of: code, at: moment, connection))
            return try mine.compactMap { visit in
                guard let id = try records.call(ofSwitchCall: visit.facts.call, source: visit.source),
                    let call = try CallTable.find(id, connection)
                else {
                    return try isWrittenByHand(visit, code, at: moment, connection) ? nil : DeskCaller(visit: visit)
                }
                guard call.operatorCode != code, call.status.isUnfinished else { return nil }
                let isFirst = call.visit == visit.id
                return DeskCaller(visit: visit, call: id, taker: isFirst ? call.operatorCode : nil)
            }
        }
    }

    private func justEnded(of code: String, at now: Instant, _ connection: any Connection) throws -> [Visit] {
        try VisitTable.select(
            """
            hotline = $1 AND offered_at > $2 AND ending = 'answered' AND operator = $3
            AND talk_ended_at > $4 ORDER BY offered_at DESC, id DESC LIMIT 20
            """,
            [
                .integer(hotlineID), .instant(now - Store.talkMax), .text(code), .instant(now - Store.unwrittenMax),
            ], connection)
    }

    /// A call that the operator began or entered by hand goes on beside this one's
    /// talk: it is taken to be about it. One that was over before is another caller's.
    private func isWrittenByHand(
        _ visit: Visit, _ code: String, at now: Instant, _ connection: any Connection
    ) throws -> Bool {
        guard let answered = visit.facts.answeredAt else { return false }
        let end = visit.facts.talk?.ended?.at ?? now
        return try connection.count(
            """
            SELECT count(*) FROM call WHERE hotline = $1 AND started BETWEEN $2 AND $3 AND operator = $4
            AND (ended IS NULL OR ended > $5) AND visit IS NULL AND status <> 'discarded'
            """,
            [
                .integer(hotlineID), .instant(answered - .minutes(2)), .instant(end + .minutes(2)), .text(code),
                .instant(answered),
            ]) > 0
    }

    /// Who waits, talks or has hung up just now, of whom no call was made, the longest waiting first.
    public func visitsWithoutCall(at now: Instant) throws -> [Visit] {
        try engine.read { connection in
            try VisitTable.select(
                """
                hotline = $1 AND offered_at > $2 AND (ending IS NULL OR ending = 'answered')
                AND (talk_ended_at IS NULL OR talk_ended_at > $3)
                AND NOT EXISTS (SELECT 1 FROM visit AS first JOIN call ON call.visit = first.id
                    WHERE first.hotline = visit.hotline AND first.source = visit.source
                    AND first.call_key = visit.call_key AND call.status <> 'discarded')
                ORDER BY offered_at, id LIMIT 2000
                """,
                [
                    .integer(hotlineID), .instant(now - Store.talkMax), .instant(now - Store.unwrittenMax),
                ], connection)
        }
    }

    /// What became of a visit; nil for one that is not there.
    public func visit(_ id: VisitID) throws -> Visit? {
        try engine.read { try VisitTable.find(id, $0) }
    }

    /// Calls in progress whose caller was at this operator's telephone, and not answered there.
    public func neverAnswered(_ calls: [Call], by code: String) throws -> Set<CallID> {
        let live = calls.filter { $0.status.isLive && $0.visit != nil }
        guard !live.isEmpty else { return [] }
        return try engine.read { connection in
            Set(
                try live.filter { call in
                    try !visits(ofCallerOf: call, connection).contains { $0.facts.operator == code }
                }.map(\.id))
        }
    }

    private func visits(ofCallerOf call: Call, _ connection: any Connection) throws -> [Visit] {
        guard let first = try call.visit.flatMap({ try VisitTable.find($0, connection) }) else { return [] }
        return try StoreRecords(connection: connection, hotline: hotlineID)
            .visits(ofSwitchCall: first.facts.call, source: first.source)
    }

    /// Calls of theirs that the switch has passed on to somebody who may not have answered yet.
    public func passedOn(_ calls: [Call]) throws -> Set<CallID> {
        let live = calls.filter { $0.status.isLive && $0.visit != nil }
        guard !live.isEmpty else { return [] }
        return try engine.read { connection in
            Set(
                try live.filter { call in
                    try visits(ofCallerOf: call, connection)
                        .last { $0.facts.operator == call.operatorCode }?.facts.talk?.by == .transfer
                }.map(\.id))
        }
    }
}
