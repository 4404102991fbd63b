/// The ways in: a damaged one is missed on the day it is needed.
extension Verifier {
    mutating func checkSlots(_ connection: any Connection) throws {
        for owner in try SlotTable(connection: connection, hotline: hotline).damagedOwners() {
            find(owner == Slot.recovery ? .recoverySlotDamaged : .slotDamaged(owner: owner))
        }
    }
}
