import Foundation
import HotlineDomain
import PostgresCluster
import StorePostgres

@testable import HotlineStore

/// A hotline's store on a server, and a role of the database that desks come in by.
struct ServerOfDesks {
    /// As whoever owns the tables.
    let owner: PostgresEngine
    /// As a desk.
    let store: Store
    let role: String
    private let url: String

    init(_ database: String, _ protection: Protection = .open) throws {
        let role = "desks_\(database.split(separator: "/").last ?? "")"
        self.role = role
        owner = try PostgresEngine.open(url: database, create: .new)
        _ = try Store.create(owner, hotline: Sample.hotline, protection, at: Sample.at("2009-09-01", "00:00")) { _ in
            Sample.zone
        }
        try owner.write { try $0.script(PostgresEngine.sql(ofRole: role) + DeskRights.sql(role: role)) }
        url = database.replacingOccurrences(of: "postgres@", with: "\(role)@")
        store = try Store.open(try PostgresEngine.open(url: url)) { _ in Sample.zone }
    }

    /// The same store, opened by another program that comes in as a desk.
    func opened(_ nodes: ClosedRange<Int64> = PostgresEngine.houseNodes) throws -> Store {
        try Store.open(try PostgresEngine.open(url: url, nodes: nodes)) { _ in Sample.zone }
    }

    /// As whoever owns the tables.
    func owned() throws -> Store { try Store.open(owner) { _ in Sample.zone } }

    static func with(_ protection: Protection = .open, _ body: (ServerOfDesks) throws -> Void) throws {
        try PostgresCluster.withDatabase { url in
            let server = try ServerOfDesks(url, protection)
            defer {
                server.store.engine.close()
                server.owner.close()
            }
            try body(server)
        }
    }
}
