import HotlineDomain

/// Opening, keeping and closing visits, and what is decided when time is up.
extension AsteriskFeed {
    /// The open visit a message is about; opened late where its beginning was not heard.
    mutating func known(_ message: AMIMessage, _ now: Now) -> AsteriskVisit? {
        guard let uniqueid = message[.uniqueid], let queue = message[.queue] else { return nil }
        if let visit = calls[uniqueid]?.open, visit.queue == queue { return visit }
        if let past = closed.last(where: { $0.uniqueid == uniqueid && $0.queue == queue }) {
            // Answered after all: the leaving was taken for something else.
            guard message.isEvent("AgentConnect"), past.isUnexplained else { return nil }
            return reopen(past, message, now)
        }
        guard message.isEvent("AgentCalled") || message[.holdTime] != nil else { return nil }
        let waited = Span.seconds(message.number(.holdTime) ?? 0)
        supersede(uniqueid, now)
        return open(message, uniqueid, queue, queuedAt: now.at - waited)
    }

    @discardableResult
    mutating func open(_ message: AMIMessage, _ uniqueid: String, _ queue: String, queuedAt: Instant) -> AsteriskVisit
    {
        var call = calls[uniqueid] ?? AsteriskCall()
        let count = call.stays[queue] ?? 0
        let number = known.number(uniqueid, queue, at: queuedAt, after: count)
        call.stays[queue] = max(count, number)
        let id = SwitchCallID(call: uniqueid, queue: queue, stay: number)
        let visit = AsteriskVisit(
            caller: caller(message, id, uniqueid, line: names.line(queue), queuedAt), uniqueid: uniqueid, queue: queue
        )
        call.open = visit
        calls[uniqueid] = call
        openCount += 1
        out.append(.callWaiting(visit.caller))
        return visit
    }

    private mutating func reopen(_ past: AsteriskClosed, _ message: AMIMessage, _ now: Now) -> AsteriskVisit {
        closed.removeAll { $0.id == past.id }
        let waited = Span.seconds(message.number(.holdTime) ?? 0)
        let caller = caller(message, past.id, past.uniqueid, line: names.line(past.queue), now.at - waited)
        let visit = AsteriskVisit(caller: caller, uniqueid: past.uniqueid, queue: past.queue)
        calls[past.uniqueid, default: AsteriskCall()].open = visit
        openCount += 1
        return visit
    }

    func caller(
        _ message: AMIMessage, _ id: SwitchCallID, _ uniqueid: String, line: String, _ at: Instant
    ) -> WaitingCaller {
        let number = message[.callerIDNum].flatMap { $0.contains { $0.isNumber } ? $0 : nil }
        return WaitingCaller(
            id: id, call: message[.linkedid] ?? uniqueid, line: line, queuedAt: at,
            country: message.variable("COUNTRY"), language: message.variable("LANGUAGE"),
            number: number.map { Private($0) })
    }

    mutating func keep(_ visit: AsteriskVisit, until deadline: Span?) {
        var visit = visit
        visit.deadline = deadline
        calls[visit.uniqueid]?.open = visit
        if let deadline { earliest = min(earliest ?? deadline, deadline) }
    }

    mutating func close(
        _ visit: AsteriskVisit, _ event: SwitchEvent, abandonedAt: Instant? = nil, isUnexplained: Bool = false
    ) {
        var visit = visit
        let at = event.at
        endOffers(&visit, at: at)
        out.append(event)
        openCount -= 1
        let isGone =
            switch visit.stage {
            case .abandoning, .hungUp, .ending: true
            case .waiting, .missing, .leaving, .talking: false
            }
        if isGone, !isUnexplained, abandonedAt != nil || visit.talk != nil {
            calls[visit.uniqueid] = nil
        } else {
            calls[visit.uniqueid]?.open = nil
            rest(visit.uniqueid)
        }
        closed.append(
            AsteriskClosed(
                id: visit.caller.id, uniqueid: visit.uniqueid, queue: visit.queue, abandonedAt: abandonedAt,
                isUnexplained: isUnexplained, isTalkLost: visit.talk != nil && event.isLoss, closedAt: at))
        if isUnexplained { guessed.insert(visit.uniqueid) }
        guard closed.count > 2 * AsteriskFeed.remembered else { return }
        closed.removeFirst(AsteriskFeed.remembered)
        guessed = Set(closed.filter(\.isUnexplained).map(\.uniqueid))
    }

