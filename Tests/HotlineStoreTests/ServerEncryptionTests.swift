import HotlineDomain
import PostgresCluster
import StorePostgres
import Testing

@testable import HotlineStore

/// `sslmode` and its companions are libpq's, and mean what they mean there.
@Suite("a line to a server that is encrypted", .enabled(if: PostgresCluster.isWanted))
struct ServerEncryptionTests {
    private static let cluster = Result { try PostgresCluster(settings: ["fsync=off"], isEncrypted: true) }

    /// What is asked for, and whether a line is had, and of which kind.
    struct Asked: Sendable, CustomTestStringConvertible {
        let host: String
        let parameters: String
        let isEncrypted: Bool?

        var testDescription: String { "\(host) \(parameters)" }
    }

    private static let asked = [
        Asked(host: "127.0.0.1", parameters: "sslmode=verify-full&sslrootcert=OWN", isEncrypted: true),
        Asked(host: "127.0.0.1", parameters: "sslmode=verify-ca&sslrootcert=OWN", isEncrypted: true),
        // It is good for the address, not for the name.
        Asked(host: "localhost", parameters: "sslmode=verify-full&sslrootcert=OWN", isEncrypted: nil),
        Asked(host: "localhost", parameters: "sslmode=verify-ca&sslrootcert=OWN", isEncrypted: true),
        Asked(host: "127.0.0.1", parameters: "sslmode=verify-full&sslrootcert=ANOTHER", isEncrypted: nil),
        Asked(host: "127.0.0.1", parameters: "sslmode=verify-full&sslrootcert=%2Fnowhere", isEncrypted: nil),
        Asked(host: "127.0.0.1", parameters: "sslmode=require", isEncrypted: true),
        Asked(host: "127.0.0.1", parameters: "sslmode=disable", isEncrypted: false),
    ]

    @Test("is had as it is asked for, or not at all", arguments: asked)
    func modes(_ asked: Asked) throws {
        let cluster = try Self.cluster.get()
        let certificate = try #require(cluster.certificate)
        try TemporaryFolder.with { folder in
            let another = try ServerCertificate(in: folder.root)
            let parameters = asked.parameters
                .replacing("OWN", with: certificate.path.replacing("/", with: "%2F"))
                .replacing("ANOTHER", with: another.path.replacing("/", with: "%2F"))
            let name = try cluster.makeDatabase()
            try Self.check(asked, "postgres://postgres@\(asked.host):\(certificate.port)/\(name)?\(parameters)")
        }
    }

    private static func check(_ asked: Asked, _ url: String) throws {
        guard let isEncrypted = asked.isEncrypted else {
            let error = #expect(throws: StoreError.self) { try PostgresEngine.open(url: url, create: .new) }
            #expect(error?.name == "unavailable", "\(String(describing: error))")
            return
        }
        let engine = try PostgresEngine.open(url: url, create: .new)
        defer { engine.close() }
        let found = try engine.read {
            try $0.count("SELECT ssl::int::bigint FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        }
        #expect(found == (isEncrypted ? 1 : 0))
    }

    @Test("is not had of a server that cannot, where it is asked for")
    func cannot() throws {
        try PostgresCluster.withDatabase { url in
            // libpq does not encrypt a socket in the file system, whatever it is asked for.
            let engine = try PostgresEngine.open(url: url + "?sslmode=require", create: .new)
            engine.close()
        }
        let port = try ServerCertificate.freePort()
        let plain = try PostgresCluster(settings: ["listen_addresses=127.0.0.1", "port=\(port)"])
        let name = try plain.makeDatabase()
        let url = "postgres://postgres@127.0.0.1:\(port)/\(name)?sslmode=require"
        let error = #expect(throws: StoreError.self) { try PostgresEngine.open(url: url, create: .new) }
        #expect(error?.name == "unavailable", "\(String(describing: error))")
    }
}
