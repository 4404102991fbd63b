/// Who answers for an item that is being handed over.
public enum Responsible: Hashable, Sendable {
    case person(operatorCode: String)
    /// Whoever is the hotline's supervisor meanwhile.
    case supervisor
}

extension Handover {
    /// Nobody's work is nobody's: until an item is acknowledged it is the outgoing
    /// operator's, and while it is parked the supervisor's.
    public func responsible(for item: HandoverItem) -> Responsible {
        switch item.state {
        case .open: .person(operatorCode: from)
        case .parked: .supervisor
        case .acknowledged: .person(operatorCode: item.by ?? from)
        }
    }
}
