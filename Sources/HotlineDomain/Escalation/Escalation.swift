/// An SOS handed to a specialist. It ends in a coded outcome, always: that is
/// what explains why 126 SOS calls opened 19 cases.
public struct Escalation: Aggregate {
    public static let kind = SubjectKind.escalation

    public let id: EscalationID
    public let call: CallID
    /// The call's number, which is how people speak of it.
    public let callNumber: String
    public let raisedBy: String
    public let raisedAt: Instant
    /// The date of the SOS; its outcome is counted there.
    public let businessDate: BusinessDate
    public internal(set) var status: Status
    /// Responsible until a specialist acknowledges: who raised it, or who took it at a handover.
    public internal(set) var keptBy: String
    /// Whose it is to acknowledge, or who has it in hand.
    public internal(set) var assignee: String?
    public internal(set) var acknowledgedAt: Instant?
    public internal(set) var outcome: String?
    public internal(set) var openedCase: CaseID?
    public internal(set) var reason: WordsID?
    public internal(set) var resolvedAt: Instant?
    /// What the first minute told, codes of the list `answer` by those of the list `sos_question`.
    public internal(set) var answers: [String: String]
    /// Where the caller is.
    public internal(set) var place: WordsID?
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: EscalationID, call: CallID, callNumber: String, raisedBy: String, raisedAt: Instant,
        businessDate: BusinessDate, status: Status, keptBy: String, assignee: String?, acknowledgedAt: Instant?,
        outcome: String?, openedCase: CaseID?, reason: WordsID?, resolvedAt: Instant?,
        answers: [String: String] = [:], place: WordsID? = nil, lastChanged: Stamp
    ) {
        self.id = id
        self.call = call
        self.callNumber = callNumber
        self.raisedBy = raisedBy
        self.raisedAt = raisedAt
        self.businessDate = businessDate
        self.status = status
        self.keptBy = keptBy
        self.assignee = assignee
        self.acknowledgedAt = acknowledgedAt
        self.outcome = outcome
        self.openedCase = openedCase
        self.reason = reason
        self.resolvedAt = resolvedAt
        self.answers = answers
        self.place = place
        self.lastChanged = lastChanged
    }

    public enum Status: String, Sendable, Codable, CaseIterable {
        case raised, assigned
        case inHand = "in_hand"
        case resolved
    }

    public var isOpen: Bool { status != .resolved }
    public var isAcknowledged: Bool { status == .inHand || status == .resolved }

    /// A condition of the clock, never a state: nobody acknowledged in time.
    public func isOverdue(at now: Instant, _ settings: Settings) -> Bool {
        !isAcknowledged && now - raisedAt > .seconds(Int64(settings.acknowledgeSeconds))
    }
}
