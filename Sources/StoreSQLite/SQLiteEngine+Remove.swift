import Glibc
import HotlineStore

extension SQLiteEngine {
    /// Takes a store away that was never whole, with what lies beside it. Nobody may have it open.
    public static func remove(_ path: String) throws {
        let files = StoreFiles(path)
        let locks = try LockFile(files)
        guard locks.take(.opening, within: busySeconds) else { throw StoreError.busy }
        guard locks.take(.presence) else { throw StoreError.inUse(path: path) }
        for left in [files.database, files.writeAheadLog, files.sharedMemory, files.key, files.reserve] {
            unlink(left)
        }
        rmdir(files.bells)
        locks.remove()
    }
}
