import Glibc
import HotlineReports

/// Where a pack goes: a folder of its own that is there whole or not at all,
/// whenever the program is killed, and never takes the place of anything else.
struct PackFolder {
    /// As it was typed, for what is said of it.
    let path: String
    /// Without a link or a slash at its end, and the folder it lies in.
    let target: String
    let parent: String
    /// How bytes get to the disk; a test lets it run full.
    var write: DiskWrite = Glibc.write

    typealias DiskWrite = @Sendable (Int32, UnsafeRawPointer?, Int) -> Int

    /// Refuses at once what would be refused when all the work is done. `store`: the file of the hotline's store.
    init(_ path: String, store: String? = nil) throws(FolderError) {
        self.path = path
        let plain = path.last == "/" ? String(path.reversed().drop { $0 == "/" }.reversed()) : path
        if let there = PackFolder.resolved(plain.isEmpty ? "/" : plain) {
            target = there
        } else {
            let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
            let above = parts.dropLast().joined(separator: "/")
            let base = parts.count == 1 ? "." : above.isEmpty ? "/" : above
            guard let found = PackFolder.resolved(base) else { throw .noParent(path: path) }
            target = (found == "/" ? "" : found) + "/" + (parts.last.map(String.init) ?? "")
        }
        let end = target.lastIndex(of: "/") ?? target.startIndex
        parent = end == target.startIndex ? "/" : String(target[..<end])
        if surrounds(".") { throw .standing(path: path) }
        if let store, surrounds(store) { throw .holdsStore(path: path) }
        try checkPlace()
    }

    /// Whether something lies in it at any depth, or is the folder itself.
    private func surrounds(_ place: String) -> Bool {
        guard let place = PackFolder.resolved(place) else { return false }
        return place == target || place.hasPrefix(target == "/" ? "/" : target + "/")
    }

    private func checkPlace() throws(FolderError) {
        var status = stat()
        guard stat(parent, &status) == 0 else { throw FolderError(errno, path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .noParent(path: path) }
        guard access(parent, W_OK | X_OK) == 0 else { throw FolderError(errno, path) }
        let names = Set(PackFileName.allCases.map(\.rawValue))
        guard let entries = try entries() else { return }
        guard entries.allSatisfy(names.contains) else { throw .taken(path: path) }
    }

    /// What lies in the folder already; nil where there is none.
    private func entries() throws(FolderError) -> [String]? {
        var status = stat()
        guard lstat(target, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .taken(path: path) }
        guard let entries = FolderEntries.names(target) else { throw FolderError(errno, path) }
        return entries
    }

    /// Whether these very files lie there and nothing else. Refuses something else.
    func holds(_ files: [PackFile]) throws(FolderError) -> Bool {
        guard let entries = try entries(), !entries.isEmpty else { return false }
        guard Set(entries) == Set(files.map(\.name.rawValue)) else { throw .taken(path: path) }
        for file in files where FolderEntries.bytes("\(target)/\(file.name.rawValue)") != file.bytes {
            throw .taken(path: path)
        }
        return true
    }

    /// Whether the disk has no room left.
    var isFull: Bool {
        var status = statvfs()
        return statvfs(parent, &status) == 0 && status.f_bavail * UInt(status.f_frsize) < 65_536
    }

    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
