import Foundation

/// A folder of a test's own, gone when the test is.
struct TemporaryFolder {
    let root: String

    static func with<T>(_ body: (TemporaryFolder) throws -> T) throws -> T {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        return try body(folder)
    }

    init() throws {
        root = NSTemporaryDirectory() + "/ringbuoy-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(atPath: root) }

    func path(_ name: String) -> String { root + "/" + name }

    func names(_ inner: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root + "/" + inner).sorted()
    }

    func mode(_ name: String) throws -> mode_t {
        var about = stat()
        guard stat(path(name), &about) == 0 else { throw CocoaError(.fileReadNoSuchFile) }
        return about.st_mode & 0o777
    }

    /// Root may write anywhere: from here on this program is nobody, who owns
    /// the folder. For a program started by a test only.
    func giveUpRoot() throws {
        guard getuid() == 0 else { return }
        guard chown(root, 65534, 65534) == 0, setgroups(0, nil) == 0, setgid(65534) == 0, setuid(65534) == 0 else {
            throw CocoaError(.fileWriteNoPermission)
        }
    }
}
