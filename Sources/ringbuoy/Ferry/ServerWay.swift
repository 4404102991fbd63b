import HotlineDomain
import HotlineProfiles
import HotlineStore
import StorePostgres

/// The way from a desk to the server it has joined.
struct ServerWay: Sendable {
    /// Without a password: libpq takes that from where it always does.
    let address: String
    let mark: DeskMark

    /// Nil for a store that works by itself.
    init?(of store: Store) throws {
        guard let mark = store.desk, let address = try store.server() else { return nil }
        self.mark = mark
        self.address = address
    }

    /// To take and to give what is shipped; nothing of one's own is written there.
    func open() throws -> Store { try open(as: mark.nodes) }

    /// To act there, for what needs everybody's work.
    func openHouse() throws -> Store { try open(as: DeskMark.nodesOfHouse) }

    private func open(as nodes: ClosedRange<Int64>) throws -> Store {
        do {
            return try Store.open(
                PostgresEngine.open(url: address, nodes: nodes), zoneNamed: { try ZoneRules.named($0) })
        } catch StoreError.moved(let path, let new) {
            // Who moved it came in as its owner, which a desk is not to do.
            throw StoreError.moved(path: path, to: PostgresEngine.shown(new, inRoleOf: address))
        }
    }
}
