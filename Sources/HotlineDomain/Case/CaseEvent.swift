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
    /// The other side of it: cases that are this one from now on.
    case absorbed(cases: [CaseID], referredOn: BusinessDate?)
    case personAdded(person: Int, role: String, pseudonym: WordsID)
    case personChanged(person: Int, role: String?, pseudonym: WordsID?)
    /// By the names of fields; `cleared` are those that are not known any more.
    case valuesSet(person: Int?, values: [String: CaseValue], cleared: [String])
    case taskAdded(task: Int, what: WordsID, responsible: String, due: BusinessDate?)
    case taskGiven(task: Int, to: String)
    case taskFinished(task: Int, result: WordsID?)
    /// The first referral to a service that counts as referred was sent.
    case countedAsReferred(referral: ReferralID, businessDate: BusinessDate)
}
