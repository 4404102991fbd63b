/// What can be asked of a referral.
public enum ReferralCommand: Hashable, Sendable {
    case add(ReferralOrigin, provider: String, service: String, urgency: Urgency)
    case consent(Referral.Consent)
    case send
    case accept
    case reject(reason: String, outcome: String)
    case start
    case chase
    case end(outcome: String, source: OutcomeSource)
    /// Nobody answers, after at least one chase: `no_response` or `client_unreachable`.
    case giveUp(outcome: String, source: OutcomeSource)
    case revoke(reason: Written?, outcome: String)
    /// Taken back before it was sent.
    case drop(outcome: String)
}
