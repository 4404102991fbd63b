import Foundation
import HotlineDomain
import HotlinePractice
import HotlineStore
import StorePostgres

/// The store on a server where simulated desks meet: a hotline that was just set up, with somebody on shift.
struct LoadHouse: Sendable {
    let url: String
    let store: Store
    private let origin: StoreOrigin
    private let first: Shipment

    /// `url`: of an empty database, which is good for nothing afterwards.
    init(url: String) throws {
        self.url = url
        let now = Instant.clock
        store = try Store.create(
            PostgresEngine.open(url: url, create: .new), hotline: .practice, at: now - .hours(1),
            zoneNamed: LoadDesk.zone)
        let signOn = ShiftCommand.signOnUnplanned(reason: "covering", end: now + .hours(12))
        try store.perform([.shift(store.newID(Shift.self, at: now), signOn)], by: "01", at: now)
        origin = try store.origin()
        guard let first = try store.shipment(after: Heads(), limit: .max) else {
            throw LoadTrouble("the server holds nothing")
        }
        self.first = first
    }

    func desk(_ number: Int) throws -> LoadDesk { try LoadDesk(number, origin: origin, first: first, url: url) }
}
