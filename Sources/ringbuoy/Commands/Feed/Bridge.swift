import Glibc
import HotlineDomain
import HotlineStore
import HotlineSwitch
import Wording

/// The half of the bridge that hears the switch: a socket, a clock and a
/// session. It waits for nobody else: what it hears goes into the outbox.
struct Bridge {
    private var session: AMISession
    private var fold: FeedFold
    private let outbox: FeedOutbox
    private let host: String
    private let port: Int
    private var connection: SwitchConnection?
    private var marked: (mark: FeedMark, at: Span)?
    private var isFirst: Bool
    /// When each kind of trouble was last spoken of.
    private var spoken: [String: Span] = [:]

    /// The longest it sleeps: whether it is to end is asked that often.
    private static let idle = Span.seconds(1)
    /// A switch that says the same wrong thing with every call fills no log with it.
    private static let quiet = Span.minutes(1)

    /// `isFirst`: no bridge of this source was ever there, so none has missed anything.
    init(
        _ session: AMISession, _ fold: FeedFold, _ outbox: FeedOutbox, host: String, port: Int, isFirst: Bool
    ) {
        self.isFirst = isFirst
        self.session = session
        self.fold = fold
        self.outbox = outbox
        self.host = host
        self.port = port
    }

    /// Until it is ended in order, or the writer cannot go on.
    mutating func run() throws -> FeedCount {
        act(on: session.take(.start, at: .now))
        while !EndSignals.wereSent {
            hear()
            act(on: session.take(.tick, at: .now))
            hand()
            if let failure = outbox.failure { throw failure }
        }
        stop()
        return fold.count
    }

    private mutating func stop() {
        var rest: [SwitchEvent] = []
        for output in session.take(.stop, at: .now) {
            switch output {
            case .send(let bytes): _ = connection?.send(bytes)
            case .event(let event): rest.append(event)
            case .connect, .close: break
            }
        }
        connection = nil
        fold.stop(at: Clock.now, rest)
        marked = nil
        hand()
    }

    private mutating func hear() {
        let now = SwitchMoment.now
        let wait = min(
            Bridge.idle,
            session.wakeAt.map { Span(milliseconds: $0.milliseconds - now.steady.milliseconds) } ?? Bridge.idle)
        switch connection?.arrival(within: wait) {
        case .bytes(let bytes)?: act(on: session.take(.received(bytes), at: .now))
        case .closed?:
            connection = nil
            act(on: session.take(.closed, at: .now))
        case .nothing?: break
        case nil: usleep(UInt32(max(1, wait.milliseconds)) * 1000)
        }
    }

    private mutating func act(on outputs: [AMISession.Output]) {
        for output in outputs {
            switch output {
            case .connect:
                connection = SwitchConnection(host: host, port: port)
                act(on: session.take(connection == nil ? .connectFailed : .connected, at: .now))
            case .send(let bytes):
                if connection?.send(bytes) != true {
                    connection = nil
                    act(on: session.take(.closed, at: .now))
                }
            case .close: connection = nil
            case .event(let event):
                tell(event)
                fold.take(event)
            }
        }
    }

    private mutating func hand() {
        let talks = outbox.takeTalks()
        session.adopt(talks)
        fold.adopt(talks)
        let now = SwitchMoment.now.steady
        if let mark = session.mark, isDue(mark, now) {
            fold.keep(mark)
            marked = (mark, now)
        }
        let batch = fold.takeBatch()
        if !batch.gaps.isEmpty { outbox.learn(session.names) }
        outbox.put(batch)
    }

    /// At once for another start of the switch, else every few seconds while it is heard.
    private func isDue(_ mark: FeedMark, _ now: Span) -> Bool {
        guard let marked, marked.mark.bootAt == mark.bootAt, marked.mark.bootWords == mark.bootWords else {
            return true
        }
        return marked.mark != mark && now >= marked.at + FeedMark.interval
    }

    /// What an administrator reads in the log of the service: never a number, never a name.
    private mutating func tell(_ event: SwitchEvent) {
        switch event {
        case .linkUp: Output.note(say("cli.feed.link_up", ["host": host]))
        case .linkDown: Output.note(say("cli.feed.link_down", ["host": host]))
        case .trouble(let trouble, _):
            let now = SwitchMoment.now.steady
            guard spoken[trouble.code].map({ now >= $0 + Bridge.quiet }) ?? true else { return }
            spoken[trouble.code] = now
            Output.note(say("feed.trouble.\(trouble.code)", ["host": host]))
        case .gap:
            if !isFirst { Output.note(say("cli.feed.gap")) }
            isFirst = false
        default: break
        }
    }
}

extension AMISession {
    /// Goes on where the bridge before this one ended.
    mutating func resume(after memory: FeedMemory) {
        let boot = AsteriskBoot(started: memory.mark?.bootAt, startup: memory.mark?.bootWords)
        // Without a mark: a recording was fed before, and visits of it are open.
        let told = memory.open.map { $0.endedAt?.at ?? $0.offered.at }.max()
        guard let heard = memory.mark?.toldUntil ?? told else { return }
        resume(memory.over + memory.open, boot: boot, heard: heard)
    }

    /// Nil before the switch was heard for the first time.
    var mark: FeedMark? {
        guard lastHeard.milliseconds > 0 else { return nil }
        return FeedMark(heardAt: lastHeard, bootAt: boot.started, bootWords: boot.startup)
    }
}

extension SwitchMoment {
    /// By the wall clock, and by one that nobody sets.
    static var now: SwitchMoment {
        var steady = timespec()
        clock_gettime(CLOCK_MONOTONIC, &steady)
        return SwitchMoment(
            wall: Clock.now,
            steady: Span(milliseconds: Int64(steady.tv_sec) * 1000 + Int64(steady.tv_nsec) / 1_000_000))
    }
}
