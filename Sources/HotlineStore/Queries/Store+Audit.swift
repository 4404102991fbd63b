import HotlineDomain

/// The journal as an auditor reads it: who did what, when, to which thing. The
/// events hold codes and numbers, never a person's words.
extension Store {
    public struct AuditFilter: Hashable, Sendable {
        public var from: Instant?
        /// Not included.
        public var to: Instant?
        public var operatorCode: String?
        /// Only what happened to this thing, looking at it included.
        public var subject: Subject?
        /// Only who came in, who looked, what left the house.
        public var accessOnly: Bool
        /// Only what happened to things of this kind.
        public var kind: SubjectKind?

        public init(
            from: Instant? = nil, to: Instant? = nil, operatorCode: String? = nil, subject: Subject? = nil,
            accessOnly: Bool = false, kind: SubjectKind? = nil
        ) {
            self.from = from
            self.to = to
            self.operatorCode = operatorCode
            self.subject = subject
            self.accessOnly = accessOnly
            self.kind = kind
        }
    }

    /// One event of the journal.
    public struct AuditLine: Hashable, Sendable {
        /// Where it stands in the journal of this store.
        public let position: Int64
        public let stamp: Stamp
        public let subject: Subject
        /// As the journal has it: one object with the event's name as its key.
        public let body: String

        /// The event's name, `slotIssued`.
        public var name: String {
            guard let start = body.firstIndex(of: "\""), start < body.endIndex else { return body }
            return String(body[body.index(after: start)...].prefix { $0 != "\"" })
        }
    }

    /// What a thing of the journal goes by among people.
    public struct ThingName: Hashable, Sendable {
        /// The number they say, or whose it is: an operator's code, a provider's.
        public let text: String
        /// Where whose it is alone would not tell it from others.
        public let day: BusinessDate?

        init(_ text: String, on day: BusinessDate? = nil) {
            self.text = text
            self.day = day
        }
    }

    /// Nil for what has no name, and for what is not there any more.
    public func name(of thing: Subject) throws -> ThingName? {
        switch thing.kind {
        case .call: try call(ID(raw: thing.id)).map { ThingName($0.number) }
        case .escalation: try escalation(ID(raw: thing.id)).map { ThingName($0.callNumber) }
        case .case: try self.case(ID(raw: thing.id)).map { ThingName($0.number) }
        case .referral: try referral(ID(raw: thing.id)).map { ThingName($0.number) }
        case .shift: try shift(ID(raw: thing.id)).map { ThingName($0.operatorCode, on: $0.businessDate) }
        case .stay: try stay(ID(raw: thing.id)).map { ThingName($0.provider, on: $0.admittedOn) }
        case .handover: try handover(ID(raw: thing.id)).map { ThingName($0.from) }
        default: nil
        }
    }

    /// Newest first, before `position`; nil for the newest of all.
    public func audit(
        _ filter: AuditFilter = AuditFilter(), before position: Int64? = nil, limit: Int
    ) throws -> [AuditLine] {
        try audit(filter, "position <", position ?? .max, "DESC", limit)
    }

    /// Oldest first, after `position`.
    public func audit(
        _ filter: AuditFilter = AuditFilter(), after position: Int64, limit: Int
    ) throws -> [AuditLine] {
        try audit(filter, "position >", position, "ASC", limit)
    }

    /// What any of these filters lets through, in one list: each is read by its own index.
    public func audit(_ filters: [AuditFilter], before position: Int64? = nil, limit: Int) throws -> [AuditLine] {
        if filters.count == 1 { return try audit(filters[0], before: position, limit: limit) }
        let found = try filters.flatMap { try audit($0, before: position, limit: limit) }
        return Array(found.sorted { $0.position > $1.position }.prefix(limit))
    }

    public func audit(_ filters: [AuditFilter], after position: Int64, limit: Int) throws -> [AuditLine] {
        if filters.count == 1 { return try audit(filters[0], after: position, limit: limit) }
        let found = try filters.flatMap { try audit($0, after: position, limit: limit) }
        return Array(found.sorted { $0.position < $1.position }.prefix(limit))
    }

