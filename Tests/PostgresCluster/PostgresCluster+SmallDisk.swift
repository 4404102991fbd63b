import Foundation

/// A disk of the server's own for some of its databases, so small that it can be filled. What it writes down
/// before anything else, and the databases that are its own, lie elsewhere: it goes on when that disk is full.
extension PostgresCluster {
    var smallDisk: String { folder + "/small" }

    /// The server's command, with such a disk.
    func onSmallDisk(_ command: [String], megabytes: Int) throws -> [String] {
        try FileManager.default.createDirectory(atPath: smallDisk, withIntermediateDirectories: false)
        let owner = getuid() == 0 ? ServerPrograms.nobody : nil
        return OwnMounts.command(command, on: smallDisk, megabytes: megabytes, owner: owner)
    }

    /// A database on it.
    public func makeSmallDatabase() throws -> String {
        try run("CREATE TABLESPACE small LOCATION '\(smallDisk)'")
        try run("CREATE DATABASE small TABLESPACE small")
        return "small"
    }

    /// Until not a byte more goes in.
    public func fillSmallDisk() throws { try onServer("head -c 1G /dev/zero > \(smallDisk)/other || true") }

    public func makeRoom() throws { try onServer("rm \(smallDisk)/other") }

    /// Where the disk is seen: by the server alone.
    private func onServer(_ command: String) throws {
        try run("COPY (SELECT 1) TO PROGRAM 'cat > /dev/null; { \(command); } 2> /dev/null'")
    }
}
