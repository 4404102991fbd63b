/// What happened to a shift.
public enum ShiftEvent: Hashable, Sendable, Codable {
    case planned(
        operator: String, pattern: String?, businessDate: BusinessDate, start: Instant, end: Instant,
        substituteFor: ShiftID?)
    case confirmed
    case signedOn
    case signedOnUnplanned(
        operator: String, reason: String, pattern: String?, businessDate: BusinessDate, end: Instant)
    case markedAbsent(reason: String)
    case cancelled
    case handoverBegun(handover: HandoverID)
    case ended
    case endedBySupervisor(reason: String)
}
