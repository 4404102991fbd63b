/// What happened to an escalation.
public enum EscalationEvent: Hashable, Sendable, Codable {
    case raised(call: CallID, callNumber: String, businessDate: BusinessDate)
    case assigned(to: String)
    case acknowledged
    /// Taken over, unacknowledged, at a handover.
    case kept(by: String)
    case reassigned(to: String)
    case resolved(outcome: String, reason: WordsID?, openedCase: CaseID?)
    case reopened(reason: String, words: WordsID?)
    case assessed(answers: [String: String], place: WordsID?)
}
