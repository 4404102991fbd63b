import HotlineDomain

extension Event {
    /// The words somebody wrote with it: a note, a reason.
    public var words: WordsID? {
        switch self {
        case .escalation(_, .resolved(_, let reason, _)): reason
        case .escalation(_, .reopened(_, let words)): words
        case .escalation(_, .assessed(_, let place)): place
        case .case(_, .putOnHold(let reason)), .case(_, .returned(let reason)): reason
        case .case(_, .noted(let words)): words
        case .case(_, .closingProposed(_, _, let override)), .case(_, .closed(_, let override)): override
        case .case(_, .reopened(_, let words)): words
        case .case(_, .personAdded(_, _, let pseudonym)): pseudonym
        case .case(_, .taskAdded(_, let what, _, _)): what
        case .case(_, .taskFinished(_, let result)): result
        case .referral(_, .revoked(let reason, _)): reason
        default: nil
        }
    }
}
