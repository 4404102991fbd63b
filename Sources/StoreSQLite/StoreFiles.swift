import Glibc

/// The store's file and what lies beside it. Two names of one file (a symbolic
/// link) come to the same files beside it.
struct StoreFiles: Hashable, Sendable {
    /// As the person named it: what errors say.
    let named: String
    /// With every symbolic link resolved.
    let database: String

    init(_ named: String) {
        self.named = named
        let folder = StoreFiles.folder(of: named)
        let last = String(named[(named.lastIndex(of: "/").map(named.index(after:)) ?? named.startIndex)...])
        database =
            StoreFiles.resolved(named)
            ?? (StoreFiles.resolved(folder) ?? folder) + "/" + last
    }

    /// Who has the store open: byte ranges that are locked, no content.
    var lock: String { database + ".lock" }
    /// Room kept for the day the disk is full.
    var reserve: String { database + ".reserve" }
    /// The sockets of those who want to hear of commits.
    var bells: String { database + ".bell" }
    /// The key of an open store.
    var key: String { database + ".key" }
    var writeAheadLog: String { database + "-wal" }
    var sharedMemory: String { database + "-shm" }
    var folder: String { StoreFiles.folder(of: database) }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
