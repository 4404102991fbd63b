/// What happened to a referral.
public enum ReferralEvent: Hashable, Sendable, Codable {
    case added(number: String, origin: ReferralOrigin, provider: String, service: String, urgency: Urgency)
    case consented(consent: Referral.Consent)
    case declined
    case sent
    case accepted
    case rejected(reason: String, outcome: String)
    case started
    case chased
    case fullOverridden(because: String)
    case delivered(service: ServiceDelivered)
    /// Taken over at a handover.
    case kept(by: String)
    case ended(outcome: String, source: OutcomeSource)
    case revoked(reason: WordsID?, outcome: String)
}
