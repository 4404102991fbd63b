import HotlineDomain
import PostgresCluster
import StorePostgres
import Testing

@testable import HotlineStore

/// A disk that is really full, under a server that goes on: what it says when a file cannot grow is its own.
@Suite(
    "A server whose disk is really full",
    .enabled(if: PostgresCluster.isWanted, "takes a server"),
    .enabled(if: OwnMounts.areAllowed, "takes root, or a system that lets everybody mount in a namespace"))
struct ServerFullDiskTests {
    private static let now = Sample.at("2009-09-14", "14:00")
    /// Sealed, it cannot be made smaller.
    private static let long = String(repeating: "x", count: 19_000)

    @Test("takes nothing of a shipment or an act, names that, and takes all of both when there is room")
    func full() throws {
        let cluster = try PostgresCluster(smallDiskMegabytes: 40)
        let url = cluster.url(try cluster.makeSmallDatabase())
        let server = try Store.create(
            try PostgresEngine.open(url: url, create: .new), hotline: Sample.hotline,
            at: Sample.at("2009-09-01", "00:00")
        ) { _ in Sample.zone }
        defer { server.engine.close() }
        let desk = try Sample.desk(1, of: server)
        try server.ship(to: desk)
        for minute in 1...60 {
            try desk.log(.information, at: Self.now + .minutes(Int64(minute)), note: Self.long)
        }
        try cluster.fillSmallDisk()

        let before = try (server.heads(), server.stateDigest())
        let shipment = try #require(try desk.shipment(after: before.0, limit: 500))
        // The pages it has take what is short; a file that has to grow is what there is no room for.
        for _ in 1...2 {
            let error = #expect(throws: StoreError.self) { try server.receive(shipment) }
            #expect(error?.name == "disk_full")
        }
        let error = #expect(throws: StoreError.self) {
            for _ in 1...60 { try server.log(.information, at: Self.now, note: Self.long) }
        }
        #expect(error?.name == "disk_full")
        let logged = try server.heads().events(beyond: before.0)
        #expect(try desk.heads().events(beyond: server.heads()) == desk.heads().events(beyond: before.0))
        #expect(try server.findings() == [])
        if logged == 0 { #expect(try server.stateDigest() == before.1) }

        try cluster.makeRoom()
        try server.receive(shipment)
        try server.log(.information, at: Self.now, note: Self.long)
        for _ in 1...2 { try [server, desk].exchange() }
        #expect(try [server, desk].digests().count == 1)
        for store in [server, desk] { #expect(try store.findings() == []) }
        let calls = try server.counts(.calls, by: .all, Period("2009-09-14")!)[CountKey.everything] ?? 0
        #expect(calls >= 61)
        #expect(try desk.counts(.calls, by: .all, Period("2009-09-14")!) == [CountKey.everything: calls])
    }
}
