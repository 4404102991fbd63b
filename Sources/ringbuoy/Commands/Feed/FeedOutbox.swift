import Glibc
import HotlineDomain
import HotlineSwitch
import Synchronization

/// Between the thread that hears the switch and the one that writes: the first
/// never waits for the second, and what waits is bounded (`FeedBatch`).
final class FeedOutbox: Sendable {
    private struct State {
        var batch = FeedBatch()
        var isClosed = false
        var failure: (any Error)?
        var count = FeedCount()
        var talks: [VisitFacts] = []
        var names: SwitchNames?
    }

    private let state = Mutex(State())
    /// A pipe: a byte in it says that there is something to take.
    private let reading: Int32
    private let writing: Int32

    init() throws(OutputError) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw OutputError(detail: String(cString: strerror(errno))) }
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

    // MARK: For whoever hears the switch

    func put(_ batch: FeedBatch) {
        guard !batch.isEmpty else { return }
        state.withLock { $0.batch.add(batch) }
        wake()
    }

    /// Nothing more will come.
    func finish() {
        state.withLock { $0.isClosed = true }
        wake()
    }

    /// What keeps the writer from going on at all.
    var failure: (any Error)? { state.withLock { $0.failure } }
    /// What the writer has written, once it has ended.
    var count: FeedCount { state.withLock { $0.count } }

    /// As the switch has told them by now; a log knows people by their names alone.
    func learn(_ names: SwitchNames) { state.withLock { $0.names = names } }

    /// Calls with an operator that the switch's log knows of and nobody heard.
    func takeTalks() -> [VisitFacts] {
        state.withLock { state in
            defer { state.talks = [] }
            return state.talks
        }
    }

    // MARK: For the writer

    var names: SwitchNames? { state.withLock { $0.names } }

    func findTalks(_ talks: [VisitFacts]) { state.withLock { $0.talks += talks } }

    /// All there is; waits for something. Nil: nothing more will come.
    func take() -> FeedBatch? {
        while true {
            let (batch, isClosed) = state.withLock { state in
                defer { state.batch = FeedBatch() }
                return (state.batch, state.isClosed)
            }
            if !batch.isEmpty { return batch }
            if isClosed { return nil }
            wait(milliseconds: -1)
        }
    }

    /// It could not be written: it is told again, before what came since.
    func putBack(_ batch: FeedBatch) {
        state.withLock { state in
            var earlier = batch
            earlier.add(state.batch)
            state.batch = earlier
        }
    }

    func end(_ count: FeedCount, _ failure: (any Error)? = nil) {
        state.withLock {
            $0.count = count
            $0.failure = failure
        }
    }

    var isFinished: Bool { state.withLock { $0.isClosed } }

    /// What comes meanwhile waits.
    func pause(_ span: Span) {
        let end = SwitchMoment.now.steady + span
        while case let left = end.milliseconds - SwitchMoment.now.steady.milliseconds, left > 0 {
            wait(milliseconds: Int32(clamping: left))
        }
    }

    private func wake() {
        var one: UInt8 = 1
        // A pipe that is full says it already.
        _ = write(writing, &one, 1)
    }

    private func wait(milliseconds: Int32) {
        var interest = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
        _ = poll(&interest, 1, milliseconds)
        var bytes = [UInt8](repeating: 0, count: 256)
        while read(reading, &bytes, bytes.count) > 0 {}
    }
}
