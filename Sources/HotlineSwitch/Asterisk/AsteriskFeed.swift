import HotlineDomain

/// What Asterisk's messages mean for a hotline: messages and time in, events of
/// the seam out. Holds the calls that are open, who sits in which queue, and a
/// bounded memory of what has just ended.
public struct AsteriskFeed: Sendable {
    /// A caller who gave up hangs up within this; anything else was the queue's doing.
    static let abandonHold = Span(milliseconds: 250)
    /// What the switch still has to say about a visit comes within this.
    static let patience = Span.seconds(2)
    /// Callers thrown out by a switch that stops are logged as abandoned this long before.
    static let stopping = Span.seconds(2)
    /// How many finished visits, and calls nobody hung up, are remembered.
    static let remembered = 512

    let names: SwitchNames
    /// What operators are called who are known by their device: a log has their names alone.
    private(set) var learned: [String: String] = [:]
    var clock = EventClock()
    var calls: [String: AsteriskCall] = [:]
    var openCount = 0
    var earliest: Span?
    var roster = AgentRoster()
    var wrapUps: [String: Span] = [:]
    /// Wrap-up as each agent has it configured at the switch, seconds.
    var wrapSeconds: [String: Int64] = [:]
    var closed: [AsteriskClosed] = []
    /// Calls among them whose end was a guess: nothing else is looked for with every hanging up.
    var guessed: Set<String> = []
    /// Calls without an open visit whose hanging up may never be heard.
    var idle: [String] = []
    var link = AsteriskLink()
    var lists: [String: StatusList] = [:]
    /// What the queues had served by the last list, and whether any call was told of since.
    var served: [String: Int64] = [:]
    var wasTold = false
    /// Told of before, where a recording is read anew.
    var known = KnownStays()
    /// Lines by the number dialled, learned from calls that came to wait.
    var linesByNumber: [String: String] = [:]
    var out: [SwitchEvent] = []

    public init(names: SwitchNames = SwitchNames()) { self.names = names }

    public var openVisits: Int { openCount }
    /// How many calls and finished visits are held; bounded but for the open ones.
    public var held: Int { calls.count + closed.count + idle.count + linesByNumber.count + lists.count }

    /// When `tick` has something to do, by the steady clock.
    public var wakeAt: Span? { [earliest, wrapUps.values.min()].compactMap { $0 }.min() }

    /// What it said before is not to be compared with what it says now.
    mutating func clockWasSet() { clock = EventClock() }

    /// Logged in at the switch.
    public mutating func linkUp(at moment: SwitchMoment) -> [SwitchEvent] {
        clock.restart()
        link.begin()
        out.append(.linkUp(at: clock.now(moment)))
        return drain()
    }

    /// The connection is gone; `heard` is when anything was last heard.
    public mutating func linkDown(at moment: SwitchMoment, heard: Instant? = nil) -> [SwitchEvent] {
        guard link.isUp else { return drain() }
        let at = clock.now(moment)
        for uniqueid in calls.keys.sorted() { settle(uniqueid, linkLost: true) }
        link.end(heard: heard ?? at)
        lists = [:]
        out.append(.linkDown(at: at))
        return drain()
    }

    /// Time passes without a message.
    public mutating func tick(_ moment: SwitchMoment) -> [SwitchEvent] {
        pass(moment.steady, clock.now(moment))
        return drain()
    }

    public mutating func take(_ message: AMIMessage, at moment: SwitchMoment) -> [SwitchEvent] {
        let stamp = message[.timestamp].flatMap { Instant(decimalSeconds: $0) }
        let (at, jump) = clock.read(stamp, arrived: moment)
        if let jump { out.append(.trouble(.clockJumped(by: jump), at: at)) }
        if message.garbageLines > 0 { out.append(.trouble(.garbage(lines: message.garbageLines), at: at)) }
        pass(moment.steady, at)
        guard let event = message.event else {
            takeResponse(message, at)
            return drain()
        }
        let now = Now(at: at, steady: moment.steady)
        if takeCall(event, message, now) { wasTold = true } else { takeOther(event, message, now) }
        if openCount == 0 { clock.trust() }
        return drain()
    }

    /// The operator a message is about.
    mutating func code(_ message: AMIMessage, _ interface: String) -> String {
        let name = message[.memberName] ?? ""
        let code = names.operator(name: name, device: interface)
        if !name.isEmpty, code != name, learned[name] != nil || learned.count < AsteriskFeed.remembered {
            learned[name] = code
        }
        return code
    }

    private mutating func drain() -> [SwitchEvent] {
        defer { out.removeAll(keepingCapacity: true) }
        return out
    }

    /// A message's time: as an event, and for deadlines.
    struct Now {
        let at: Instant
        let steady: Span
    }
}
