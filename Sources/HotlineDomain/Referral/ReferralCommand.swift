/// What can be asked of a referral.
public enum ReferralCommand: Hashable, Sendable {
    case add(ReferralOrigin, provider: String, service: String, urgency: Urgency)
    case consent(Referral.Consent)
    case send
    case accept
    case reject(reason: String, outcome: String)
    case start
    case chase
    /// Every place is taken, and it is to be sent and accepted all the same;
    /// `because` is of the list `full_overridden_because`.
    case overrideFull(because: String)
    /// A service was received: the one of the referral, unless another is named.
    case deliver(service: String?, donor: String?)
    case end(outcome: String, source: OutcomeSource)
    /// Nobody answers, after at least one chase: `no_response` or `client_unreachable`.
    case giveUp(outcome: String, source: OutcomeSource)
    case revoke(reason: Written?, outcome: String)
    /// Taken back before it was sent.
    case drop(reason: Written? = nil, outcome: String)
}
