import Glibc
import HotlineStore

/// One ferry a desk at a time: a lock on a file beside its store. Two would
/// carry everything twice.
final class FerryTurn: Sendable {
    private let descriptor: Int32

    /// Nil where another program of this desk has it. A store with no place
    /// beside it is nobody else's.
    init?(beside store: String?) throws(StoreError) {
        guard let store else {
            descriptor = -1
            return
        }
        let file = store + ".ferry.lock"
        descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.unavailable(path: file, detail: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    /// Whether a ferry is going, of whichever program.
    static func isTaken(beside store: String?) -> Bool {
        guard let store else { return false }
        let descriptor = open(store + ".ferry.lock", O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    deinit { if descriptor >= 0 { close(descriptor) } }
}
