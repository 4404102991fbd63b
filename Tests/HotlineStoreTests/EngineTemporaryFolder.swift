import Foundation

/// A folder of a test's own, gone when the test is.
struct TemporaryFolder {
    let root: String

    static func with<T>(_ body: (TemporaryFolder) throws -> T) throws -> T {
        let folder = TemporaryFolder(root: NSTemporaryDirectory() + "/ringbuoy-" + UUID().uuidString)
        try FileManager.default.createDirectory(atPath: folder.root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder.root) }
        return try body(folder)
    }

    func path(_ name: String) -> String { root + "/" + name }
}
