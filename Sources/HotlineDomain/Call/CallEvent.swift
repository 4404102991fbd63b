/// What happened to a call.
public enum CallEvent: Hashable, Sendable, Codable {
    case started(number: String, line: String, at: Instant, placement: Placement, country: String?, language: String?)
    /// It is this visit of the switch's: their figures belong together.
    case joined(visit: VisitID)
    /// When the switch says that the operator answered.
    case connected(at: Instant, placement: Placement)
    /// When the switch says that it ended, and how long of it the caller was on hold there.
    case hungUp(at: Instant, held: Span)
    case held(at: Instant)
    case resumed(at: Instant)
    case transferred(to: String)
    case lineChanged(to: String, placement: Placement)
    case ended(at: Instant)
    case entered(
        number: String, line: String, started: Instant, ended: Instant, placement: Placement, content: CallContent)
    case saved(content: CallContent)
    case closedAs(code: String, ended: Instant)
    case escalated(escalation: EscalationID)
    case finalised(revision: Int)
    case amended(
        revision: Int, reason: String, started: Instant, ended: Instant, placement: Placement, content: CallContent)
    case discarded(reason: String)
    case callBackTaken(by: String)
    case calledBack(at: Instant)
    case callBackWithdrawn
    case recognised(by: CallerSign, codename: WordsID?)
    case unrecognised(by: CallerSign)
}
