/// What one shift leaves to the next, item by item. Until an item is
/// acknowledged, the outgoing operator stays responsible for it; a parked one
/// is the supervisor's until the next planned shift acknowledges it.
public struct Handover: Aggregate {
    public static let kind = SubjectKind.handover

    public let id: HandoverID
    public let shift: ShiftID
    public let from: String
    public let begunAt: Instant
    public internal(set) var status: Status
    public internal(set) var items: [HandoverItem]
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: HandoverID, shift: ShiftID, from: String, begunAt: Instant, status: Status, items: [HandoverItem],
        lastChanged: Stamp
    ) {
        self.id = id
        self.shift = shift
        self.from = from
        self.begunAt = begunAt
        self.status = status
        self.items = items
        self.lastChanged = lastChanged
    }

    public enum Status: String, Sendable, Codable, CaseIterable {
        case offered, complete
    }

    /// The shift may end: nothing is left without somebody responsible.
    public var isSettled: Bool { items.allSatisfy { $0.state != .open } }

    public func item(_ number: Int) -> HandoverItem? { items.first { $0.number == number } }
}

/// One thing that is handed over.
public struct HandoverItem: Hashable, Sendable, Codable {
    /// 1, 2, 3 ... within the handover.
    public let number: Int
    public let content: HandoverContent
    public internal(set) var state: State
    /// Who acknowledged it.
    public internal(set) var by: String?

    public enum State: String, Sendable, Codable { case open, parked, acknowledged }

    public init(number: Int, content: HandoverContent, state: State = .open, by: String? = nil) {
        self.number = number
        self.content = content
        self.state = state
        self.by = by
    }
}

/// What an item is about.
public enum HandoverContent: Hashable, Sendable, Codable {
    case escalation(id: EscalationID)
    case draft(id: CallID)
    case callBack(id: CallID)
    case referral(id: ReferralID)
    /// Due today or before.
    case task(id: EntryID)
    /// The same of a case; its number counts within the case.
    case caseTask(id: CaseID, task: Int)
    /// A shelter as it is when the shift changes.
    case places(provider: String, places: Int, taken: Int)
    case note(id: WordsID)

    public var kindCode: String {
        switch self {
        case .escalation: "escalation"
        case .draft: "draft"
        case .callBack: "call_back"
        case .referral: "referral"
        case .task: "task"
        case .caseTask: "case_task"
        case .places: "places"
        case .note: "note"
        }
    }
}
