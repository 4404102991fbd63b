import HotlineDomain

extension AsteriskFeed {
    /// Which start of the switch was last spoken to.
    public var boot: AsteriskBoot { link.boot }

    /// Goes on where a bridge that ended had stopped: with the visits that were
    /// open, the last of those that were over, so that a call that comes back is
    /// counted on, and until when it had heard the switch. Nothing is told of
    /// them again; what follows is a gap like any other.
    public mutating func resume(_ visits: [VisitFacts], boot: AsteriskBoot, heard: Instant) {
        link.resume(boot, heard: heard)
        for visit in visits {
            guard let parts = visit.id.parts else { continue }
            if visit.isOver, calls[parts.call] == nil { rest(parts.call) }
            calls[parts.call, default: AsteriskCall()].count(parts.queue, parts.stay, of: visit)
        }
        for visit in visits where !visit.isOver {
            guard let parts = visit.id.parts, calls[parts.call]?.open == nil else { continue }
            goOn(with: visit, parts.call, parts.queue)
        }
    }

    /// Visits that another telling knows to be with an operator, and that were
    /// not heard to be answered: their end will be.
    public mutating func adopt(_ visits: [VisitFacts]) {
        for visit in visits where visit.isTalking {
            guard let parts = visit.id.parts, !closed.contains(where: { $0.id == visit.id && !$0.isUnexplained })
            else { continue }
            if let open = calls[parts.call]?.open {
                guard open.caller.id == visit.id, open.talk == nil else { continue }
                openCount -= 1
            } else if parts.stay < calls[parts.call]?.stays[parts.queue] ?? 0 {
                continue
            }
            closed.removeAll { $0.id == visit.id }
            calls[parts.call, default: AsteriskCall()].count(parts.queue, parts.stay, of: visit)
            goOn(with: visit, parts.call, parts.queue)
        }
    }

    /// Before a recording is read: what was told of before, by this one or by one
    /// that it goes on from. Nothing of it may be told again.
    mutating func remember(_ visits: [VisitFacts]) { known = KnownStays(visits) }

    /// What is said of a call that is in a queue; the first of it is its joining.
    private static let ofStays: Set<String> = [
        "QueueCallerJoin", "QueueCallerLeave", "QueueCallerAbandon", "AgentCalled", "AgentRingNoAnswer",
        "AgentConnect", "AgentComplete", "Hangup", "QueueEntry",
    ]

    /// A call that nothing was heard of yet may be one that was open then.
    mutating func recall(_ event: String, _ message: AMIMessage, _ now: Now) {
        guard !known.isEmpty, AsteriskFeed.ofStays.contains(event), let uniqueid = message[.uniqueid],
            calls[uniqueid] == nil
        else { return }
        // Its own beginning, told again.
        if event == "QueueCallerJoin", let queue = message[.queue],
            known.same(uniqueid, queue, at: now.at) != nil
        {
            return
        }
        guard let stay = known.takeOpen(uniqueid, at: now.at) else { return }
        calls[uniqueid, default: AsteriskCall()].count(stay.queue, stay.number, of: stay.visit)
        goOn(with: stay.visit, uniqueid, stay.queue)
    }

    private mutating func goOn(with visit: VisitFacts, _ uniqueid: String, _ queue: String) {
        let caller = WaitingCaller(
            id: visit.id, call: visit.call, line: visit.line, queuedAt: visit.offered.at,
            country: visit.country, language: visit.language)
        var open = AsteriskVisit(caller: caller, uniqueid: uniqueid, queue: queue)
        if let code = visit.operator, let since = visit.endedAt?.at {
            open.stage = .talking(
                AsteriskTalk(interface: "", code: code, leg: nil, since: since, isDoubtful: true))
        }
        calls[uniqueid, default: AsteriskCall()].open = open
        openCount += 1
    }
}

extension AsteriskCall {
    /// One that was had before: the next is numbered after it.
    fileprivate mutating func count(_ queue: String, _ stay: Int, of visit: VisitFacts) {
        if case .refused? = visit.ending {
            refusals = max(refusals, stay)
        } else {
            stays[queue] = max(stays[queue] ?? 0, stay)
        }
    }
}

extension SwitchCallID {
    /// What `init(call:queue:stay:)` made it of; a queue's name may hold a slash.
    var parts: (call: String, queue: String, stay: Int)? {
        let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
        guard pieces.count >= 3, let stay = Int(pieces[pieces.count - 1]) else { return nil }
        return (String(pieces[0]), pieces[1..<(pieces.count - 1)].joined(separator: "/"), stay)
    }
}
