import Foundation
import Synchronization

/// A PostgreSQL server of a test program's own, from the system's packages: in a
/// folder under `/tmp`, on a socket in it and nowhere else, gone with the program
/// however that ends.
public final class PostgresCluster: Sendable {
    /// The one that all tests of a program share; each has its own database in it.
    public static let shared = Result { try PostgresCluster() }

    /// Where there is none, tests that need one are left out, unless they were
    /// asked for: then they fail and say what to install.
    public static let isWanted = ServerPrograms.found != nil || isDemanded

    private static var isDemanded: Bool {
        let environment = ProcessInfo.processInfo.environment
        return environment["CI"] != nil || environment["RINGBUOY_TESTS_NEED_POSTGRES"] != nil
    }

    /// Runs `body` with the URL of an empty database that is gone afterwards.
    public static func withDatabase<T>(_ body: (String) throws -> T) throws -> T {
        let cluster = try shared.get()
        let name = try cluster.makeDatabase()
        defer { try? cluster.dropDatabase(name) }
        return try body(cluster.url(name))
    }

    public static func withDatabase<T>(
        isolation: isolated (any Actor)? = #isolation, _ body: (String) async throws -> T
    ) async throws -> T {
        let cluster = try shared.get()
        let name = try cluster.makeDatabase()
        defer { try? cluster.dropDatabase(name) }
        return try await body(cluster.url(name))
    }

    /// Short: the address of a socket holds 107 bytes.
    public let folder: String
    let programs: ServerPrograms
    /// What it shows to those who come encrypted; nil where nobody can.
    public let certificate: ServerCertificate?
    private let port: Substring
    /// Open as long as this program lives; the server's keeper waits for its end.
    private let lifeline: FileHandle
    private let databases = Atomic(0)

    /// `settings`: besides those that make tests fast, `name=value`. `primary`: the one whose standby it is.
    /// One that is encrypted answers on a port of the loopback as well. `smallDiskMegabytes`: of a disk beside its own.
    public init(
        settings: [String] = ["fsync=off", "full_page_writes=off"], following primary: PostgresCluster? = nil,
        isEncrypted: Bool = false, smallDiskMegabytes: Int? = nil
    ) throws {
        guard let programs = ServerPrograms.found else {
            throw Trouble("install postgresql: apt-get install postgresql")
        }
        self.programs = programs
        var template = Array("/tmp/ringbuoy-pg-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Trouble("no folder in /tmp") }
        folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if getuid() == 0 { chown(folder, ServerPrograms.nobody, ServerPrograms.nobody) }
        certificate = isEncrypted ? try ServerCertificate(in: folder) : nil
        let settings = settings + (certificate?.settings ?? [])
        port = settings.last { $0.hasPrefix("port=") }?.dropFirst(5) ?? "5432"
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Trouble("no pipe") }
        // Another child of this program would keep the server alive.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        lifeline = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        try primary.map(copyFiles) ?? makeFiles()
        let reading = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        let server = command(settings)
        try start(
            keeperListensTo: reading,
            smallDiskMegabytes.map { try onSmallDisk(server, megabytes: $0) } ?? server)
        try waitUntilReady()
    }

    public func url(_ database: String) -> String {
        "postgres://postgres@\(folder.replacingOccurrences(of: "/", with: "%2F"))/\(database)"
    }

    /// A name that no other test uses.
    public func makeDatabase() throws -> String {
        let name = "test_\(databases.add(1, ordering: .relaxed).newValue)"
        try run("CREATE DATABASE \(name)")
        return name
    }

    public func dropDatabase(_ name: String) throws { try run("DROP DATABASE \(name) WITH (FORCE)") }

    /// SQL as the server's owner, with psql; what it answers.
    @discardableResult
    public func run(_ sql: String, in database: String = "postgres") throws -> String {
        try programs.run(
            "psql", ["-h", folder, "-p", "\(port)", "-U", "postgres", "-d", database, "-qXAtc", sql], as: nil,
            environment: ["PGOPTIONS": "-c client_min_messages=error"])
    }

    // MARK: - Making it

    /// In an order that is not that of bytes, so that nobody comes to rely on it.
    private func makeFiles() throws {
        try programs.run(
            "initdb",
            [
                "-D", folder + "/data", "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8",
                "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US",
            ], as: ServerPrograms.nobody)
    }

    /// By a keeper that stops the server and takes its folder away when the pipe
    /// from this program closes, which it does when this program is killed.
    private func start(keeperListensTo pipe: FileHandle, _ server: [String]) throws {
        let keeper = """
            trap '' INT TERM HUP
            folder=$1; shift
            "$@" > "$folder/log" 2>&1 & server=$!
            read -r line
            kill -INT $server
            # Not `wait`: with the signals this was started with it may not hear of the end.
            for turn in 1 2 3 4 5 6 7 8 9 10; do
                [ -e "$folder/data/postmaster.pid" ] || break
                sleep 0.2
            done
            kill -KILL $server 2>/dev/null
            rm -rf "$folder"
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", keeper, "keeper", folder] + server
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    private func command(_ settings: [String]) -> [String] {
        let fixed = ["listen_addresses=", "unix_socket_directories=\(folder)", "max_connections=300"]
        return programs.asOther(ServerPrograms.nobody) + [programs.path("postgres"), "-D", folder + "/data"]
            + (fixed + settings).flatMap { ["-c", $0] }
    }

    private func waitUntilReady() throws {
        for _ in 0..<3_000 {
            let state = try? String(contentsOfFile: folder + "/data/postmaster.pid", encoding: .utf8)
            if state?.contains("ready") == true { return }
            usleep(10_000)
        }
        throw Trouble((try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "the server did not start")
    }

    public struct Trouble: Error, CustomStringConvertible {
        public let description: String
        init(_ description: String) { self.description = description }
    }
}
