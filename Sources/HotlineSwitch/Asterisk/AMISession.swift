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
        /// The session is over for good.
        case stop
    }

    public enum Output: Hashable, Sendable {
        case connect
        case send([UInt8])
        case close
        case event(SwitchEvent)
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
    let waits: AMIWaits
    var state = State.idle
    var feed: AsteriskFeed
    var framing = AMIFraming()
    var actions = 0
    /// The id of the action whose answer is waited for.
    var pending = ""
    var coreStatus = ""
    var retry: Span
    var liveSince = Span(milliseconds: 0)
    var heard = Instant(milliseconds: 0)
    /// When the switch last told of something unasked.
    var told = Instant(milliseconds: 0)
    var pingAt = Span(milliseconds: 0)
    var resyncAt = Span(milliseconds: 0)
    /// Pings since anything was heard.
    var unheardPings = 0
    var out: [Output] = []

    public init(account: AMIAccount, names: SwitchNames = SwitchNames(), waits: AMIWaits = AMIWaits()) {
        self.account = account
        self.waits = waits
        retry = waits.retryFirst
        feed = AsteriskFeed(names: names)
    }

    /// Goes on where a bridge that ended had stopped; before `start`. `visits`:
    /// those that were open, and the last of those that were over.
    public mutating func resume(_ visits: [VisitFacts], boot: AsteriskBoot, heard: Instant) {
        feed.resume(visits, boot: boot, heard: heard)
        self.heard = heard
    }

    /// The names it was given, and those it has heard since of operators it knows by their device.
    public var names: SwitchNames {
        var names = feed.names
        names.operators.merge(feed.learned) { given, _ in given }
        return names
    }

    /// Visits that the switch's own log knows to be with an operator.
    public mutating func adopt(_ visits: [VisitFacts]) { feed.adopt(visits) }

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
        case .stop: stop(moment)
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

    private mutating func stop(_ moment: SwitchMoment) {
        if state == .live { send("Logoff") }
        switch state {
        case .idle, .pausing, .connecting: break
        case .greeting, .loggingIn, .live: out.append(.close)
        }
        state = .idle
        pass(feed.linkDown(at: moment, heard: heard))
    }

    private mutating func connected(_ moment: SwitchMoment) {
        guard state == .connecting else { return }
        framing = AMIFraming()
        state = .greeting(until: moment.steady + waits.banner)
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
            guard unheardPings < waits.pingsMax else { return fail(.silent, moment, wasOpen: true) }
            unheardPings += 1
            pingAt = moment.steady + waits.ping
            send("Ping")
        }
        if resyncAt <= moment.steady {
            resyncAt = moment.steady + waits.resync
            send("QueueStatus")
        }
        if moment.steady.milliseconds - liveSince.milliseconds >= waits.ping.milliseconds { retry = waits.retryFirst }
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
        let wait = trouble == .loginRefused ? max(retry, waits.retryRefused) : retry
        state = .pausing(until: moment.steady + wait)
        retry = min(Span(milliseconds: retry.milliseconds * 2), waits.retryMax)
    }

    mutating func tell(_ trouble: SwitchTrouble, _ moment: SwitchMoment) {
        out.append(.event(.trouble(trouble, at: moment.wall)))
    }

    mutating func pass(_ events: [SwitchEvent]) { out += events.map { .event($0) } }
}
