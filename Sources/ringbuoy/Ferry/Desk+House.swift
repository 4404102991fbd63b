import HotlineDomain
import HotlineStore

extension Desk {
    /// For what needs everybody's work: at a desk that has joined, the server's
    /// store, with everything that was done here; else the store itself.
    func house() throws -> Desk {
        guard let server = try ServerDesk(store, ear: .bell) else { return self }
        LastShipping.keep(server)
        server.begin()
        return try at(server.house(within: .seconds(60)))
    }

    /// A key that is turned in one store opens nothing any more in the others.
    func refuseSharedKey() throws {
        let isOnServer = engine.beside == nil
        let desks = try store.desks()
        guard store.desk != nil || (isOnServer && !desks.isEmpty) else { return }
        let names = desks.map(\.mark.description).joined(separator: ", ")
        throw Refusal(ServerRule.keyIsShared, ["desks": names])
    }
}
