extension Handover {
    public static func applying(
        _ event: HandoverEvent, to handover: Handover?, id: HandoverID, stamp: Stamp
    ) -> Handover? {
        if case .offered(let shift, let items) = event {
            return Handover(
                id: id, shift: shift, from: stamp.by, begunAt: stamp.at, status: .offered, items: items,
                lastChanged: stamp)
        }
        guard var handover else { return nil }
        handover.apply(event, stamp)
        handover.lastChanged = stamp
        return handover
    }

    private mutating func apply(_ event: HandoverEvent, _ stamp: Stamp) {
        switch event {
        case .offered: break
        case .joined(let joined):
            items += joined
            // Completed at a desk that had not heard of these.
            status = .offered
        case .acknowledged(let number): set(number, .acknowledged, by: stamp.by)
        case .parked(let number): set(number, .parked, by: nil)
        case .completed: if items.allSatisfy({ $0.state == .acknowledged }) { status = .complete }
        }
    }

    private mutating func set(_ number: Int, _ state: HandoverItem.State, by: String?) {
        guard let place = items.firstIndex(where: { $0.number == number }) else { return }
        items[place].state = state
        items[place].by = by
    }
}
