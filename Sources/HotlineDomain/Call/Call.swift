/// One conversation with one caller on one line, from the first word to its
/// final record. A call that is transferred stays one call.
public struct Call: Aggregate {
    public static let kind = SubjectKind.call

    public let id: CallID
    /// What people say aloud, `09-0417`.
    public let number: String
    public internal(set) var line: String
    public internal(set) var status: Status
    /// Who is responsible for the record.
    public internal(set) var operatorCode: String
    public internal(set) var started: Instant
    public internal(set) var ended: Instant?
    public internal(set) var placement: Placement
    public internal(set) var content: CallContent
    /// 0 until final, then 1, then one more for each amendment.
    public internal(set) var revision: Int
    public internal(set) var escalation: EscalationID?
    public internal(set) var heldSince: Instant?
    public internal(set) var held: Span
    /// Who makes the call-back that was agreed: the operator, or who took it at a handover.
    public internal(set) var callBackBy: String?
    public internal(set) var calledBackAt: Instant?
    /// The caller's number was given; its fingerprint is kept elsewhere, for a while.
    public internal(set) var numberKnown: Bool
    /// What the caller wants to be called.
    public internal(set) var codename: WordsID?
    /// As the switch told of it first; nil for a call that was begun by hand.
    public internal(set) var visit: VisitID?
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: CallID, number: String, line: String, status: Status, operatorCode: String, started: Instant,
        ended: Instant?, placement: Placement, content: CallContent, revision: Int, escalation: EscalationID?,
        heldSince: Instant?, held: Span, callBackBy: String?, calledBackAt: Instant?,
        numberKnown: Bool = false, codename: WordsID? = nil, visit: VisitID? = nil, lastChanged: Stamp
    ) {
        self.id = id
        self.number = number
        self.line = line
        self.status = status
        self.operatorCode = operatorCode
        self.started = started
        self.ended = ended
        self.placement = placement
        self.content = content
        self.revision = revision
        self.escalation = escalation
        self.heldSince = heldSince
        self.held = held
        self.callBackBy = callBackBy
        self.calledBackAt = calledBackAt
        self.numberKnown = numberKnown
        self.codename = codename
        self.visit = visit
        self.lastChanged = lastChanged
    }

    public enum Status: String, Sendable, Codable, CaseIterable {
        case talking, held
        case wrapUp = "wrap_up"
        case draft, final, discarded

        /// The caller is on the line.
        public var isLive: Bool { self == .talking || self == .held }
        /// Somebody still has to write it up.
        public var isUnfinished: Bool { self != .final && self != .discarded }
    }

    /// `calls` of DOMAIN.md section 4: final, of every class, except code `test`.
    public var isCounted: Bool { status == .final && content.code != "test" }
}

/// Where a call falls in the hotline's time: read off the line's clock and the
/// operator's shift when it is recorded, and never computed again.
public struct Placement: Hashable, Sendable, Codable {
    public var businessDate: BusinessDate
    /// 0 ... 23, on the line's clock.
    public var hour: Int
    /// The pattern of the shift it fell into, nil outside every one.
    public var pattern: String?
    /// The operator was not on shift at that time.
    public var offShift: Bool

    public init(businessDate: BusinessDate, hour: Int, pattern: String?, offShift: Bool) {
        self.businessDate = businessDate
        self.hour = hour
        self.pattern = pattern
        self.offShift = offShift
    }
}
