import HotlineDomain

/// The visits of one feed as its events tell them. Holds those that are open
/// and a bounded number of those just over; what changed is given out, to be
/// merged into whatever keeps visits for good.
public struct Visits: Sendable {
    /// How many finished visits a late word can still reach.
    static let remembered = 512

    /// Whether the feed knows moments better than to the second.
    private let isExact: Bool
    public private(set) var open: [SwitchCallID: VisitFacts] = [:]
    private var over: [SwitchCallID: VisitFacts] = [:]
    private var overInOrder: [SwitchCallID] = []
    private var heldSince: [SwitchCallID: Instant] = [:]
    private var lastCall: [String: SwitchCallID] = [:]
    private var wrapSince: [String: Instant] = [:]
    /// Waiting or talking while a clock was set: how long that was nobody knows.
    private var overSetting: Set<SwitchCallID> = []

    /// Open since a fold before this one, and not spoken of since.
    private var unheardOf: Set<SwitchCallID> = []

    /// What a fold before this one has left: visits that were open, the last of
    /// those that were over, and since when operators were wrapping up.
    public init(
        isExact: Bool = true, open: [VisitFacts] = [], over: [VisitFacts] = [], wrapping: [String: Instant] = [:]
    ) {
        self.isExact = isExact
        wrapSince = wrapping
        for visit in over.sorted(by: { $0.lastEnd < $1.lastEnd }) where visit.isOver {
            keep(visit)
            if let code = visit.operator { lastCall[code] = visit.id }
        }
        for visit in open where !visit.isOver {
            self.open[visit.id] = visit
            unheardOf.insert(visit.id)
        }
    }

    /// How many visits are held; bounded but for the open ones.
    public var held: Int { open.count + over.count + overInOrder.count + heldSince.count }

    /// The longest waiting first.
    public var waiting: [VisitFacts] {
        open.values.filter(\.isWaiting).sorted { ($0.offered.at, $0.id) < ($1.offered.at, $1.id) }
    }

    /// The visits that an event changed, as they are now.
    public mutating func apply(_ event: SwitchEvent) -> [VisitFacts] {
        switch event {
        case .callWaiting(let caller): return begin(caller)
        case .callRefused(let caller, let because):
            return begin(caller) + end(caller.id, .refused(because), caller.queuedAt)
        case .callAnswered(let id, let code, let at):
            return endWrapUp(code, at) + loseTalk(of: code, before: id, at) + end(id, .answered(by: code), at)
        case .callAbandoned(let id, let at): return end(id, .abandoned, at)
        case .callLeft(let id, let because, let at): return end(id, .left(because), at)
        case .callLost(let id, let at): return lose(id, at)
        case .callHeld(let id, let at):
            if let visit = open[id], visit.isTalking, heldSince[id] == nil { heldSince[id] = at }
            return []
        case .callResumed(let id, let at):
            let since = heldSince.removeValue(forKey: id)
            return change(id) { $0.talk?.addHold(since: since, at) }
        case .callEnded(let id, let by, let at): return endTalk(id, by, at)
        case .snapshot(let callers, let at): return meet(callers, at)
        case .agentWrapUp(let code, let at):
            if wrapSince[code] == nil, hasTalked(code, by: at) { wrapSince[code] = at }
            return []
        case .agentUnpaused(let code, let at), .agentLoggedOut(let code, let at), .agentPaused(let code, _, let at):
            return endWrapUp(code, at)
        case .callOffered(let id, let code, let at):
            return endWrapUp(code, at) + change(id) { $0.ring(at: code, since: at) }
        case .offerEnded(let id, let code, let at): return change(id) { $0.endRing(at: code, at) }
        case .trouble(.clockSet, _):
            setClock()
            return []
        case .linkUp, .linkDown, .gap, .trouble, .agentLoggedIn: return []
        }
    }

    /// What another telling knows better, as if it had been heard here.
    public mutating func adopt(_ visits: [VisitFacts]) {
        for visit in visits { keep((open[visit.id] ?? over[visit.id])?.merged(with: visit) ?? visit) }
    }

    private mutating func begin(_ caller: WaitingCaller) -> [VisitFacts] {
        // Told again from its beginning: what it was on hold is told again too.
        if unheardOf.remove(caller.id) != nil { open[caller.id]?.talk?.held = .zero }
        guard open[caller.id] == nil, over[caller.id] == nil else { return [] }
        let visit = VisitFacts(caller, isExact: isExact)
        open[caller.id] = visit
        return [visit]
    }

