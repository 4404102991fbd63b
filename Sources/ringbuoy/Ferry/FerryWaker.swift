import Glibc
import HotlineDomain
import HotlineStore

/// Where the ferry's thread sleeps until something happens, and how others wake it.
final class FerryWaker: Sendable {
    /// A pipe: a byte in it says that there is something to hear.
    private let reading: Int32
    private let writing: Int32

    init() throws(StoreError) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
            throw StoreError.unavailable(path: "", detail: String(cString: strerror(errno)))
        }
        (reading, writing) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(reading)
        close(writing)
    }

    /// May be called from any thread.
    func wake() {
        var one: UInt8 = 1
        // A pipe that is full says it already.
        _ = write(writing, &one, 1)
    }

    /// Until it is woken, one of these can be read, or the time is up; nil: for ever.
    func wait(_ span: Span?, or others: [Int32] = []) {
        var interests = ([reading] + others).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let milliseconds = span.map { Int32(clamping: max(0, $0.milliseconds)) } ?? -1
        _ = poll(&interests, nfds_t(interests.count), milliseconds)
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(reading, &bytes, bytes.count) > 0 {}
    }

    static func isReadable(_ descriptor: Int32) -> Bool {
        var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&interest, 1, 0) > 0
    }
}
