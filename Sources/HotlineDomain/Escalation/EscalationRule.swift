/// The rules that can stand in the way of an escalation's commands.
public enum EscalationRule: String, RuleName {
    case unknown = "escalation.unknown"
    case exists = "escalation.exists"
    case callUnknown = "escalation.call_unknown"
    case callClosed = "escalation.call_closed"
    case callHasOne = "escalation.call_has_one"
    case cannotTake = "escalation.cannot_take"
    case alreadyInHand = "escalation.already_in_hand"
    case notInHand = "escalation.not_in_hand"
    case alreadyResolved = "escalation.already_resolved"
    case notResolved = "escalation.not_resolved"
    case needsOutcome = "escalation.needs_outcome"
    case outcomeNeedsCase = "escalation.outcome_needs_case"
    case outcomeOpensNoCase = "escalation.outcome_opens_no_case"
    case caseUnknown = "escalation.case_unknown"
    case caseOpenedElsewhere = "escalation.case_opened_elsewhere"
    case needsReason = "escalation.needs_reason"
}
