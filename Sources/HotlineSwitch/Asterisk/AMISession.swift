import HotlineDomain

/// One connection after another to Asterisk's manager interface, as a value:
/// what happened goes in, what is to be done comes out. It knows no socket and
/// no clock; whoever owns those sends bytes as they arrive and calls it again
/// at `wakeAt`.
public struct AMISession: Sendable {
    public enum Input: Sendable {
        /// Begin, or try again at once.
        case start
        case connected
        case connectFailed
        case received([UInt8])
        case closed
        /// Time passed.
        case tick
    }

    public enum Output: Hashable, Sendable {
        case connect
        case send([UInt8])
        case close
        case event(SwitchEvent)
    }

    /// Times the session keeps, by the steady clock.
    public enum Wait {
        public static let banner = Span.seconds(5)
        public static let login = Span.seconds(10)
        public static let ping = Span.seconds(10)
        /// So many pings without anything heard, and the connection is dead.
        public static let pingsMax = 2
        /// Who waits is asked again this often: a switch may stop telling and still answer.
        public static let resync = Span.seconds(60)
        public static let retryFirst = Span.seconds(1)
        public static let retryMax = Span.seconds(60)
        /// Wrong secrets do not get better by trying; some switches lock those out who do.
        public static let retryRefused = Span.seconds(30)
    }

    enum State: Hashable, Sendable {
        case idle
        case pausing(until: Span)
        case connecting
        case greeting(until: Span)
        case loggingIn(LoginStep, until: Span)
        case live
    }

    enum LoginStep: Hashable, Sendable {
        case challenge
        case login
    }

    let account: AMIAccount
    var state = State.idle
    var feed: AsteriskFeed
    var framing = AMIFraming()
    var actions = 0
    /// The id of the action whose answer is waited for.
    var pending = ""
    var coreStatus = ""
    var retry = Wait.retryFirst
    var liveSince = Span(milliseconds: 0)
    var heard = Instant(milliseconds: 0)
    var pingAt = Span(milliseconds: 0)
    var resyncAt = Span(milliseconds: 0)
    /// Pings since anything was heard.
    var unheardPings = 0
    var out: [Output] = []

    public init(account: AMIAccount, names: SwitchNames = SwitchNames()) {
        self.account = account
        feed = AsteriskFeed(names: names)
    }

    /// Goes on where a bridge that ended had stopped; before `start`.
    public mutating func resume(_ visits: [VisitFacts], boot: AsteriskBoot, heard: Instant) {
        feed.resume(visits, boot: boot, heard: heard)
        self.heard = heard
    }

    /// Which start of the switch was last spoken to, and when it was last heard: to be kept.
    public var boot: AsteriskBoot { feed.boot }
    public var lastHeard: Instant { heard }

    public var isLive: Bool { state == .live }
    /// How many visits are open: what memory is spent on.
    public var openVisits: Int { feed.openVisits }

    /// When to call again with `tick`, if nothing happens before.
    public var wakeAt: Span? {
        let own: Span? =
            switch state {
            case .idle, .connecting: nil
            case .pausing(let until), .greeting(let until), .loggingIn(_, let until): until
            case .live: min(pingAt, resyncAt)
            }
        return [own, feed.wakeAt].compactMap { $0 }.min()
    }

    public mutating func take(_ input: Input, at moment: SwitchMoment) -> [Output] {
        switch input {
        case .start: start()
        case .connected: connected(moment)
        case .connectFailed: fail(.unreachable, moment, wasOpen: false)
        case .received(let bytes): receive(bytes, moment)
        case .closed: fail(.connectionLost, moment, wasOpen: false)
        case .tick: tick(moment)
        }
        defer { out.removeAll(keepingCapacity: true) }
        return out
    }

    private mutating func start() {
        switch state {
        case .idle, .pausing:
            state = .connecting
            out.append(.connect)
        case .connecting, .greeting, .loggingIn, .live: break
        }
    }

    private mutating func connected(_ moment: SwitchMoment) {
        guard state == .connecting else { return }
        framing = AMIFraming()
        state = .greeting(until: moment.steady + Wait.banner)
    }

    private mutating func tick(_ moment: SwitchMoment) {
        switch state {
        case .pausing(let until) where until <= moment.steady: start()
        case .greeting(let until) where until <= moment.steady:
            // Some never greet and can be spoken to all the same.
            tell(.noBanner, moment)
            logIn(moment)
        case .loggingIn(_, let until) where until <= moment.steady: fail(.silent, moment, wasOpen: true)
        case .live: keepAlive(moment)
        case .idle, .pausing, .connecting, .greeting, .loggingIn: break
        }
        pass(feed.tick(moment))
    }

    private mutating func keepAlive(_ moment: SwitchMoment) {
        if pingAt <= moment.steady {
            guard unheardPings < Wait.pingsMax else { return fail(.silent, moment, wasOpen: true) }
            unheardPings += 1
            pingAt = moment.steady + Wait.ping
            send("Ping")
        }
        if resyncAt <= moment.steady {
            resyncAt = moment.steady + Wait.resync
            send("QueueStatus")
        }
        if moment.steady.milliseconds - liveSince.milliseconds >= Wait.ping.milliseconds { retry = Wait.retryFirst }
    }

    /// Ends the connection, whatever its state, and waits before the next one.
    mutating func fail(_ trouble: SwitchTrouble, _ moment: SwitchMoment, wasOpen: Bool) {
        switch state {
        case .idle, .pausing: return
        case .connecting, .greeting, .loggingIn, .live: break
        }
        if wasOpen { out.append(.close) }
        tell(trouble, moment)
        pass(feed.linkDown(at: moment, heard: heard))
        let wait = trouble == .loginRefused ? max(retry, Wait.retryRefused) : retry
        state = .pausing(until: moment.steady + wait)
        retry = min(Span(milliseconds: retry.milliseconds * 2), Wait.retryMax)
    }

    mutating func tell(_ trouble: SwitchTrouble, _ moment: SwitchMoment) {
        out.append(.event(.trouble(trouble, at: moment.wall)))
    }

    mutating func pass(_ events: [SwitchEvent]) { out += events.map { .event($0) } }
}