    private mutating func end(_ id: SwitchCallID, _ ending: VisitFacts.Ending, _ at: Instant) -> [VisitFacts] {
        let stamp = stamp(of: id, at)
        return change(id) { visit in
            var told = visit
            told.ending = ending
            told.endedAt = stamp
            told.talk = told.operator == nil ? nil : VisitFacts.Talk()
            visit = visit.merged(with: told)
        }
    }

    private mutating func endTalk(_ id: SwitchCallID, _ by: SwitchEvent.EndedBy, _ at: Instant) -> [VisitFacts] {
        let stamp = stamp(of: id, at)
        let held = heldSince[id]
        let changed = change(id) { visit in
            guard var talk = visit.talk else { return }
            talk.addHold(since: held, at)
            talk.by = by
            talk.ended = talk.ended ?? stamp
            talk.isLost = false
            visit.talk = talk
        }
        if let code = (open[id] ?? over[id])?.operator { lastCall[code] = id }
        return changed
    }

    /// What lasts from before to after it has no length; what begins after it has.
    private mutating func setClock() {
        overSetting = Set(open.keys)
        heldSince = [:]
        wrapSince = [:]
    }

    private mutating func stamp(of id: SwitchCallID, _ at: Instant) -> VisitFacts.Stamp {
        VisitFacts.Stamp(at: at, isExact: isExact, clockWasSet: overSetting.remove(id) != nil)
    }

    /// Of who waited nobody knows what became, of who talked nobody knows how long.
    private mutating func lose(_ id: SwitchCallID, _ at: Instant) -> [VisitFacts] {
        guard let visit = open[id] else { return [] }
        if visit.isWaiting { return end(id, .lost, at) }
        return change(id) { $0.talk?.isLost = true }
    }

    private mutating func meet(_ callers: [WaitingCaller], _ at: Instant) -> [VisitFacts] {
        let present = Set(callers.map(\.id))
        // Of whoever came later it says nothing: it may be told again.
        let gone = waiting.filter { !present.contains($0.id) && $0.offered.at <= at }
        return gone.flatMap { end($0.id, .lost, at) } + callers.filter { open[$0.id] == nil }.flatMap { begin($0) }
    }

    /// Whoever answers another caller has let go of the one before, though nobody heard it.
    private mutating func loseTalk(of code: String, before id: SwitchCallID, _ at: Instant) -> [VisitFacts] {
        let lost = unheardOf.filter { other in
            guard other != id, let visit = open[other], visit.operator == code else { return false }
            return visit.endedAt.map { $0.at < at } ?? false
        }
        unheardOf.subtract(lost)
        return lost.sorted().flatMap { lose($0, at) }
    }

    /// What is told again of an earlier day is not about the last call of today.
    private func hasTalked(_ code: String, by at: Instant) -> Bool {
        guard let id = lastCall[code], let visit = open[id] ?? over[id] else { return false }
        return visit.lastEnd <= at + .seconds(2)
    }

    private mutating func endWrapUp(_ code: String, _ at: Instant) -> [VisitFacts] {
        guard let since = wrapSince.removeValue(forKey: code), let id = lastCall[code] else { return [] }
        let length = Span(milliseconds: max(0, (at - since).milliseconds))
        return change(id) { visit in
            guard let wrap = visit.talk?.wrap else { return }
            visit.talk?.wrap = max(wrap, length)
        }
    }

    private mutating func change(_ id: SwitchCallID, _ edit: (inout VisitFacts) -> Void) -> [VisitFacts] {
        guard let before = open[id] ?? over[id] else { return [] }
        unheardOf.remove(id)
        var visit = before
        edit(&visit)
        if !visit.isTalking || open[id] == nil { heldSince[id] = nil }
        guard visit != before else { return [] }
        keep(visit)
        return [visit]
    }

    private mutating func keep(_ visit: VisitFacts) {
        guard visit.isOver else {
            over[visit.id] = nil
            open[visit.id] = visit
            return
        }
        open[visit.id] = nil
        if over.updateValue(visit, forKey: visit.id) == nil { overInOrder.append(visit.id) }
        guard overInOrder.count > 2 * Visits.remembered else { return }
        for old in overInOrder.prefix(Visits.remembered) { over[old] = nil }
        overInOrder.removeFirst(Visits.remembered)
    }
}

extension VisitFacts.Talk {
    /// Hold ends; without a beginning there was none.
    fileprivate mutating func addHold(since: Instant?, _ at: Instant) {
        guard let since else { return }
        held = held + Span(milliseconds: max(0, (at - since).milliseconds))
    }
}

extension VisitFacts {
    /// The last moment told of it.
    fileprivate var lastEnd: Instant { talk?.ended?.at ?? endedAt?.at ?? offered.at }
}
