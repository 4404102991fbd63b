import Glibc
import Synchronization

/// Tells the other programs beside a store of a commit, and hears of theirs: a
/// datagram to a socket in a private folder beside it, named for the listener's
/// node. It may be lost; who listens also asks for the mark now and then.
final class Bell: Sendable {
    private struct Sockets {
        var sender: Int32?
        var listener: Int32?
    }

    private let files: StoreFiles
    private let locks: LockFile
    private let node: Int64
    private let sockets = Mutex(Sockets())

    init(_ files: StoreFiles, _ locks: LockFile, node: Int64) {
        self.files = files
        self.locks = locks
        self.node = node
    }

    /// Begins to listen at the first call. nil where the system will not have it.
    func listen() -> Int32? {
        sockets.withLock { sockets in
            if sockets.listener == nil { sockets.listener = bound() }
            return sockets.listener
        }
    }

    /// Wakes every other listener.
    func ring() {
        guard let folder = opendir(files.bells) else { return }
        defer { closedir(folder) }
        guard
            let sender = sockets.withLock({ sockets in
                if sockets.sender == nil { sockets.sender = Bell.socket() }
                return sockets.sender
            })
        else { return }
        while let entry = readdir(folder) {
            guard let listener = Bell.node(of: entry), listener != node else { continue }
            let sent = Bell.withAddress(dirfd(folder), listener) { address, length in
                var one: UInt8 = 1
                return sendto(sender, &one, 1, Int32(MSG_NOSIGNAL), address, length)
            }
            // A full queue is a listener already woken; a refusal, one that died.
            if sent < 0, errno == ECONNREFUSED { takeAway(listener, dirfd(folder)) }
        }
    }

    func drain() {
        sockets.withLock { sockets in
            guard let listener = sockets.listener else { return }
            var byte: UInt8 = 0
            while recv(listener, &byte, 1, Int32(MSG_DONTWAIT)) >= 0 {}
        }
    }

    /// While the node number is still held: the socket's name goes with it.
    func close() {
        sockets.withLock { sockets in
            if let listener = sockets.listener {
                unlink(files.bells + "/" + String(node))
                Glibc.close(listener)
            }
            if let sender = sockets.sender { Glibc.close(sender) }
            sockets = Sockets()
        }
    }

    private func bound() -> Int32? {
        mkdir(files.bells, 0o700)
        let folder = open(files.bells, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return nil }
        defer { Glibc.close(folder) }
        // Left by a dead holder of our number.
        unlinkat(folder, String(node), 0)
        guard let listener = Bell.socket() else { return nil }
        guard Bell.withAddress(folder, node, { bind(listener, $0, $1) }) == 0 else {
            Glibc.close(listener)
            return nil
        }
        return listener
    }

    /// Only under its number's lock: else it might be the socket of somebody who
    /// took the number a moment ago.
    private func takeAway(_ listener: Int64, _ folder: Int32) {
        guard locks.take(.node(listener)) else { return }
        unlinkat(folder, String(listener), 0)
        locks.leave(.node(listener))
    }

    private static func socket() -> Int32? {
        let kind = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let made = Glibc.socket(AF_UNIX, kind, 0)
        return made >= 0 ? made : nil
    }

    private static func node(of entry: UnsafeMutablePointer<dirent>) -> Int64? {
        withUnsafeBytes(of: &entry.pointee.d_name) { Int64(String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)) }
    }

    /// A socket's address holds 107 bytes, a store's path may be longer: so by
    /// way of the folder's descriptor.
    private static func withAddress<T>(
        _ folder: Int32, _ node: Int64, _ body: (UnsafePointer<sockaddr>, socklen_t) -> T
    ) -> T {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: "/proc/self/fd/\(folder)/\(node)".utf8) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
