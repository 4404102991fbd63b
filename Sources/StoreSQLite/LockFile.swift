import Dispatch
import Foundation
import Glibc
import HotlineStore
import Synchronization

/// The locks of everyone who has the store open: byte ranges of one empty file
/// beside it. They belong to the open file, not to the process, so that two
/// engines in one process exclude each other too; and they vanish with it,
/// however it ends. The store's own file is never opened here: closing it would
/// drop SQLite's locks.
final class LockFile: Sendable {
    /// What a range of bytes stands for.
    enum Place: Hashable, Sendable {
        /// Making, opening and replacing the store: one at a time.
        case opening
        /// A node number, 1 ... 4095.
        case node(Int64)
        /// Shared by all who have the store open, alone for who replaces it.
        case presence
        /// Where writers queue, so that none is overtaken for long.
        case turnstile

        fileprivate var offset: off_t {
            switch self {
            case .opening: 0
            case .node(let number): off_t(number)
            case .presence: 4096
            case .turnstile: 4097
            }
        }
    }

    // Linux's F_OFD_SETLK and F_OFD_SETLKW, which Swift's import of the C
    // library leaves out.
    private static let set: Int32 = 37
    private static let setAndWait: Int32 = 38

    private let descriptor: Int32
    private let path: String

    init(_ files: StoreFiles) throws(StoreError) {
        path = files.lock
        descriptor = open(files.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(systemError: errno, path: files.named) }
    }

    deinit { Glibc.close(descriptor) }

    /// Takes the file itself away. For who holds `opening` and `presence` alone:
    /// whoever waits for them finds that the file is gone, and gives up.
    func remove() { unlink(path) }

    /// Somebody may have taken the file away while this one waited for it.
    private var isStillThere: Bool {
        var (own, there) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && stat(path, &there) == 0 && own.st_ino == there.st_ino
    }

    /// Gives up everything that is held.
    func close() { _ = apply(LockFile.set, Int32(F_UNLCK), offset: 0, length: 0) }

    /// False where somebody else holds it.
    func take(_ place: Place, shared: Bool = false) -> Bool {
        apply(LockFile.set, Int32(shared ? F_RDLCK : F_WRLCK), place)
    }

    func leave(_ place: Place) { _ = apply(LockFile.set, Int32(F_UNLCK), place) }

    /// Queues for `place`. False where it was not free within `seconds`.
    func take(_ place: Place, shared: Bool = false, within seconds: Double) -> Bool {
        if take(place, shared: shared) { return place != .opening || isStillThere }
        // The kernel queues without a time limit only. A thread waits there; who
        // gives up leaves it behind to pass the lock on when it comes.
        let wait = Wait()
        Thread.detachNewThread { [self] in
            while !apply(LockFile.setAndWait, Int32(shared ? F_RDLCK : F_WRLCK), place), errno == EINTR {}
            if !wait.arrived() { leave(place) }
        }
        return wait.outcome(within: seconds) && (place != .opening || isStillThere)
    }

    /// The lowest of these numbers nobody alive holds; nil where all are taken.
    func takeNode(from nodes: ClosedRange<Int64>) -> Int64? {
        nodes.first { take(.node($0)) }
    }

    private func apply(_ command: Int32, _ kind: Int32, _ place: Place) -> Bool {
        apply(command, kind, offset: place.offset, length: 1)
    }

    /// A length of 0 reaches to the end.
    private func apply(_ command: Int32, _ kind: Int32, offset: off_t, length: off_t) -> Bool {
        var range = flock()
        range.l_type = Int16(kind)
        range.l_whence = Int16(SEEK_SET)
        range.l_start = offset
        range.l_len = length
        return fcntl(descriptor, command, &range) == 0
    }

    /// Two threads agreeing whether the lock came in time.
    private final class Wait: Sendable {
        private let state = Mutex<Bool?>(nil)
        private let bell = DispatchSemaphore(value: 0)

        /// The lock is there. False where nobody waits for it any more.
        func arrived() -> Bool {
            let wanted = state.withLock { state in
                if state == nil { state = true }
                return state == true
            }
            bell.signal()
            return wanted
        }

        func outcome(within seconds: Double) -> Bool {
            _ = bell.wait(timeout: .now() + seconds)
            return state.withLock { state in
                if state == nil { state = false }
                return state == true
            }
        }
    }
}

extension StoreError {
    /// What the system said about a file beside the store.
    init(systemError: Int32, path: String) {
        self =
            switch systemError {
            case ENOENT: .missing(path: path)
            case EROFS, EACCES, EPERM: .readOnly(path: path)
            case _ where Room.isShort(systemError): .diskFull(path: path)
            default: .unavailable(path: path, detail: String(cString: strerror(systemError)))
            }
    }
}
