import Glibc
import HotlineStore

/// The turn to make a store in one place: of several programs that would, one
/// makes it and the others wait.
final class MakingTurn {
    private let file: String
    private let descriptor: Int32
    private var hasEnded = false

    /// Waits for the turn, in a private file beside the store to be.
    init(at store: String) throws(StoreError) {
        file = store + ".making.lock"
        MakingTurn.makeFolders(above: file)
        while true {
            let opened = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard opened >= 0 else { throw MakingTurn.error(errno, store) }
            while flock(opened, LOCK_EX) != 0 {
                guard errno == EINTR else {
                    let refused = errno
                    close(opened)
                    throw MakingTurn.error(refused, store)
                }
            }
            // Whoever had the turn before took the file away: then this is a lock on nothing.
            if MakingTurn.isStill(file, opened) {
                descriptor = opened
                return
            }
            close(opened)
        }
    }

    /// The next one may make it.
    func end() {
        guard !hasEnded else { return }
        hasEnded = true
        unlink(file)
        close(descriptor)
    }

    deinit { end() }

    private static func isStill(_ file: String, _ descriptor: Int32) -> Bool {
        var named = stat()
        var held = stat()
        return lstat(file, &named) == 0 && fstat(descriptor, &held) == 0
            && named.st_ino == held.st_ino && named.st_dev == held.st_dev
    }

    /// For their owner only. One that cannot be made shows when the file is opened.
    private static func makeFolders(above file: String) {
        var made = ""
        for part in file.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            made += part + "/"
            mkdir(made, 0o700)
        }
    }

    private static func error(_ code: Int32, _ store: String) -> StoreError {
        switch code {
        case EACCES, EPERM, EROFS: .readOnly(path: store)
        case ENOSPC, EDQUOT: .diskFull(path: store)
        default: .unavailable(path: store, detail: String(cString: strerror(code)))
        }
    }
}
