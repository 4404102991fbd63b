import Glibc
import HotlineDomain

extension Store {
    /// An open store's copy is worth nothing with another one's key.
    public static func checkKey(besideBackup path: String, of backup: any Connection) throws {
        let key = try KeyFile(besideCopy: path).read()
        guard try meta("key_mark", backup) == hexadecimal(key.mark) else {
            throw StoreError.wrongKey(path: KeyFile.path(besideStore: path))
        }
    }

    /// A consistent copy of everything into a new file, while others write, and
    /// where it lies on the record: what is erased later is still in it. The
    /// key of an open store goes with it, into `path` + `.key`: without it the
    /// copy would be a book nobody can open. A sealed store's slots are in it.
    /// `clock` says when it is whole.
    public func backup(
        to path: String, by code: String = Stamp.systemCode, at now: Instant, clock: () -> Instant,
        progress: (Double) -> Void = { _ in }
    ) throws {
        try copy(to: path, progress)
        do {
            try perform([.access(.backUp(path: Store.whole(path), until: clock()))], by: code, at: now)
        } catch {
            // A copy that nobody knows of would keep what is erased, and nobody would be told.
            unlink(path)
            if access == .open { unlink(KeyFile(besideCopy: path).path) }
            throw error
        }
    }

    /// As it is found from anywhere.
    static func whole(_ path: String) -> String {
        let found = realpath(path, nil)
        defer { free(found) }
        return found.map { String(cString: $0) } ?? path
    }

    private func copy(to path: String, _ progress: (Double) -> Void) throws {
        guard access == .open, let key = vault({ $0.key }) else {
            return try engine.backup(to: path, progress: progress)
        }
        // Whoever overwrote a key would close the backup it belongs to.
        guard Glibc.access(path, F_OK) != 0 else { throw StoreError.exists(path: path) }
        let file = KeyFile(besideCopy: path)
        try file.write(key)
        do {
            try engine.backup(to: path, progress: progress)
        } catch {
            unlink(file.path)
            throw error
        }
    }
}
