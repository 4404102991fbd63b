import HotlineDomain
import HotlineStore
import HotlineSwitch

/// What a bridge has told of a switch, as it stands in the store at this moment.
public struct Switchboard: Sendable {
    public var link: CallerQueue.Link
    /// The longest waiting first.
    public var waiting: [Visit]
    /// Those for who sits here, whom no call of theirs is about.
    public var callers: [DeskCaller]
    /// Of those who called before, what is told of them.
    public var known: [VisitID: Recognition]
    /// Who was for who sits here when one looked last, and is not any more.
    public var gone: [Visit]
    /// Own calls whose caller the switch has passed on.
    public var passedOn: Set<CallID>
    /// Calls taken here at a ring that somebody else has answered.
    public var lostRings: Set<CallID> = []
    /// Since when the caller of who sits here is on hold at the telephone.
    public var heldSince: Instant?

    var queue: CallerQueue {
        let callers = waiting.map { visit in
            WaitingCaller(
                id: visit.facts.id, call: visit.facts.call, line: visit.facts.line, queuedAt: visit.facts.offered.at,
                country: visit.facts.country, language: visit.facts.language)
        }
        return CallerQueue(link: link, waiting: callers)
    }
}

/// The operator's own telephone: who rings there, who is on the line, who has
/// hung up and is not written about. Nothing here is a call yet.
public struct Telephone: Hashable, Sendable {
    /// Whether there is a switch that tells of it.
    var isTold = false
    /// Who is on the line first, then the longest ringing, then who has hung up.
    var callers: [DeskCaller] = []
    var known: [VisitID: Recognition] = [:]
    /// Everybody who waits, by the switch's own name.
    var waiting: [SwitchCallID: VisitID] = [:]
    var passedOn: Set<CallID> = []
    var lostRings: Set<CallID> = []
    var heldSince: Instant?
    private(set) var gone: Gone?
    /// Calls that opened by themselves, or could not: never a second time.
    var opened: Set<VisitID> = []

    struct Gone: Hashable, Sendable {
        let visit: Visit
        let at: Instant
    }

    /// So long one can read what became of a ring.
    static let goneShown = Span.seconds(10)

    var first: DeskCaller? { callers.first }

    mutating func take(_ told: Switchboard?, person: String?, at now: Instant) {
        guard let told else { return self = Telephone() }
        isTold = true
        callers = told.callers
        known = told.known
        passedOn = told.passedOn
        lostRings = told.lostRings
        heldSince = told.heldSince
        waiting = Dictionary(told.waiting.map { ($0.facts.id, $0.id) }) { first, _ in first }
        // Who was answered here, or still waits for somebody, is not gone.
        if let visit = told.gone.last(where: { $0.facts.ending != nil && $0.facts.operator != person }) {
            gone = Gone(visit: visit, at: now)
        }
    }

    func goneNow(at now: Instant) -> Visit? {
        gone.flatMap { now - $0.at < Telephone.goneShown ? $0.visit : nil }
    }
}

extension Visit {
    /// What a caller whom the switch has for an operator is doing.
    enum Phase: Hashable, Sendable {
        case ringing(since: Instant)
        case onLine(since: Instant)
        case over(talk: Span)
    }

    func phase(for code: String?, at now: Instant) -> Phase {
        guard let answered = facts.answeredAt else {
            return .ringing(since: code.flatMap { facts.ringsSince(at: $0, now: now) } ?? facts.offered.at)
        }
        guard let ended = facts.talk?.ended else { return .onLine(since: answered) }
        return .over(talk: ended.at - answered)
    }
}
