import Dispatch
import Glibc
import HotlineDomain
import HotlineStore
import HotlineSwitch
import Synchronization

/// A desk's ferry under way, on a thread of its own: whoever works at the desk
/// never waits for a server. Of all programs of a desk one has it; the others
/// wait for their turn, and take it over when that one ends.
final class FerryRun: Sendable {
    private struct State {
        var note: FerryNote
        /// The desk's journal has grown.
        var isNews = true
        /// Somebody knows that there is something at the server.
        var isRung = false
        var isEnding = false
        var turn = Turn.unknown
        var isOut = false
        /// Who ended the desk; what others wrote may tell so.
        var retired: Stamp?
        /// Those who wait for something else to be said.
        var waiters = 0
    }

    /// Which of the programs of a desk has its ferry.
    private enum Turn { case unknown, mine, others }

    /// Who hears of commits at the desk.
    enum Ear {
        /// This ferry, by the desk's own bell.
        case bell
        /// Somebody else, who calls `wake`.
        case others
    }

    private let desk: Store
    private let open: @Sendable () throws -> Store
    private let ear: Ear
    private let waits: FerryWaits
    private let seed: UInt64
    private let told: @Sendable () -> Void
    private let state: Mutex<State>
    private let waker: FerryWaker
    /// Signalled with every note, for whoever waits for one.
    private let news = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// So often a program without the turn asks for it.
    static let turnPause = Span.seconds(5)

    /// - Parameters:
    ///   - server: reaches the server; called on the ferry's thread.
    ///   - told: something came from the server, or there is something else to be said. Called on the ferry's thread.
    init(
        _ desk: Store, server: @escaping @Sendable () throws -> Store, ear: Ear = .bell,
        waits: FerryWaits = FerryWaits(), seed: UInt64 = .random(in: .min ... .max),
        told: @escaping @Sendable () -> Void = {}
    ) throws {
        self.desk = desk
        self.open = server
        self.ear = ear
        self.waits = waits
        self.seed = seed
        self.told = told
        waker = try FerryWaker()
        state = Mutex(State(note: FerryNote(at: Clock.now)))
    }

    /// Ferries of this program that are on their way.
    private static let out = Atomic(0)

    /// A thread is still at work for a server.
    static var isAnyOut: Bool { out.load(ordering: .acquiring) > 0 }

    func begin() {
        state.withLock { $0.isOut = true }
        FerryRun.out.add(1, ordering: .acquiringAndReleasing)
        DispatchQueue(label: "ferry").async { [self] in
            while !isEnding {
                if let turn = try? FerryTurn(beside: desk.engine.beside) {
                    withExtendedLifetime(turn) { run() }
                } else {
                    state.withLock { $0.turn = .others }
                    news.signal()
                    waker.wait(FerryRun.turnPause)
                }
            }
            state.withLock { $0.isOut = false }
            FerryRun.out.subtract(1, ordering: .acquiringAndReleasing)
            ended.signal()
        }
    }

    /// What there is to be said of it now, whichever program of the desk has it.
    var note: FerryNote {
        let (own, turn) = state.withLock { ($0.note, $0.turn) }
        return turn == .others ? desk.ferryNote ?? own : own
    }

    /// This program has the ferry, no other one of the desk.
    var hasTurn: Bool { state.withLock { $0.turn == .mine } }

    /// The desk's journal has grown.
    func wake() {
        state.withLock { $0.isNews = true }
        waker.wake()
    }

    /// There is something new at the server.
    func look() {
        state.withLock { $0.isRung = true }
        waker.wake()
    }

    /// Lets it come home, no longer than that: who waits for a server that does not answer is left behind.
    func end(within span: Span = .zero) {
        let isOut = state.withLock { state in
            state.isEnding = true
            return state.isOut
        }
        waker.wake()
        if isOut { _ = ended.wait(timeout: .now() + .milliseconds(Int(span.milliseconds))) }
    }

    /// Waits until this holds of what there is to be said, no longer than that.
    @discardableResult
    func wait(within span: Span, until holds: (FerryNote) -> Bool) -> Bool {
        let limit = DispatchTime.now() + .milliseconds(Int(span.milliseconds))
        state.withLock { $0.waiters += 1 }
        defer { state.withLock { $0.waiters -= 1 } }
        // What was said before anybody knew who says it is of another day.
        func isSo() -> Bool { state.withLock { $0.turn != .unknown } && holds(note) }
        while !isSo() {
            guard DispatchTime.now() < limit else { return false }
            // Another program's ferry signals nobody here.
            _ = news.wait(timeout: min(limit, .now() + .milliseconds(100)))
        }
        return true
    }

