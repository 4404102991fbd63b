import CPostgres
import Glibc
import HotlineStore

/// How sessions of one store are opened, all alike.
struct ServerLine: Sendable {
    private let address: ServerAddress
    private let busySeconds: Double

    /// The tables lie in a schema of their own: a database may hold other things,
    /// `public` is closed to those who do not own it since PostgreSQL 15, and a
    /// right to this schema is a right to the store and nothing else.
    static let schema = "ringbuoy"
    /// Collations, advisory locks and statistics are used as this one has them.
    private static let oldestServer = 150_000

    init(_ address: ServerAddress, busySeconds: Double) {
        self.address = address
        self.busySeconds = busySeconds
    }

    var path: String { address.shown }

    func open() throws(StoreError) -> PostgresSession {
        let connection = try connected()
        do {
            try prepare(connection)
        } catch {
            PQfinish(connection)
            throw error
        }
        return PostgresSession(connection, path: path, CommitPatience(seconds: busySeconds * 2))
    }

    private func connected() throws(StoreError) -> OpaquePointer {
        var given = address.parameters
        for (name, value) in defaults where address.value(name) == nil {
            given.append(ServerAddress.Parameter(name: name, value: value))
        }
        given.append(ServerAddress.Parameter(name: "client_encoding", value: "UTF8"))
        let names = given.map { strdup($0.name) }
        let values = given.map { strdup($0.value) }
        defer { for text in names + values { free(text) } }
        let opened = PQconnectdbParams(
            names.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 0)
        guard let opened else { throw .unavailable(path: path, detail: "libpq") }
        guard PQstatus(opened) == CONNECTION_OK else {
            defer { PQfinish(opened) }
            throw .unavailable(path: path, detail: ServerAddress.line(String(cString: PQerrorMessage(opened))))
        }
        ringbuoy_pg_silence(opened)
        return opened
    }

    /// A line that is cut without a word is noticed 10 seconds after something was sent, or 20 where nothing is.
    private var defaults: [(String, String)] {
        [
            ("application_name", "ringbuoy"), ("connect_timeout", "5"), ("keepalives_idle", "10"),
            ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "10000"),
            // Asked for by who has Kerberos; its library does not bear a program that ends while it is at work.
            ("gssencmode", "disable"),
        ] + (address.crossesNetwork ? [("sslmode", "require")] : [])
    }

    private func prepare(_ connection: OpaquePointer) throws(StoreError) {
        guard let result = PQexec(connection, setUp) else { throw .unavailable(path: path, detail: "libpq") }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK else { throw StoreError(ServerFailure(result), path: path) }
        guard PQserverVersion(connection) >= ServerLine.oldestServer else {
            throw .unavailable(path: path, detail: "PostgreSQL \(PQserverVersion(connection) / 10_000) < 15")
        }
        let encoding = String(cString: PQgetvalue(result, 0, 0))
        guard encoding == "UTF8" else { throw .unavailable(path: path, detail: "encoding \(encoding), not UTF8") }
        guard PQenterPipelineMode(connection) == 1 else { throw .unavailable(path: path, detail: "libpq") }
    }

    /// A commit is on the server's disk before it is acknowledged, whatever the server does for others. The
    /// server, too, notices soon when a line is cut without a word: until then a program's number stays taken.
    private var setUp: String {
        """
        SELECT current_setting('server_encoding'),
            set_config('search_path', '\(ServerLine.schema)', false),
            set_config('lock_timeout', '\(Int(busySeconds * 1000))ms', false),
            set_config('jit', 'off', false),
            set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
            set_config('tcp_keepalives_count', '3', false), set_config('tcp_user_timeout', '10000', false),
            set_config('synchronous_commit', CASE current_setting('synchronous_commit')
                WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)
        """
    }
}
