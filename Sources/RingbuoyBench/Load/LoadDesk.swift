import Foundation
import HotlineDomain
import HotlineProfiles
import HotlineStore
import StorePostgres
import StoreSQLite

/// One simulated desk: a whole store of its own in memory, and its own sessions on the server.
struct LoadDesk: Sendable {
    let number: Int
    let store: Store
    private let mark: DeskMark
    private let url: String

    static let zone: @Sendable (String) throws -> ZoneRules = { try ZoneRules.named($0) }

    /// - Parameter first: everything that the server holds.
    init(_ number: Int, origin: StoreOrigin, first: Shipment, url: String) throws {
        guard let mark = DeskMark(number) else { throw LoadTrouble("there are at most \(DeskMark.all.count) desks") }
        self.number = number
        self.mark = mark
        self.url = url
        store = try Store.createToReceive(
            SQLiteEngine.inMemory(node: mark.nodes.lowerBound), origin, marks: ["desk": mark.description],
            zoneNamed: LoadDesk.zone)
        try store.receive(first)
    }

    /// The server's store, as this desk comes to it.
    func connect() throws -> Store { try Store.open(engine(), zoneNamed: LoadDesk.zone) }
    func engine() throws -> PostgresEngine { try PostgresEngine.open(url: url, nodes: mark.nodes) }

    /// A caller who asks something, with a note and a place name in sealed words; entered and finalised.
    @discardableResult
    func log(at now: Instant) throws -> CallID {
        let content = CallContent(
            callClass: .information, caller: "potential_victim", country: "MD", language: "ru",
            topics: ["employment_abroad"], outcome: "information_given")
        let entry = CallEntry(
            content, region: store.written("Тирасполь", at: now),
            note: store.written("Asked about a contract for work on a building site.", at: now))
        let call = store.newID(Call.self, at: now)
        let enter = CallCommand.enter(line: "tn", started: now - .seconds(30), ended: now, entry)
        try store.perform([.call(call, enter), .call(call, .finalise)], by: "01", at: now)
        return call
    }

    /// What was written here and is not in `heads` yet, as it would travel.
    func packed(after heads: inout Heads) throws -> Shipment? {
        let shipment = try store.shipment(after: heads, limit: 500)
        if let shipment { heads = Heads(heads.sequences.merging(shipment.heads.sequences) { max($0, $1) }) }
        return shipment
    }

    /// Gives a shipment to the server. How often it was told that the server is busy.
    static func give(_ shipment: Shipment, to server: Store) throws -> Int {
        var busy = 0
        while true {
            do {
                try server.receive(shipment)
                return busy
            } catch StoreError.busy {
                busy += 1
            }
        }
    }

    /// Brings what others wrote, compared first as a ferry does: the things that are told of anew.
    func fetch(from server: Store) throws -> [Int64] {
        guard try server.heads() != store.heads() else { return [] }
        var told: [Int64] = []
        while let shipment = try server.shipment(after: store.heads(), limit: 500) {
            told += try store.receive(shipment).subjects.map(\.id)
        }
        return told
    }
}

struct LoadTrouble: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension Instant {
    static var clock: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
