import HotlineDomain

extension Refusal {
    /// About the event in this place, and whose it is.
    init(_ rule: ShipmentRule, at place: EventPlace, _ connection: any Connection) throws {
        var details = ["desk": Refusal.noDesk, "node": String(place.node), "sequence": String(place.sequence)]
        switch try NodeOwner(place.node, connection) {
        case .house: break
        case .desk(let mark): details["desk"] = mark.description
        case .term(let term): details["term"] = term.description
        }
        self.init(rule, told: details)
    }
}
