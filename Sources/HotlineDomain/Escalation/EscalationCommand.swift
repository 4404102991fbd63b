/// What can be asked of an escalation.
public enum EscalationCommand: Hashable, Sendable {
    case raise(call: CallID)
    case assign(to: String)
    case acknowledge
    case reassign(to: String)
    /// `openedCase` for `case_opened` and `linked_to_existing_case`, and only for them.
    case resolve(outcome: String, reason: Written?, openedCase: CaseID?)
    case reopen(reason: String, words: Written?)
    /// The first minute: answers of the list `answer` by questions of the list
    /// `sos_question`, and where the caller is.
    case assess([String: String], place: Written?)
}
