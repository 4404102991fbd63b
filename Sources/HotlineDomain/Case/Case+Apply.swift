extension Case {
    public static func applying(_ event: CaseEvent, to file: Case?, id: CaseID, stamp: Stamp) -> Case? {
        if case .opened(let number, let origin, let businessDate) = event {
            return Case(
                id: id, number: number, origin: origin, openedAt: stamp.at, businessDate: businessDate,
                status: .opened, closing: nil, mergedInto: nil, referredOn: nil, notes: [], lastChanged: stamp)
        }
        guard var file else { return nil }
        file.apply(event, stamp)
        file.lastChanged = stamp
        return file
    }

    private mutating func apply(_ event: CaseEvent, _ stamp: Stamp) {
        switch event {
        case .opened: break
        case .triaged, .resumed: status = .active
        case .putOnHold: status = .onHold
        case .followedUp: status = .followUp
        case .noted(let words): notes.append(words)
        case .closingProposed(let reason, let asReferred, _):
            closing = Closing(reason: reason, proposedBy: stamp.by, asReferred: asReferred)
            status = .closureProposed
        case .closed(let asReferred, _): status = asReferred ? .closedReferred : .closed
        case .returned, .reopened:
            closing = nil
            status = .active
        case .merged(let into):
            mergedInto = into
            status = .duplicate
        case .countedAsReferred(_, let businessDate): referredOn = referredOn ?? businessDate
        }
    }
}
