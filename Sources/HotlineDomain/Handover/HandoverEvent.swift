/// What happened to a handover.
public enum HandoverEvent: Hashable, Sendable, Codable {
    case offered(shift: ShiftID, items: [HandoverItem])
    case acknowledged(item: Int)
    case parked(item: Int)
    /// Every item is acknowledged.
    case completed
}
