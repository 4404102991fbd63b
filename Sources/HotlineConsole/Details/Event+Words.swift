import HotlineDomain

extension Event {
    /// The words somebody wrote with it: a note, a reason.
    var words: WordsID? {
        switch self {
        case .escalation(_, .resolved(_, let reason, _)): reason
        case .escalation(_, .reopened(_, let words)): words
        case .case(_, .putOnHold(let reason)), .case(_, .returned(let reason)): reason
        case .case(_, .noted(let words)): words
        case .case(_, .closingProposed(_, _, let override)), .case(_, .closed(_, let override)): override
        case .case(_, .reopened(_, let words)): words
        case .referral(_, .revoked(let reason, _)): reason
        default: nil
        }
    }
}
