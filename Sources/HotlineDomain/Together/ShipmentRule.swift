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
}
