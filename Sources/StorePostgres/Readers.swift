import HotlineStore
import Synchronization

/// Sessions that read. One is taken for as long as a snapshot is looked at, and
/// kept for the next who asks.
final class Readers: Sendable {
    private let line: ServerLine
    private let idle = Mutex<[PostgresSession]>([])

    /// A server has room for a hundred sessions of everybody, as it is installed.
    private static let keptMax = 2

    init(_ line: ServerLine) { self.line = line }

    func with<T>(_ body: (PostgresSession) throws -> T) throws -> T {
        let session = try take()
        defer { give(session) }
        return try body(session)
    }

    /// What was kept came from a server that is gone.
    func forget() { idle.withLock { $0 = [] } }

    private func take() throws -> PostgresSession {
        while let session = idle.withLock({ $0.popLast() }) {
            if !session.isLost { return session }
        }
        return try line.open()
    }

    private func give(_ session: PostgresSession) {
        guard !session.isLost else { return }
        idle.withLock { if $0.count < Readers.keptMax { $0.append(session) } }
    }
}
