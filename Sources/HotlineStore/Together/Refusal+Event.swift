import HotlineDomain

extension Refusal {
    /// About the event in this place, and whose it is.
    init(_ rule: ShipmentRule, at place: EventPlace, _ connection: any Connection) throws {
        var details = ["desk": Refusal.noDesk, "node": String(place.node), "sequence": String(place.sequence)]
        if let mark = DeskMark(node: place.node) {
            if let term = try HouseTerm.mark(atNodesOf: mark, connection) {
                details["term"] = term.description
            } else {
                details["desk"] = mark.description
            }
        }
        self.init(rule, told: details)
    }
}
