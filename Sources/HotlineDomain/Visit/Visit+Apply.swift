extension Visit {
    public static func applying(_ event: VisitEvent, to visit: Visit?, id: VisitID, stamp: Stamp) -> Visit? {
        switch event {
        case .offered(let source, let facts, let date, let hour, let cameWhileOpen):
            return Visit(
                id: id, source: source, facts: facts, businessDate: date, hour: hour, cameWhileOpen: cameWhileOpen,
                lastChanged: stamp)
        case .told(let facts):
            guard var visit else { return nil }
            visit.facts = facts
            visit.lastChanged = stamp
            return visit
        }
    }
}
