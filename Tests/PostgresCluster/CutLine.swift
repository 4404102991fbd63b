import Foundation
import Synchronization

/// A line to a server that can be cut: a small proxy between a port of this
/// machine and the server's socket, which lets so many bytes through and then
/// hangs up, in whichever direction they go.
public final class CutLine: Sendable {
    public let port: UInt16
    private let listener: Int32
    private let server: String
    private let state = Mutex(State())

    private struct State {
        /// Nil: whole.
        var bytesLeft: Int?
        var isClosed = false
        var sockets: Set<Int32> = []
        var cuts = 0
    }

    /// `socket`: the folder in which the server has its own.
    public init(to folder: String) throws {
        server = folder + "/.s.PGSQL.5432"
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let found = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                bind(listener, plain, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, plain, &length) == 0
            }
        }
        guard found else { throw PostgresCluster.Trouble("no port") }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in accept() }
    }

    deinit { close() }

    public func url(_ database: String) -> String {
        "postgres://postgres@127.0.0.1:\(port)/\(database)?sslmode=disable"
    }

    /// After so many more bytes, of all lines there are, they are cut; nil mends it for good.
    public func cut(after bytes: Int?) { state.withLock { $0.bytesLeft = bytes } }

    /// How often it was.
    public var cuts: Int { state.withLock { $0.cuts } }

    public func close() {
        let sockets = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed ? nil : state.sockets
        }
        guard let sockets else { return }
        for socket in sockets { shutdown(socket, Int32(SHUT_RDWR)) }
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { break }
            guard let server = connected() else {
                Glibc.close(client)
                continue
            }
            let isKnown = state.withLock { state in
                guard !state.isClosed else { return false }
                state.sockets.formUnion([client, server])
                return true
            }
            guard isKnown else { return hangUp(client, server) }
            let open = Open(client, server)
            for (from, to) in [(client, server), (server, client)] {
                Thread.detachNewThread { [self] in carry(from, to, open) }
            }
        }
        Glibc.close(listener)
    }

    /// Two descriptors, closed once nobody uses either.
    private final class Open: Sendable {
        private let sockets: [Int32]
        init(_ sockets: Int32...) { self.sockets = sockets }
        deinit { for socket in sockets { Glibc.close(socket) } }
    }

    private func connected() -> Int32? {
        let made = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: server.utf8) }
        let isThere = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(made, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        if isThere { return made }
        Glibc.close(made)
        return nil
    }

    private func carry(_ from: Int32, _ to: Int32, _ open: Open) {
        var bytes = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(from, &bytes, bytes.count, 0)
            guard count > 0 else { break }
            let allowed = allowance(count)
            var sent = 0
            while sent < allowed {
                let written = bytes[sent..<allowed].withUnsafeBytes {
                    send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard written > 0 else { break }
                sent += written
            }
            if sent < count { break }
        }
        hangUp(from, to)
        state.withLock { $0.sockets.subtract([from, to]) }
        withExtendedLifetime(open) {}
    }

    private func allowance(_ count: Int) -> Int {
        state.withLock { state in
            guard let left = state.bytesLeft else { return count }
            let allowed = min(left, count)
            state.bytesLeft = left - allowed
            if allowed < count, state.bytesLeft == 0 { state.cuts += 1 }
            return allowed
        }
    }

    private func hangUp(_ sockets: Int32...) {
        for socket in sockets { shutdown(socket, Int32(SHUT_RDWR)) }
    }
}
