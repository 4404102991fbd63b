import CPostgres
import Dispatch
import Glibc
import HotlineStore
import Synchronization

/// Hears of others' commits over a session of its own and makes a descriptor
/// readable, always the same one. A word may be lost with the line: who listens
/// also asks for the mark now and then.
final class Bell: Sendable {
    /// Sent when a commit is over, never within it: a server lets one
    /// transaction at a time say something while it commits.
    static let ring = "NOTIFY \(channel)"
    private static let channel = "ringbuoy"
    /// How long after a lost line it is tried again.
    private static let pause = DispatchTimeInterval.seconds(3)

    private let line: ServerLine
    /// The server's process that rings for us.
    private let own: @Sendable () -> Int64
    private let queue = DispatchQueue(label: "bell of a server")
    private let state = Mutex(State())

    private struct State {
        var pipe: WakingPipe?
        var source: Watched?
        var isClosed = false
    }

    /// Unchecked: Dispatch lets a source be cancelled from any thread, and nothing else is done with it.
    private struct Watched: @unchecked Sendable {
        let source: any DispatchSourceRead
        func cancel() { source.cancel() }
    }

    init(_ line: ServerLine, deafTo own: @escaping @Sendable () -> Int64) {
        self.line = line
        self.own = own
    }

    /// Begins to listen at the first call. nil where the system will not have it.
    func listen() -> Int32? {
        let (known, made) = state.withLock { state -> (WakingPipe?, WakingPipe?) in
            if let known = state.pipe { return (known, nil) }
            let made = state.isClosed ? nil : WakingPipe()
            state.pipe = made
            return (made, made)
        }
        if made != nil { queue.sync { connect() } }
        return known?.out
    }

    func drain() { state.withLock { $0.pipe?.drain() } }

    func close() {
        let source = state.withLock { state in
            state.pipe?.close()
            defer { state = State(isClosed: true) }
            return state.source
        }
        source?.cancel()
    }

    // MARK: - On the queue

    private func connect() {
        guard !state.withLock({ $0.isClosed }) else { return }
        guard let session = try? line.open(), (try? session.listen(to: Bell.channel)) != nil else {
            return again()
        }
        let source = DispatchSource.makeReadSource(fileDescriptor: PQsocket(session.connection), queue: queue)
        source.setEventHandler { [weak self] in
            guard let self else { return }
            let isHeard = session.hears(deafTo: own())
            if isHeard { wake() }
            guard session.isLost else { return }
            source.cancel()
            // What was said meanwhile is not told again.
            wake()
            connect()
        }
        // The session must outlive the source that watches its socket.
        source.setCancelHandler { withExtendedLifetime(session) {} }
        let watched = Watched(source: source)
        let isKept = state.withLock { state in
            if state.isClosed { return false }
            state.source = watched
            return true
        }
        source.activate()
        if !isKept { source.cancel() }
    }

    private func again() {
        queue.asyncAfter(deadline: .now() + Bell.pause) { [weak self] in
            guard let self else { return }
            connect()
            wake()
        }
    }

    private func wake() { state.withLock { $0.pipe?.wake() } }
}

/// A byte in it means that somebody rang.
private struct WakingPipe {
    let out: Int32
    private let end: Int32

    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (out, end) = (ends[0], ends[1])
    }

    /// A full pipe is a listener already woken.
    func wake() {
        var byte: UInt8 = 1
        write(end, &byte, 1)
    }

    func drain() {
        var bytes: (UInt64, UInt64) = (0, 0)
        while read(out, &bytes, 16) > 0 {}
    }

    func close() {
        Glibc.close(out)
        Glibc.close(end)
    }
}

extension PostgresSession {
    fileprivate func listen(to channel: String) throws { try alone("LISTEN \(channel)") }

    /// Whether somebody else rang.
    fileprivate func hears(deafTo own: Int64) -> Bool {
        PQconsumeInput(connection)
        var isHeard = false
        while let said = PQnotifies(connection) {
            if Int64(said.pointee.be_pid) != own { isHeard = true }
            PQfreemem(said)
        }
        return isHeard
    }
}
