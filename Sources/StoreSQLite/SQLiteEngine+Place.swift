import Glibc
import HotlineStore

extension SQLiteEngine {
    /// Gives a store that was made under another name beside it its own, whole or not at all. Nobody may have
    /// either open. `label`: what is there already is kept beside it, its name ending so; else it is refused.
    /// Returns where that is, nil where nothing was.
    @discardableResult
    public static func place(_ made: String, at path: String, keptAs label: String? = nil) throws -> String? {
        let (source, target) = (StoreFiles(made), StoreFiles(path))
        let locks = try LockFile(target)
        guard locks.take(.opening, within: busySeconds) else { throw StoreError.busy }
        guard locks.take(.presence) else { throw StoreError.inUse(path: path) }
        defer { if access(target.database, F_OK) != 0 { locks.remove() } }
        var kept: String?
        if access(target.database, F_OK) == 0 {
            guard let label else { throw StoreError.exists(path: path) }
            kept = try putAside(target, label)
            if let kept, access(target.key, F_OK) == 0, link(target.key, kept + ".key") != 0 {
                throw StoreError(systemError: errno, path: path)
            }
        }
        // The key first: a store without it opens to nobody, and this can be done again.
        if access(source.key, F_OK) == 0 {
            guard rename(source.key, target.key) == 0 else { throw StoreError(systemError: errno, path: path) }
        } else {
            unlink(target.key)
        }
        guard rename(source.database, target.database) == 0 else { throw StoreError(systemError: errno, path: path) }
        try WholeFile.sync(target.folder, named: path)
        for left in [source.lock, source.reserve, source.writeAheadLog, source.sharedMemory] { unlink(left) }
        rmdir(source.bells)
        return kept
    }
}
