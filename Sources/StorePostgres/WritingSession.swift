import CPostgres
import Dispatch
import HotlineStore
import Synchronization

/// The session that writes. It holds this program's number as a lock of its own:
/// whoever has lost the session has lost the number, and what it had not
/// committed with it, so no two living programs ever write under one.
final class WritingSession: Sendable {
    let node: Int64
    /// Of this program's threads, one writes at a time.
    let turn = DispatchSemaphore(value: 1)
    private let line: ServerLine
    /// Whether it works at the server itself.
    private let isOfHouse: Bool
    private let held: Mutex<Held>

    private struct Held {
        var session: PostgresSession?
        /// The server's processes of the session and of those that were to take its
        /// place, the last first: any of them may still have the number.
        var processes: [ServerProcess]
    }

    /// A process of the server's, and when it began: after a restart its number may be another's.
    private struct ServerProcess {
        let number: Int64
        let begun: String
    }

    /// How long one waits for the process of a session that is lost to end.
    private static let endMilliseconds = 5_000

    /// Takes the lowest number that is free.
    init(_ line: ServerLine, nodes: ClosedRange<Int64>, prepare: (PostgresSession) throws -> Void) throws {
        let session = try line.open()
        try prepare(session)
        isOfHouse = nodes == PostgresEngine.houseNodes
        let nodes = isOfHouse ? try WritingSession.term(session).nodes : nodes
        let found = try session.ask(
            "SELECT n FROM generate_series($1, $2) AS n WHERE pg_try_advisory_lock(\(Turn.space), n::int) LIMIT 1",
            [.integer(nodes.lowerBound), .integer(nodes.upperBound)]
        ) { $0.integer(0) }
        guard let found else { throw StoreError.nodeTaken(path: line.path) }
        self.line = line
        node = found
        held = Mutex(Held(session: session, processes: [try WritingSession.process(of: session)]))
    }

    /// Of the server's process: it hears nothing of what it rang itself.
    var processID: Int64 { held.withLock { $0.processes.first?.number ?? 0 } }

    /// For whoever has the turn. Opened anew where the line broke, with the same
    /// number, or not at all.
    func session() throws -> PostgresSession {
        let (known, processes) = held.withLock { ($0.session, $0.processes) }
        guard let known else { throw StoreError.unavailable(path: line.path, detail: "closed") }
        guard known.isLost else { return known }
        let session = try line.open()
        // Another server is in its place: whoever writes at it begins anew.
        if isOfHouse, try !WritingSession.term(session).nodes.contains(node) {
            throw StoreError.nodeTaken(path: line.path)
        }
        // Noted before it has the number: this line may break as well.
        let own = try WritingSession.process(of: session)
        held.withLock { $0.processes.insert(own, at: 0) }
        if try !takeNode(session) {
            // The server may not have noticed yet that a session has nobody at its other end.
            for process in processes {
                _ = try session.ask(
                    """
                    SELECT pg_terminate_backend(pid, \(WritingSession.endMilliseconds)) FROM pg_stat_activity
                    WHERE pid = $1 AND backend_start::text = $2
                    """, [.integer(process.number), .text(process.begun)]
                ) { _ in }
            }
            guard try takeNode(session) else { throw StoreError.nodeTaken(path: line.path) }
        }
        held.withLock { if $0.session != nil { $0 = Held(session: session, processes: [own]) } }
        return session
    }

    /// The server's, which begins here and now if it is one in another's place.
    private static func term(_ session: PostgresSession) throws -> HouseTerm {
        try session.reading { try HouseTerm.known($0, PostgresEngine.dialect) }
            ?? session.writing(.alone, after: Bell.ring) { try HouseTerm.begin($0, PostgresEngine.dialect) }
    }

    func close() { held.withLock { $0.session = nil } }

    private func takeNode(_ session: PostgresSession) throws -> Bool {
        try session.ask("SELECT pg_try_advisory_lock(\(Turn.space), $1::bigint::int)", [.integer(node)]) {
            $0.integer(0) == 1
        } ?? false
    }

    private static func process(of session: PostgresSession) throws -> ServerProcess {
        try session.ask(
            "SELECT pid::bigint, backend_start::text FROM pg_stat_activity WHERE pid = pg_backend_pid()"
        ) { ServerProcess(number: $0.integer(0), begun: $0.text(1)) } ?? ServerProcess(number: 0, begun: "")
    }
}