    private var isEnding: Bool { state.withLock { $0.isEnding } }
}

// On the ferry's thread.
extension FerryRun {
    private func run() {
        state.withLock { $0.turn = .mine }
        defer { state.withLock { $0.turn = .unknown } }
        var carrier = FerryCarrier(desk, server: open)
        // A desk that cannot read its own journal has nothing to carry, for now.
        guard let here = try? desk.heads(), let before = try? desk.ferryNote ?? desk.noteBeforeAsking(at: Clock.now)
        else { return waker.wait(FerryRun.turnPause) }
        var ferry = Ferry(
            here: here, there: before.there, isUnasked: before.isUnasked, awayBefore: before.away?.since, seed: seed,
            waits: waits)
        var evenAt = before.evenAt
        lookForRetirement()
        // What the one before said counts no more.
        desk.keep(note(of: ferry, evenAt))
        while !isEnding {
            var inputs = heard(carrier)
            while !inputs.isEmpty, !isEnding {
                for effect in ferry.take(inputs.removeFirst(), at: .now) {
                    // The bell of the desk may be lost too.
                    if effect == .compare { state.withLock { $0.isNews = true } }
                    if let input = carrier.carryOut(effect) { inputs.append(input) }
                    if case .fetched = inputs.last {
                        lookForRetirement()
                        told()
                    }
                    inputs += news(of: desk)
                }
                evenAt = publish(ferry, evenAt)
            }
            rest(ferry, carrier)
        }
        _ = ferry.take(.stop, at: .now).map { carrier.carryOut($0) }
        publish(ferry, evenAt)
    }

    /// What happened since one looked last.
    private func heard(_ carrier: FerryCarrier) -> [Ferry.Input] {
        var inputs: [Ferry.Input] = []
        let isRung = state.withLock { state in
            defer { state.isRung = false }
            return state.isRung
        }
        if carrier.takeBell() || isRung { inputs.append(.bell) }
        if ear == .bell, let bell = desk.engine.bell, FerryWaker.isReadable(bell) {
            desk.engine.drainBell()
            state.withLock { $0.isNews = true }
        }
        return inputs + news(of: desk) + [.tick]
    }

    private func news(of desk: Store) -> [Ferry.Input] {
        guard
            state.withLock({ state in
                defer { state.isNews = false }
                return state.isNews
            })
        else { return [] }
        do {
            return [.written(try desk.heads())]
        } catch let error as StoreError {
            return [.failed(error)]
        } catch {
            return [.failed(.failed(detail: "\(type(of: error))"))]
        }
    }

    private func rest(_ ferry: Ferry, _ carrier: FerryCarrier) {
        let own = ear == .bell ? desk.engine.bell : nil
        let wait = ferry.wakeAt.map { Span(milliseconds: $0.milliseconds - FerryMoment.now.steady.milliseconds) }
        waker.wait(wait, or: [own, carrier.bell].compactMap { $0 })
    }

    private func note(of ferry: Ferry, _ evenAt: Instant?) -> FerryNote {
        var note = ferry.note(at: .now, evenAt: evenAt)
        note.retired = state.withLock { $0.retired }
        return note
    }

    private func lookForRetirement() {
        guard let retired = try? desk.retirement() else { return }
        state.withLock { $0.retired = retired }
    }

    /// Gives when all was known to be carried last.
    @discardableResult
    private func publish(_ ferry: Ferry, _ evenAt: Instant?) -> Instant? {
        let note = note(of: ferry, evenAt)
        let (before, isWaitedFor) = state.withLock { state in
            defer { state.note = note }
            return (state.note, state.waiters > 0)
        }
        if !note.isKept(as: before) { desk.keep(note) }
        if !note.says(the: before) { told() }
        if isWaitedFor { news.signal() }
        return note.evenAt
    }
}

extension FerryMoment {
    static var now: FerryMoment {
        let now = SwitchMoment.now
        return FerryMoment(wall: now.wall, steady: now.steady)
    }
}
