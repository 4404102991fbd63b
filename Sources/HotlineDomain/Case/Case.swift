/// Somebody's situation that the hotline follows until it is closed. It opens
/// from an escalation, or is marked as walk-in or referred-in.
public struct Case: Aggregate {
    public static let kind = SubjectKind.case

    public let id: CaseID
    /// What people say aloud, `09-19`; screens print it as `case 09-19`.
    public let number: String
    public let origin: CaseOrigin
    public let openedAt: Instant
    /// The date it was opened; it is counted there.
    public let businessDate: BusinessDate
    public internal(set) var status: Status
    public internal(set) var closing: Closing?
    public internal(set) var mergedInto: CaseID?
    /// When it first was referred to a service that the hotline counts as referred.
    public internal(set) var referredOn: BusinessDate?
    public internal(set) var notes: [WordsID]
    /// What is known of the case as a whole, by the names of `CaseField`.
    public internal(set) var values: [String: CaseValue]
    public internal(set) var people: [CasePerson]
    public internal(set) var tasks: [CaseTask]
    /// The cases that were merged into this one: what hangs on them hangs on it.
    public internal(set) var absorbed: [CaseID]
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: CaseID, number: String, origin: CaseOrigin, openedAt: Instant, businessDate: BusinessDate, status: Status,
        closing: Closing?, mergedInto: CaseID?, referredOn: BusinessDate?, notes: [WordsID],
        values: [String: CaseValue] = [:], people: [CasePerson] = [], tasks: [CaseTask] = [],
        absorbed: [CaseID] = [], lastChanged: Stamp
    ) {
        self.id = id
        self.number = number
        self.origin = origin
        self.openedAt = openedAt
        self.businessDate = businessDate
        self.status = status
        self.closing = closing
        self.mergedInto = mergedInto
        self.referredOn = referredOn
        self.notes = notes
        self.values = values
        self.people = people
        self.tasks = tasks
        self.absorbed = absorbed
        self.lastChanged = lastChanged
    }

    public enum Status: String, Sendable, Codable, CaseIterable {
        case opened, active
        case onHold = "on_hold"
        case followUp = "follow_up"
        case closureProposed = "closure_proposed"
        case closed
        case closedReferred = "closed_referred"
        case duplicate

        public var isOpen: Bool { self != .closed && self != .closedReferred && self != .duplicate }

        /// `cas_Status` of HTCDS 2.0.
        public var htcds: String {
            switch self {
            case .opened, .active, .onHold, .closureProposed: "Active"
            case .followUp: "FollowUp"
            case .closed, .duplicate: "Closed"
            case .closedReferred: "ClosedReferred"
            }
        }
    }

    /// A closing on its way: who proposed it, why, and into which end.
    public struct Closing: Hashable, Sendable {
        public let reason: String
        public let proposedBy: String
        public let asReferred: Bool
        public init(reason: String, proposedBy: String, asReferred: Bool) {
            self.reason = reason
            self.proposedBy = proposedBy
            self.asReferred = asReferred
        }
    }
}

extension Case {
    public func person(_ number: Int) -> CasePerson? { people.first { $0.number == number } }
    public func task(_ number: Int) -> CaseTask? { tasks.first { $0.number == number } }

    /// What people can look at it from: this case and those merged into it.
    public var whole: [CaseID] { [id] + absorbed }

    /// Every record of words that hangs on it.
    public var words: [WordsID] {
        notes + [origin.source?.course].compactMap { $0 } + values.values.compactMap(\.words)
            + tasks.flatMap { [$0.what, $0.result].compactMap { $0 } }
            + people.flatMap { [$0.pseudonym] + $0.values.values.compactMap(\.words) }
    }
}

/// How a case came to be. Only an escalation opens one by the hotline's own
/// work; the other two are marked so in every count.
public enum CaseOrigin: Hashable, Sendable, Codable {
    case escalation(id: EscalationID)
    case walkIn
    case referredIn
    /// Referred in with a file that another house's program wrote.
    case received(source: CaseSource)

    public var code: String {
        switch self {
        case .escalation: "escalation"
        case .walkIn: "walk_in"
        case .referredIn, .received: "referred_in"
        }
    }

    /// Where it came from, if it came in a file.
    public var source: CaseSource? { if case .received(let source) = self { source } else { nil } }
}