    /// Where the events before this moment end: the position of the last of
    /// them. The journal is written in the order of time, so it is found by
    /// halves; a clock that was set back shifts it by as much.
    public func auditPlace(before moment: Instant) throws -> Int64? {
        var below: Int64 = 0
        guard var above = try audit(limit: 1).first.map({ $0.position + 1 }) else { return nil }
        while above - below > 1 {
            let middle = below + (above - below) / 2
            guard let line = try audit(before: middle + 1, limit: 1).first else {
                below = middle
                continue
            }
            if line.stamp.at < moment { below = middle } else { above = line.position }
        }
        return try audit(before: above, limit: 1).first?.position
    }

    /// Each filter goes through an index in the order of the journal, whatever its length.
    func auditSQL(
        _ filter: AuditFilter, _ place: String, _ position: Int64, _ order: String, _ limit: Int
    ) -> (sql: String, arguments: [SQLValue]) {
        var arguments: [SQLValue] = [.integer(hotlineID), .integer(position)]
        var condition = "hotline = $1 AND \(place) $2"
        func add(_ text: String, _ value: SQLValue) {
            arguments.append(value)
            condition += " AND \(text) $\(arguments.count)"
        }
        if let from = filter.from { add("at >=", .instant(from)) }
        if let to = filter.to { add("at <", .instant(to)) }
        if let code = filter.operatorCode { add("by_operator =", .text(code)) }
        if let subject = filter.subject { add("subject =", .integer(subject.id)) }
        // Spelled out: an index that holds this kind alone is found by it.
        if filter.accessOnly || filter.kind == .access {
            condition += " AND kind = 'access'"
        } else if let kind = filter.kind {
            add("kind =", .text(kind.rawValue))
        }
        let sql = """
            SELECT position, at, by_operator, kind, subject, body FROM event WHERE \(condition)
            ORDER BY position \(order) LIMIT \(limit)
            """
        return (sql, arguments)
    }

    private func audit(
        _ filter: AuditFilter, _ place: String, _ position: Int64, _ order: String, _ limit: Int
    ) throws -> [AuditLine] {
        let (sql, arguments) = auditSQL(filter, place, position, order, limit)
        return try engine.read {
            try $0.all(sql, arguments) { row in
                guard let kind = SubjectKind(rawValue: row.text(3)) else {
                    throw UnreadableRow(table: "event", column: "kind")
                }
                return AuditLine(
                    position: row.integer(0), stamp: Stamp(by: row.text(2), at: row.instant(1)),
                    subject: Subject(kind, row.integer(4)), body: row.text(5))
            }
        }
    }

    /// Which thing it is about: what was looked at rather than the looking.
    /// Nil for the hotline itself.
    public func thing(of line: AuditLine) throws -> Subject? {
        guard line.subject.id > 1 else { return nil }
        guard line.subject.kind == .access else { return line.subject.kind == .hotline ? nil : line.subject }
        let event = try EventCodec().event(kind: .access, subject: line.subject.id, text: line.body)
        switch event {
        case .access(let id, .viewed(let kind)), .access(let id, .unmasked(let kind)): return Subject(kind, id)
        default: return nil
        }
    }

    /// Somebody who opened a thing to read it.
    public struct Reader: Hashable, Sendable {
        public let person: String
        public let times: Int
        public let last: Instant
    }

    /// Who has read it, who read it last first.
    public func readers(of subject: Subject) throws -> [Reader] {
        try engine.read {
            try $0.all(
                """
                SELECT by_operator, count(*), max(at) FROM event
                WHERE subject = $1 AND hotline = $2 AND kind = 'access' GROUP BY by_operator ORDER BY max(at) DESC
                """, [.integer(subject.id), .integer(hotlineID)]
            ) { Reader(person: $0.text(0), times: Int($0.integer(1)), last: $0.instant(2)) }
        }
    }
}
