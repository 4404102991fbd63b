import HotlineDomain

extension Refusal {
    /// About the event in this place.
    init(_ rule: ShipmentRule, at place: EventPlace) {
        self.init(
            rule,
            told: [
                "desk": DeskMark(node: place.node)?.description ?? Refusal.noDesk, "node": String(place.node),
                "sequence": String(place.sequence),
            ])
    }
}
