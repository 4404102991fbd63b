/// Somebody sent to a provider for a service, from a case, an escalation or a
/// call. It ends only with an outcome and the source that outcome is known from.
public struct Referral: Aggregate {
    public static let kind = SubjectKind.referral

    public let id: ReferralID
    /// What people say aloud, `09-0031`.
    public let number: String
    public let origin: ReferralOrigin
    public let provider: String
    public let service: String
    public let urgency: Urgency
    public let addedBy: String
    /// Responsible for it: who added it, or who took it at a handover.
    public internal(set) var keptBy: String
    public internal(set) var status: Status
    public internal(set) var consent: Consent?
    public internal(set) var sentAt: Instant?
    public internal(set) var chases: Int
    public internal(set) var rejectedBecause: String?
    public internal(set) var outcome: String?
    public internal(set) var source: OutcomeSource?
    /// Who recorded the provider's answer, and when.
    public internal(set) var answered: Stamp?
    /// Why it was sent to a shelter although every place is taken.
    public internal(set) var fullOverriddenBecause: String?
    /// What came of it so far, in the order it was recorded.
    public internal(set) var delivered: [ServiceDelivered]
    public internal(set) var lastChanged: Stamp

    /// As a read table gives it back.
    public init(
        id: ReferralID, number: String, origin: ReferralOrigin, provider: String, service: String, urgency: Urgency,
        addedBy: String, keptBy: String, status: Status, consent: Consent?, sentAt: Instant?, chases: Int,
        rejectedBecause: String?, outcome: String?, source: OutcomeSource?, answered: Stamp?,
        fullOverriddenBecause: String?, delivered: [ServiceDelivered], lastChanged: Stamp
    ) {
        self.id = id
        self.number = number
        self.origin = origin
        self.provider = provider
        self.service = service
        self.urgency = urgency
        self.addedBy = addedBy
        self.keptBy = keptBy
        self.status = status
        self.consent = consent
        self.sentAt = sentAt
        self.chases = chases
        self.rejectedBecause = rejectedBecause
        self.outcome = outcome
        self.source = source
        self.answered = answered
        self.fullOverriddenBecause = fullOverriddenBecause
        self.delivered = delivered
        self.lastChanged = lastChanged
    }

    public enum Status: String, Sendable, Codable, CaseIterable {
        case draft, ready, declined, sent, accepted
        case inService = "in_service"
        case rejected, revoked, ended

        public var hasEnded: Bool { [.declined, .rejected, .revoked, .ended].contains(self) }
    }

    public enum Consent: Hashable, Sendable, Codable {
        case given
        case overridden(because: String)
        case refused

        public var code: String {
            switch self {
            case .given: "given"
            case .overridden: "overridden"
            case .refused: "refused"
            }
        }
    }

    /// When an answer is expected, nil until it was sent.
    public var dueAt: Instant? { sentAt.map { $0 + urgency.answerWithin } }

    /// A condition of the clock, never a state: sent, and no answer in time.
    public func hasNoResponse(at now: Instant) -> Bool { status == .sent && (dueAt.map { now > $0 } ?? false) }
}

/// A service somebody received, and the fund that paid for it.
public struct ServiceDelivered: Hashable, Sendable, Codable {
    public let service: String
    /// Nil where the hotline lists no funds.
    public let donor: String?
    public let businessDate: BusinessDate
    public init(service: String, donor: String?, businessDate: BusinessDate) {
        self.service = service
        self.donor = donor
        self.businessDate = businessDate
    }
}

/// What a referral was made from.
public enum ReferralOrigin: Hashable, Sendable, Codable {
    case `case`(id: CaseID)
    case escalation(id: EscalationID)
    case call(id: CallID)

    public var subject: Subject {
        switch self {
        case .case(let id): Subject(.case, id.raw)
        case .escalation(let id): Subject(.escalation, id.raw)
        case .call(let id): Subject(.call, id.raw)
        }
    }
}

/// How soon the provider has to answer.
public enum Urgency: String, Sendable, Codable, CaseIterable {
    case hour = "1h"
    case threeHours = "3h"
    case day = "1d"
    case threeDays = "3d"

    public var answerWithin: Span {
        switch self {
        case .hour: .hours(1)
        case .threeHours: .hours(3)
        case .day: .days(1)
        case .threeDays: .days(3)
        }
    }
}

/// Who told us how a referral ended.
public enum OutcomeSource: String, Sendable, Codable, CaseIterable {
    case client, provider, none
}
