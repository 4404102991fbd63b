import HotlineDomain
import HotlineStore
import HotlineSwitch

/// Makes of events what is kept of them: visits, what operators do, and whether
/// the switch is heard. Touches nothing; what changed waits in `batch`.
struct FeedFold: Sendable {
    private let source: String
    private var visits: Visits
    private var states: OperatorStates
    /// What was told last of each operator, and of when.
    private var told: [String: OperatorStates.Current] = [:]
    private var toldAt: [String: Instant] = [:]
    private var linkAt: Instant?
    private var trouble: String?
    /// What operators do without a link is not known, and not told.
    private var isHeard = true
    private var isStopping = false
    /// Of these a log is asked once the switch has said who is who, or goes away again.
    private var gaps: [Range<Instant>] = []
    /// On duty when the feed before this one ended; whoever the first list does not name went meanwhile.
    private var missed: Set<String> = []
    private(set) var batch = FeedBatch()
    private(set) var count = FeedCount()

    init(source: String, isExact: Bool = true) {
        self.source = source
        visits = Visits(isExact: isExact)
        states = OperatorStates()
    }

    /// Goes on where the feed before it ended.
    init(source: String, after memory: FeedMemory) {
        self.source = source
        visits = Visits(open: memory.open)
        states = OperatorStates(open: memory.open)
        isHeard = false
        linkAt = memory.link?.beganAt
        for state in memory.states { toldAt[state.operatorCode] = state.beganAt }
        let onDuty = memory.states.map(\.operatorCode)
        missed = Set(memory.states.filter { $0.state != OperatorState.signedOff }.map(\.operatorCode))
        // Nobody knows what they did while nobody listened.
        if let heard = memory.mark?.heardAt { for code in onDuty where missed.contains(code) { leave(code, heard) } }
    }

    mutating func take(_ event: SwitchEvent) {
        count.events += 1
        for visit in visits.apply(event) { batch.add(visit) }
        takeNumbers(event)
        _ = states.apply(event)
        switch event {
        case .linkUp(let at):
            trouble = nil
            isHeard = true
            link(.up, nil, at)
        case .linkDown(let at):
            link(.down, isStopping ? LinkState.bridgeStopped : trouble ?? SwitchTrouble.connectionLost.code, at)
            isHeard = false
            handGaps()
            for code in states.current.keys.sorted() { leave(code, at) }
        case .trouble(let what, let at):
            trouble = what.code
            count.add(what)
            if what.endsTheLink { link(.down, what.code, at) }
        case .gap(let from, let to): gaps.append(from..<max(from, to))
        case .snapshot(_, let at):
            handGaps()
            for code in missed.sorted() where states.current[code] == nil { leave(code, at) }
            missed = []
        default: break
        }
        if isHeard { tellStates() }
    }

    /// What the switch's own log knows, as if it had been heard.
    mutating func adopt(_ known: [VisitFacts]) { visits.adopt(known) }

    /// What has changed, to be written; the next begins empty.
    mutating func takeBatch() -> FeedBatch {
        defer { batch = FeedBatch() }
        return batch
    }

    mutating func keep(_ mark: FeedMark) { batch.mark = mark }

    /// The feed is ended in order: until the next one nothing is known.
    /// `rest`: what comes of ending it.
    mutating func stop(at now: Instant, _ rest: [SwitchEvent]) {
        isStopping = true
        for event in rest { take(event) }
        link(.down, LinkState.bridgeStopped, now)
    }

    private mutating func takeNumbers(_ event: SwitchEvent) {
        switch event {
        case .callWaiting(let caller): take(caller)
        case .snapshot(let callers, _): for caller in callers { take(caller) }
        default: break
        }
    }

    private mutating func take(_ caller: WaitingCaller) {
        if let number = caller.number { batch.add(number, of: caller.id) }
    }

    private mutating func handGaps() {
        for gap in gaps { batch.addGap(from: gap.lowerBound, to: gap.upperBound) }
        gaps = []
    }

    private mutating func tellStates() {
        for (code, now) in states.current where told[code] != now {
            told[code] = now
            var reason: String?
            if case .paused(let because?) = now.state { reason = SwitchName.shown(because) }
            tell(code, now.state.code, reason, now.since)
        }
    }

    private mutating func leave(_ code: String, _ at: Instant) {
        told[code] = nil
        tell(code, OperatorState.signedOff, nil, at)
    }

    /// Never before what was told last: two states may begin in one millisecond,
    /// and a clock that was set back must not keep the newer one off the board.
    private mutating func tell(_ code: String, _ state: String, _ reason: String?, _ since: Instant) {
        let at = toldAt[code].map { max(since, $0 + Span(milliseconds: 1)) } ?? since
        toldAt[code] = at
        batch.add(OperatorStateCommand.begin(operator: code, source: source, state: state, reason: reason, at: at))
    }

    private mutating func link(_ state: LinkState.State, _ trouble: String?, _ since: Instant) {
        let at = linkAt.map { max(since, $0 + Span(milliseconds: 1)) } ?? since
        linkAt = at
        batch.add(LinkStateCommand.begin(source: source, state, trouble: trouble, at: at))
    }
}

extension SwitchTrouble {
    fileprivate var endsTheLink: Bool {
        switch self {
        case .unreachable, .notASwitch, .loginRefused, .silent, .connectionLost: true
        default: false
        }
    }
}
