/// The rules that can stand in the way of a shift's commands.
public enum ShiftRule: String, RuleName {
    case unknown = "shift.unknown"
    case exists = "shift.exists"
    case unknownOperator = "shift.unknown_operator"
    case unknownPattern = "shift.unknown_pattern"
    case endsBeforeItStarts = "shift.ends_before_it_starts"
    case overlaps = "shift.overlaps"
    case notAhead = "shift.not_ahead"
    case notYours = "shift.not_yours"
    case alreadyOn = "shift.already_on"
    case notOn = "shift.not_on"
    case tooEarly = "shift.too_early"
    case tooLate = "shift.too_late"
    case needsReason = "shift.needs_reason"
    case needsHandover = "shift.needs_handover"
    case handoverNotAcknowledged = "shift.handover_not_acknowledged"
    case needsSupervisor = "shift.needs_supervisor"
}
