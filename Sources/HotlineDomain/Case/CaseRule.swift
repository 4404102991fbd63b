/// The rules that can stand in the way of a case's commands.
public enum CaseRule: String, RuleName {
    case unknown = "case.unknown"
    case exists = "case.exists"
    case needsEscalation = "case.needs_escalation"
    case escalationNotInHand = "case.escalation_not_in_hand"
    case alreadyTriaged = "case.already_triaged"
    case notActive = "case.not_active"
    case notOnHold = "case.not_on_hold"
    case notClosed = "case.not_closed"
    case nothingProposed = "case.nothing_proposed"
    case approvedBySomeoneElse = "case.approved_by_someone_else"
    case openEscalation = "case.open_escalation"
    case unendedReferral = "case.unended_referral"
    case needsReason = "case.needs_reason"
    case mergedIntoItself = "case.merged_into_itself"
    case mergeTargetUnknown = "case.merge_target_unknown"
    case isDuplicate = "case.is_duplicate"
}
