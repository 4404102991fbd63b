import Foundation

/// A small disk that a program and its children have to themselves: mounted in memory, seen by nobody else, gone
/// with them. Takes root, or a system that lets everybody have a namespace of their own.
public enum OwnMounts {
    /// Some containers and some systems let nobody mount anything; then a test of a full disk says so.
    public static let areAllowed: Bool = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mounts-\(UUID().uuidString)")
        guard (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil else {
            return false
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command(["true"], on: folder.path, megabytes: 1)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// A command that runs another one with such a disk on `folder`. `owner`: to whom the disk belongs, where
    /// that is to be another user than we are. Whoever is not root goes by its own name again afterwards: some
    /// programs refuse to be root, also one that is so in its namespace alone.
    public static func command(
        _ command: [String], on folder: String, megabytes: Int, owner: uid_t? = nil
    ) -> [String] {
        let isRoot = getuid() == 0
        let back = isRoot ? [] : ["unshare", "-U", "--map-user=\(getuid())", "--map-group=\(getgid())", "--"]
        let options = "size=\(megabytes)m" + (owner.map { ",mode=700,uid=\($0),gid=\($0)" } ?? "")
        let mounting = #"mount -t tmpfs -o "$1" none "$2" && shift 2 && exec "$@""#
        return ["unshare", isRoot ? "-m" : "-Urm", "sh", "-c", mounting, "sh", options, folder] + back + command
    }
}
