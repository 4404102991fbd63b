import Glibc
import HotlineStore

/// One bridge a source at a time: two would tell every visit twice, and each
/// would think the other's end a loss.
final class FeedTurn: Sendable {
    private let descriptor: Int32

    init(_ source: String, store: String) throws {
        let name = source.map { $0.isLetter || $0.isNumber ? $0 : "_" }
        let file = store + ".feed-" + String(name) + ".lock"
        descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw StoreError.unavailable(path: file, detail: String(cString: strerror(errno)))
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw FeedError.taken(source: source)
        }
    }

    deinit { close(descriptor) }
}
