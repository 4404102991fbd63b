/// What can be asked of a handover.
public enum HandoverCommand: Hashable, Sendable {
    /// Built from what the outgoing operator has open, and the notes typed.
    case offer(shift: ShiftID, notes: [Written])
    case acknowledge(item: Int)
    /// The line closes and nobody follows: the supervisor is responsible meanwhile.
    case park(item: Int)
}
