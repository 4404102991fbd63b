import Foundation
import HotlineStore
import StoreSQLite

/// What it takes to bring a server's journal to a desk: all of it to a new one, and what one call leaves to the others.
struct LoadJoin {
    let server: Store
    let desk: LoadDesk
    let folder: URL

    private static let times = 50

    func outcomes() throws -> [Outcome] {
        let (compared, packed) = (Samples(), Samples())
        let heads = try server.heads()
        var before = heads.sequences
        // A call is two events: as if the last one of this desk had not come yet.
        before[desk.store.engine.node, default: 2] -= 2
        for _ in 0..<LoadJoin.times {
            _ = try compared.timed { try server.heads() }
            _ = try packed.timed { try server.shipment(after: Heads(before), limit: 500) }
        }
        return [
            Outcome("heads compared, \(heads.sequences.count) nodes", compared.summary),
            Outcome("one call packed by the server", packed.summary),
            try joined(heads.events(beyond: Heads())),
        ]
    }

    private func joined(_ events: Int) throws -> Outcome {
        let path = folder.appendingPathComponent("joined.db").path
        let engine = try SQLiteEngine.open(path: path, create: .new)
        let store = try Store.createToReceive(engine, server.origin(), zoneNamed: LoadDesk.zone)
        let start = ContinuousClock.now
        try Passage(from: server, into: store).carry()
        let seconds = (ContinuousClock.now - start).seconds
        engine.close()
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
        return Outcome(
            "a new desk joins, its store in a file",
            String(
                format: "%.0f events a second, %.0f bytes an event", Double(events) / seconds,
                (size?.doubleValue ?? 0) / Double(max(1, events))))
    }
}
