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

        public init(
            from: Instant? = nil, to: Instant? = nil, operatorCode: String? = nil, subject: Subject? = nil,
            accessOnly: Bool = false
        ) {
            self.from = from
            self.to = to
            self.operatorCode = operatorCode
            self.subject = subject
            self.accessOnly = accessOnly
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

    /// Newest first, before `position`; nil for the newest of all.
    public func audit(
        _ filter: AuditFilter = AuditFilter(), before position: Int64? = nil, limit: Int
    ) throws -> [AuditLine] {
        var arguments: [SQLValue] = [.integer(hotlineID), .integer(position ?? .max)]
        var condition = "hotline = $1 AND position < $2"
        func add(_ text: String, _ value: SQLValue) {
            arguments.append(value)
            condition += " AND \(text) $\(arguments.count)"
        }
        if let from = filter.from { add("at >=", .instant(from)) }
        if let to = filter.to { add("at <", .instant(to)) }
        if let code = filter.operatorCode { add("by_operator =", .text(code)) }
        if let subject = filter.subject { add("subject =", .integer(subject.id)) }
        if filter.accessOnly { condition += " AND kind = 'access'" }
        return try engine.read {
            try $0.all(
                """
                SELECT position, at, by_operator, kind, subject, body FROM event WHERE \(condition)
                ORDER BY position DESC LIMIT \(limit)
                """, arguments
            ) { row in
                guard let kind = SubjectKind(rawValue: row.text(3)) else {
                    throw UnreadableRow(table: "event", column: "kind")
                }
                return AuditLine(
                    position: row.integer(0), stamp: Stamp(by: row.text(2), at: row.instant(1)),
                    subject: Subject(kind, row.integer(4)), body: row.text(5))
            }
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
