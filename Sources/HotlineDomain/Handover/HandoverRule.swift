/// The rules that can stand in the way of a handover's commands.
public enum HandoverRule: String, RuleName {
    case unknown = "handover.unknown"
    case exists = "handover.exists"
    case notYours = "handover.not_yours"
    case shiftNotOn = "handover.shift_not_on"
    case nothingToHandOver = "handover.nothing_to_hand_over"
    case unknownItem = "handover.unknown_item"
    case alreadyAcknowledged = "handover.already_acknowledged"
    case alreadyParked = "handover.already_parked"
    case notByTheOutgoing = "handover.not_by_the_outgoing"
    case notOnShift = "handover.not_on_shift"
    case somebodyFollows = "handover.somebody_follows"
    case callerOnTheLine = "handover.caller_on_the_line"
}
