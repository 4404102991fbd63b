import Glibc

/// Whether there is room to write.
enum Room {
    /// A disk, a quota or a file at its limit: to who must make room, the same.
    static func isShort(_ systemError: Int32) -> Bool {
        systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG
    }

    /// SQLite does not say that the disk is full when it cannot make the files a
    /// journal needs (32 KiB at least): only that it could not.
    static func isGone(beside path: String) -> Bool { (free(beside: path) ?? .max) < 1 << 16 }

    /// Bytes an ordinary process may still write in the folder of `path`.
    static func free(beside path: String) -> UInt64? {
        var about = statvfs()
        guard statvfs(StoreFiles.folder(of: path), &about) == 0 else { return nil }
        return UInt64(about.f_bavail) * UInt64(about.f_frsize)
    }
}
