import HotlineDomain

extension Store {
    /// Takes what another store of this hotline shipped: all of it, or nothing.
    /// What is known already is skipped, so that it may come twice and by
    /// several ways. Throws `Refusal` with a `ShipmentRule` for what is not as
    /// it was written, lacks what it builds on, or is not this hotline's.
    @discardableResult
    public func receive(_ shipment: Shipment) throws -> Receipt {
        let (receipt, erased) = try engine.writeTogether { connection in
            try connection.lock(shipment.keys)
            var arrival = Arrival(self, connection, shipment)
            return (try arrival.take(), arrival.erased)
        }
        wipe(erased)
        // A key that came may have had its time.
        if !shipment.callerKeys.isEmpty { sweepAgain(at: Instant(milliseconds: .min)) }
        return receipt
    }
}
