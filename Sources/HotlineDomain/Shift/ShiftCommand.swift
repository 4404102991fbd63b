/// What can be asked of a shift.
public enum ShiftCommand: Hashable, Sendable {
    case plan(
        operator: String, pattern: String?, businessDate: BusinessDate, start: Instant, end: Instant,
        substituteFor: ShiftID?)
    case confirm
    case signOn
    /// Nobody planned it; `reason` of the list `off_shift_because`.
    case signOnUnplanned(reason: String, end: Instant)
    case absent(reason: String)
    case cancel
    /// Only with nothing open; otherwise a handover ends it.
    case end
    case endBySupervisor(reason: String)
}
