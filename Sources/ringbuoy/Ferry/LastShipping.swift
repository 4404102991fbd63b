import HotlineDomain
import HotlineStore
import Synchronization

/// What a verb wrote at a desk is shipped before the verb ends, where that takes
/// no time worth speaking of. Where it does not work nothing is said: it is in
/// the desk's journal, and the next ferry takes it.
enum LastShipping {
    private struct Watched {
        let desk: Store
        /// What this program had written when it opened the store.
        let before: Heads
    }

    private static let watched = Mutex<Watched?>(nil)
    /// What was done at the server by this program, and is to be brought.
    private static let server = Mutex<ServerDesk?>(nil)

    /// Nobody at a keyboard waits longer for a server that is not there.
    private static let patience = Span.seconds(1)
    /// For it to write down what became of it; one that hangs on a line is left behind.
    private static let homecoming = Span(milliseconds: 300)
    /// Who knows that it was away so lately does not wait at all.
    private static let trust = Span.seconds(30)

    /// To be shipped from at the end; the last one that was opened.
    static func watch(_ desk: Store) {
        guard desk.desk != nil, let before = try? desk.heads(of: [desk.engine.node]) else { return }
        watched.withLock { $0 = Watched(desk: desk, before: before) }
    }

    /// Something here has a ferry of its own.
    static func leave() { watched.withLock { $0 = nil } }

    /// This one carries, to the end of the program.
    static func keep(_ own: ServerDesk) {
        leave()
        server.withLock { $0 = own }
    }

    static func ship() {
        if let own = server.withLock({ $0.take() }) {
            own.bring(within: patience)
            own.end()
        }
        guard let watched = watched.withLock({ $0.take() }), hasWritten(watched), !isKnownToBeAway(watched.desk)
        else { return }
        carry(watched.desk)
    }

    /// Once there and back, where that takes no time worth speaking of: a desk that
    /// has just joined knows then how it stands with the server.
    static func carry(_ desk: Store) {
        // The program that has the ferry hears of it by the bell.
        guard !FerryTurn.isTaken(beside: desk.engine.beside), let way = try? ServerWay(of: desk),
            let run = try? FerryRun(desk, server: { try way.open() })
        else { return }
        run.begin()
        run.wait(within: patience) { ($0.isConnected && $0.waiting == 0) || $0.away != nil || !$0.refused.isEmpty }
        run.end(within: homecoming)
    }

    private static func hasWritten(_ watched: Watched) -> Bool {
        let now = try? watched.desk.heads(of: [watched.desk.engine.node])
        return now.map { $0 != watched.before } ?? false
    }

    private static func isKnownToBeAway(_ desk: Store) -> Bool {
        guard let note = desk.ferryNote, note.away != nil else { return false }
        return (Span.zero..<trust).contains(Clock.now - note.at)
    }
}
