import HotlineDomain
import HotlineStore
import StoreSQLite

@testable import HotlineConsole

/// A desk beside another one, with a store of its own: it has what the other had
/// when it was made, and neither sees the other's work until they meet.
struct OtherDesk {
    let store: Store
    private let first: Store

    init(beside first: Store) throws {
        self.first = first
        let engine = try SQLiteEngine.inMemory(node: 100)
        store = try Store.createToReceive(engine, first.origin()) { _ in Fixture.moscow }
        try OtherDesk.carry(from: first, to: store)
    }

    func meet() throws {
        try OtherDesk.carry(from: store, to: first)
        try OtherDesk.carry(from: first, to: store)
    }

    private static func carry(from: Store, to: Store) throws {
        while let shipment = try from.shipment(after: to.heads(), limit: 500) { try to.receive(shipment) }
    }
}
