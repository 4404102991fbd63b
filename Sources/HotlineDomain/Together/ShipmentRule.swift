/// The rules that can stand in the way of taking what another store wrote.
/// Nothing of a shipment that is refused is kept.
public enum ShipmentRule: String, RuleName {
    /// Two stores went on from the same event under one node's number.
    case forked = "shipment.forked"
    /// An event is not what its own chain says.
    case tampered = "shipment.tampered"
    /// An event is there without the one before it, or the one it builds on.
    case gapped = "shipment.gapped"
    case otherHotline = "shipment.other_hotline"
    /// An event this release cannot read.
    case newerRelease = "shipment.newer_release"
    /// The hotline's key is another one there.
    case keyTurned = "shipment.key_turned"

    /// They name the event that stands in the way, and whose it is.
    static let ofEvents: [ShipmentRule] = [.forked, .tampered, .gapped]
}

extension Refusal {
    /// By what is told of it: a rule about an event of no desk is about one of the house's own,
    /// in the first term of its server or in a later one.
    public init(_ rule: ShipmentRule, told details: [String: String]) {
        let isOfHouse = ShipmentRule.ofEvents.contains(rule) && details["desk"] == Refusal.noDesk
        let ofHouse: Variant = details["term"] == nil ? .house : .term
        self.init(rule, details, told: isOfHouse ? ofHouse : nil)
    }

    public static let noDesk = "-"
}
