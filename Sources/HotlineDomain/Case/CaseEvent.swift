/// What happened to a case.
public enum CaseEvent: Hashable, Sendable, Codable {
    case opened(number: String, origin: CaseOrigin, businessDate: BusinessDate)
    case triaged
    case putOnHold(reason: WordsID?)
    case resumed
    case followedUp
    case noted(words: WordsID)
    case closingProposed(reason: String, asReferred: Bool, override: WordsID?)
    case closed(asReferred: Bool, override: WordsID?)
    case returned(reason: WordsID?)
    case reopened(reason: String, words: WordsID?)
    case merged(into: CaseID)
    /// The first referral to a service that counts as referred was sent.
    case countedAsReferred(referral: ReferralID, businessDate: BusinessDate)
}