    /// A call that is in no queue is remembered for its next visit, within bounds.
    mutating func rest(_ uniqueid: String) {
        idle.append(uniqueid)
        guard idle.count > 2 * AsteriskFeed.remembered else { return }
        for old in idle.prefix(AsteriskFeed.remembered) where calls[old]?.open == nil { calls[old] = nil }
        idle.removeFirst(AsteriskFeed.remembered)
    }

    mutating func endOffers(_ visit: inout AsteriskVisit, at: Instant, but answering: String? = nil) {
        for code in visit.offered.sorted() where code != answering {
            out.append(.offerEnded(visit.caller.id, to: code, at: at))
        }
        visit.offered = []
    }

    /// A call that joins a queue is in no other any more.
    mutating func supersede(_ uniqueid: String, _ now: Now) {
        guard let visit = calls[uniqueid]?.open else { return }
        if visit.talk != nil {
            close(visit, .callEnded(visit.caller.id, by: .transfer, at: now.at))
        } else {
            close(visit, .callLeft(visit.caller.id, .unknown, at: now.at), isUnexplained: true)
        }
    }

    /// Time has come for whatever nobody explained.
    mutating func pass(_ steady: Span, _ at: Instant) {
        for (code, until) in wrapUps.sorted(by: { $0.key < $1.key }) where until <= steady {
            wrapUps[code] = nil
            let late = steady.milliseconds - until.milliseconds
            out.append(.agentUnpaused(code, at: at - Span(milliseconds: late)))
        }
        guard let first = earliest, first <= steady else { return }
        let due = calls.filter { ($0.value.open?.deadline).map { $0 <= steady } ?? false }
        for uniqueid in due.keys.sorted() { settle(uniqueid, linkLost: false) }
        earliest = calls.values.compactMap { $0.open?.deadline }.min()
    }

    /// Decides a visit that waits to be explained. Without a link there will be
    /// no explanation; who simply waits or talks is left as they are.
    mutating func settle(_ uniqueid: String, linkLost: Bool) {
        guard let visit = calls[uniqueid]?.open else { return }
        let id = visit.caller.id
        switch visit.stage {
        case .abandoning(let at) where linkLost: close(visit, .callAbandoned(id, at: at), abandonedAt: at)
        case .abandoning(let at):
            close(visit, .callLeft(id, .unknown, at: at), abandonedAt: at, isUnexplained: true)
        case .hungUp(let at, unheard: true): close(visit, .callLost(id, at: at), isUnexplained: true)
        case .hungUp(let at, unheard: false): close(visit, .callAbandoned(id, at: at), abandonedAt: at)
        case .leaving(let at): close(visit, .callLeft(id, .byKey, at: at), isUnexplained: true)
        case .missing(let at): close(visit, .callLost(id, at: at), isUnexplained: true)
        case .ending(_, let at): close(visit, .callEnded(id, by: .unknown, at: at))
        case .talking(let talk):
            if let at = talk.foundOver { close(visit, .callLost(id, at: at)) }
        case .waiting: break
        }
    }

    /// Over a gap a talk may have ended unheard; a new caller says that it did.
    mutating func loseDoubtfulTalk(of code: String, _ now: Now) {
        guard link.hasDoubts else { return }
        let doubtful = calls.values.compactMap(\.open).filter { $0.talk?.code == code && $0.talk?.isDoubtful == true }
        for visit in doubtful { close(visit, .callLost(visit.caller.id, at: now.at)) }
    }
}

extension SwitchEvent {
    fileprivate var isLoss: Bool { if case .callLost = self { true } else { false } }
}
