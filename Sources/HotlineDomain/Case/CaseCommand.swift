/// What can be asked of a case.
public enum CaseCommand: Hashable, Sendable {
    case open(CaseOrigin)
    /// Opens it from a file of another house; `course`: what became of it there.
    case receive(CaseSource, course: Written?)
    case triage
    case hold(reason: Written?)
    case resume
    case followUp
    case note(Written)
    /// `override` says why it may close over an open escalation or an unended referral.
    case proposeClosing(reason: String, asReferred: Bool, override: Written?)
    case approve(override: Written?)
    case `return`(reason: Written?)
    case reopen(reason: String, words: Written?)
    case merge(into: CaseID)
    /// `role`: of the list `case_role`.
    case addPerson(role: String, pseudonym: Written, [CaseEntry])
    case changePerson(Int, role: String?, pseudonym: Written?)
    /// What is known of a person in it; of the case itself where none is named.
    case set(person: Int?, [CaseEntry])
    case addTask(Written, responsible: String, due: BusinessDate?)
    case giveTask(Int, to: String)
    case finishTask(Int, result: Written?)
}
