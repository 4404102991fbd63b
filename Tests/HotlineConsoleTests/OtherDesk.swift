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
        let engine = NumberedEngine(try SQLiteEngine.inMemory(), node: 100)
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

/// A store in memory that goes by another number than the first.
private final class NumberedEngine: Engine {
    private let base: SQLiteEngine
    let node: Int64

    init(_ base: SQLiteEngine, node: Int64) {
        self.base = base
        self.node = node
    }

    func read<T>(_ body: (any Connection) throws -> T) throws -> T { try base.read(body) }
    func write<T>(_ body: (any Connection) throws -> T) throws -> T { try base.write(body) }
    var path: String { base.path }
    var beside: String? { base.beside }
    var dialect: Dialect { base.dialect }
    func changeMark() throws -> Int64 { try base.changeMark() }
    func integrityFindings() throws -> [String] { try base.integrityFindings() }
    func backup(to path: String, progress: (Double) -> Void) throws { try base.backup(to: path, progress: progress) }
    var bell: Int32? { base.bell }
    func drainBell() { base.drainBell() }
}
