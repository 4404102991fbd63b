import Glibc

/// Whether there is room to write.
enum Room {
    /// What SQLite's journal needs at once to be made.
    private static let needed: off_t = 1 << 16

    /// A disk, a quota or a file at its limit: to who must make room, the same.
    static func isShort(_ systemError: Int32) -> Bool {
        systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG
    }

    /// Whether the store's files cannot grow. SQLite tells a full disk from a
    /// broken one only sometimes (not over a quota, nor when it makes its journal's
    /// files, nor at a commit), so we try, as far out as those files reach.
    static func isGone(for files: StoreFiles) -> Bool {
        let trial = files.database + ".trial"
        let descriptor = open(trial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return isShort(errno) }
        defer { close(descriptor) }
        unlink(trial)
        let reach = max(size(files.database), size(files.writeAheadLog))
        return isShort(posix_fallocate(descriptor, reach, needed))
    }

    /// Bytes an ordinary process may still write in a folder.
    static func free(in folder: String) -> UInt64? {
        var about = statvfs()
        guard statvfs(folder, &about) == 0 else { return nil }
        return UInt64(about.f_bavail) * UInt64(about.f_frsize)
    }

    private static func size(_ path: String) -> off_t {
        var about = stat()
        return stat(path, &about) == 0 ? about.st_size : 0
    }
}
