import HotlineDomain

extension Store {
    /// Takes what another store of this hotline shipped: all of it, or nothing.
    /// What is known already is skipped, so that it may come twice and by
    /// several ways. Throws `Refusal` with a `ShipmentRule` for what is not as
    /// it was written, lacks what it builds on, or is not this hotline's.
    @discardableResult
    public func receive(_ shipment: Shipment) throws -> Receipt {
        let told = shipment.told()
        let (receipt, erased) = try engine.writeTogether(on: shipment.keys(told)) { connection in
            var arrival = Arrival(self, connection, shipment)
            return (try arrival.take(told), arrival.erased)
        }
        wipe(erased)
        // A key that came may have had its time.
        if !shipment.callerKeys.isEmpty { sweepAgain(at: Instant(milliseconds: .min)) }
        return receipt
    }
}
