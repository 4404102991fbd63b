/// What happened to a handover.
public enum HandoverEvent: Hashable, Sendable, Codable {
    case offered(shift: ShiftID, items: [HandoverItem])
    /// Opened with the outgoing operator after the offer: it is handed over too.
    case joined(items: [HandoverItem])
    case acknowledged(item: Int)
    case parked(item: Int)
    /// Every item is acknowledged.
    case completed
}
