import Glibc
import HotlineStore

/// A file that only its owner may read, there whole or not at all, and never in
/// the place of another one.
struct PrivateFile {
    let path: String

    /// Before anything is done for it.
    func refuseWhatIsThere() throws {
        var status = stat()
        guard lstat(path, &status) != 0 else { throw StoreError.taken(path: path) }
    }

    func write(_ bytes: [UInt8]) throws {
        let making = "\(path).making-\(getpid())"
        let descriptor = open(making, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw unavailable() }
        defer { unlink(making) }
        var rest = bytes[...]
        var failed: Int32 = 0
        while !rest.isEmpty, failed == 0 {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failed = errno }
        }
        if failed == 0, fsync(descriptor) != 0 { failed = errno }
        close(descriptor)
        guard failed == 0 else {
            errno = failed
            throw unavailable()
        }
        // A link refuses what came in between; where a disk knows no links (a stick), we look.
        guard link(making, path) != 0 else { return }
        guard errno != EEXIST else { throw StoreError.taken(path: path) }
        try refuseWhatIsThere()
        guard rename(making, path) == 0 else { throw unavailable() }
    }

    private func unavailable() -> StoreError {
        errno == ENOSPC
            ? .diskFull(path: path) : .unavailable(path: path, detail: String(cString: strerror(errno)))
    }
}
