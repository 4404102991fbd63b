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
        try MakingTurn.makeFolders(above: store)
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

    /// For their owner only.
    private static func makeFolders(above store: String) throws(StoreError) {
        var folder = ""
        for part in store.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += part + "/"
            guard mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
            let refused = errno
            guard access(folder, F_OK) == 0 else { throw error(refused, store, in: folder) }
        }
    }

    private static func error(_ code: Int32, _ store: String, in folder: String? = nil) -> StoreError {
        if code == ENOSPC || code == EDQUOT { return .diskFull(path: store) }
        let above = store.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        var place = folder ?? above
        while place.count > 1, place.hasSuffix("/") { place.removeLast() }
        return .notMade(path: store, folder: place.isEmpty ? "." : place, detail: String(cString: strerror(code)))
    }
}
