import Foundation

/// PostgreSQL's programs, where Debian puts them or where one's path leads to.
struct ServerPrograms {
    let folder: String

    /// The newest there are.
    static let found: ServerPrograms? = {
        let debian = "/usr/lib/postgresql"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []).compactMap { Int($0) }
        let folders =
            versions.sorted(by: >).map { "\(debian)/\($0)/bin" }
            + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
            .map(ServerPrograms.init(folder:))
    }()

    /// A server refuses to be root.
    static let nobody: uid_t = 65534

    func path(_ name: String) -> String { folder + "/" + name }

    /// What to begin a command with, so that it runs as that user; nothing unless we are root.
    func asOther(_ user: uid_t) -> [String] {
        guard getuid() == 0 else { return [] }
        return ["setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups"]
    }

    @discardableResult
    func run(
        _ name: String, _ arguments: [String], as user: uid_t?, environment: [String: String] = [:]
    ) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = (user.map(asOther) ?? []) + [path(name)] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw PostgresCluster.Trouble("\(name): \(said)") }
        return said.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
