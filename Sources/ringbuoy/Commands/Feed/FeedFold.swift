import HotlineDomain
import HotlineStore
import HotlineSwitch

/// Makes of events what is kept of them: visits, what operators do, and whether
/// the switch is heard. Goes on where the feed before it ended. Touches nothing;
/// what changed waits in `batch`.
struct FeedFold: Sendable {
    private let kind: FeedKind
    private var visits: Visits
    private var states: OperatorStates
    private var people: ToldStates
    private var link: ToldLink
    private var trouble: String?
    /// What operators do without a link is not known, and not told.
    private var isHeard = false
    private var isStopping = false
    /// The last moment told of, by the clock of the switch.
    private(set) var latest: Instant?
    /// Of whom something is still to be told.
    private var untold: Set<String> = []
    /// Of these a log is asked once the switch has said who is who, or goes away again.
    private var gaps: [Range<Instant>] = []
    /// On duty when the feed before this one ended; whoever the first list does not name went meanwhile.
    private var missed: Set<String>
    private(set) var batch = FeedBatch()
    private(set) var count = FeedCount()

    /// `memory`: what the feed before this one has left.
    init(source: String, _ kind: FeedKind = .heard, after memory: FeedMemory = .nothing) {
        self.kind = kind
        visits = Visits(isExact: kind.isExact, open: memory.open, over: memory.over, wrapping: memory.wrapping)
        states = OperatorStates(open: memory.open)
        missed = Set(memory.states.filter { $0.state != OperatorState.signedOff }.map(\.operatorCode))
        link = ToldLink(memory.link, source: source, tellsAgain: kind.tellsAgain)
        // Nobody knows what they did while nobody listened.
        let (people, left) = ToldStates.after(
            memory.states, until: memory.mark?.toldUntil, source: source, tellsAgain: kind.tellsAgain)
        self.people = people
        for state in left { batch.add(state) }
        // A bridge that was killed told nothing of its end: the switch was heard up to its last sign of life.
        guard !kind.tellsAgain, memory.link?.state == .up, let last = memory.mark?.heardAt else { return }
        link.say(.down, LinkState.bridgeGone, last)
        if let gone = link.command(latest: last) { batch.add(gone) }
    }

    mutating func take(_ event: SwitchEvent) {
        count.events += 1
        // Lines need not say that there is a link: there is one, since they tell something.
        if kind.tellsAgain, !link.isSaid, event.needsLink { hear(.linkUp(at: event.at)) }
        hear(event)
    }

    private mutating func hear(_ event: SwitchEvent) {
        pass(event)
        for visit in visits.apply(event) { batch.add(visit) }
        takeNumbers(event)
        _ = states.apply(event)
        untold.formUnion(states.takeChanged())
        switch event {
        case .linkUp(let at):
            trouble = nil
            isHeard = true
            link.say(.up, nil, at)
        case .linkDown(let at):
            link.say(.down, isStopping ? LinkState.bridgeStopped : trouble ?? SwitchTrouble.connectionLost.code, at)
            isHeard = false
            handGaps()
            for code in states.current.keys.sorted() { leave(code, at) }
        case .trouble(let what, let at):
            if !what.isOfLine { trouble = what.code }
            count.add(what)
            if what.endsTheLink { link.say(.down, what.code, at) }
        case .gap(let from, let to): gaps.append(from..<max(from, to))
        case .snapshot(_, let at):
            handGaps()
            for code in missed.sorted() where states.current[code] == nil { leave(code, at) }
            missed = []
        default: break
        }
        tell()
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
    mutating func stop(at now: Instant, _ rest: [SwitchEvent] = []) {
        isStopping = true
        for event in rest { take(event) }
        guard link.isOpen else { return }
        if isHeard { hear(.linkDown(at: now)) }
        latest = latest.map { max($0, now) } ?? now
        link.say(.down, LinkState.bridgeStopped, now)
        tell()
    }

    private mutating func pass(_ event: SwitchEvent) {
        switch event {
        case .trouble(.clockSet, let at): latest = at
        // Of a line that cannot be read nobody knows the time.
        case .trouble: break
        default: latest = latest.map { max($0, event.at) } ?? event.at
        }
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

    private mutating func tell() {
        let latest = latest ?? Instant(milliseconds: .min)
        while let command = link.command(latest: latest) { batch.add(command) }
        guard isHeard, !untold.isEmpty else { return }
        for code in untold.sorted() where people.mayTell(code, latest) {
            untold.remove(code)
            if let now = states.current[code], let command = people.tell(code, now, latest: latest) {
                batch.add(command)
            }
        }
    }

    private mutating func leave(_ code: String, _ at: Instant) {
        guard let command = people.leave(code, at, latest: latest ?? at) else { return }
        untold.insert(code)
        batch.add(command)
    }
}

extension SwitchEvent {
    /// Whether a switch must be heard to say so.
    fileprivate var needsLink: Bool {
        switch self {
        case .linkUp, .linkDown, .trouble: false
        default: true
        }
    }
}

extension SwitchTrouble {
    /// Of one line, and no reason for a link to be down.
    fileprivate var isOfLine: Bool {
        switch self {
        case .badLine, .clockSet: true
        default: false
        }
    }

    fileprivate var endsTheLink: Bool {
        switch self {
        case .unreachable, .notASwitch, .loginRefused, .silent, .connectionLost: true
        default: false
        }
    }
}
