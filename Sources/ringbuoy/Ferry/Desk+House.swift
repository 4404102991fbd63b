import HotlineDomain
import HotlineStore
import Wording

extension Desk {
    /// For what needs everybody's work: at a desk that has joined, the server's
    /// store, with everything that was done here; else the store itself.
    func house() throws -> Desk {
        guard let server = try ServerDesk(store, ear: .bell) else { return self }
        LastShipping.keep(server)
        server.begin()
        return try at(server.house(within: .seconds(60)))
    }

    /// For what only reads: where the server's store cannot be used it is the desk's own, which is whole, and a
    /// line says as of when.
    func houseToRead() throws -> Desk {
        do {
            return try house()
        } catch let refusal as Refusal where ServerRule.isOfAbsence(refusal.rule) {
            let zone = try zone()
            let even = store.ferryNote?.evenAt.map { ["time": zone.spoken($0)] }
            Output.note(even.map { say("cli.desk.read_here", $0) } ?? say("cli.desk.read_here.never"))
            return self
        }
    }

    /// A key that is turned in one store opens nothing any more in the others.
    func refuseSharedKey() throws {
        let isOnServer = engine.beside == nil
        // One that was retired is to open nothing more.
        let desks = try store.desks().filter { $0.retired == nil }
        guard store.desk != nil || (isOnServer && !desks.isEmpty) else { return }
        let names = desks.map(\.mark.description).joined(separator: ", ")
        throw Refusal(ServerRule.keyIsShared, ["desks": names])
    }
}
