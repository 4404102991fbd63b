import Glibc
import HotlineDomain

/// A connection to a switch: bytes both ways, and never a wait without an end.
final class SwitchConnection {
    enum Arrival {
        case bytes([UInt8])
        case closed
        /// Nothing in the time there was.
        case nothing
    }

    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// In seconds: a host that does not answer is not waited for any longer.
    private static let patience: Int32 = 10

    /// Nil where nobody answers; each address of the host is tried.
    init?(host: String, port: Int) {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &hints, &found) == 0 else { return nil }
        defer { freeaddrinfo(found) }
        var next = found
        while let address = next?.pointee {
            if let open = SwitchConnection.connect(address) {
                descriptor = open
                return
            }
            next = address.ai_next
        }
        return nil
    }

    deinit { close(descriptor) }

    private static func connect(_ address: addrinfo) -> Int32? {
        let kind = address.ai_socktype | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(address.ai_family, kind, address.ai_protocol)
        guard descriptor >= 0 else { return nil }
        if Glibc.connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 { return descriptor }
        var problem: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        if errno == EINPROGRESS, wait(descriptor, POLLOUT, milliseconds: patience * 1000),
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &problem, &size) == 0, problem == 0
        {
            return descriptor
        }
        close(descriptor)
        return nil
    }

    /// Waits for what comes, as long as that.
    func arrival(within span: Span) -> Arrival {
        let milliseconds = Int32(clamping: max(0, span.milliseconds))
        guard SwitchConnection.wait(descriptor, POLLIN, milliseconds: milliseconds) else { return .nothing }
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count > 0 { return .bytes(Array(buffer[..<count])) }
        if count < 0, errno == EAGAIN || errno == EINTR { return .nothing }
        return .closed
    }

    /// False where the other side takes nothing any more.
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(truncatingIfNeeded: Int(MSG_NOSIGNAL)))
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                guard SwitchConnection.wait(descriptor, POLLOUT, milliseconds: SwitchConnection.patience * 1000)
                else {
                    return false
                }
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    private static func wait(_ descriptor: Int32, _ what: Int32, milliseconds: Int32) -> Bool {
        var interest = pollfd(fd: descriptor, events: Int16(what), revents: 0)
        return poll(&interest, 1, milliseconds) > 0
    }
}
