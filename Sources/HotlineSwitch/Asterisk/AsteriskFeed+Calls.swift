import HotlineDomain

/// The life of a visit: join, ring, leave, connect, complete, hang up.
extension AsteriskFeed {
    /// False where the message is about no call.
    mutating func takeCall(_ event: String, _ message: AMIMessage, _ now: Now) -> Bool {
        recall(event, message, now)
        switch event {
        case "QueueCallerJoin": join(message, now)
        case "QueueCallerLeave": leave(message, now)
        case "QueueCallerAbandon": abandon(message, now)
        case "AgentCalled": ring(message, now)
        case "AgentRingNoAnswer", "AgentDump": endRing(message, now)
        case "AgentConnect": connect(message, now)
        case "AgentComplete": complete(message, now)
        case "Hangup": hangUp(message, now)
        case "Hold": hold(message, now, on: message["Status"] != "Off")
        case "Unhold": hold(message, now, on: false)
        case "UserEvent": userEvent(message, now)
        case "Newchannel": dialled(message)
        default: return false
        }
        return true
    }

    private mutating func join(_ message: AMIMessage, _ now: Now) {
        guard let uniqueid = message[.uniqueid], let queue = message[.queue] else { return }
        learn(number: message[.exten] ?? calls[uniqueid]?.dialled, queue)
        // An echo, or one that a ring or a list has told of before.
        if let open = calls[uniqueid]?.open, open.queue == queue, open.isInQueue { return }
        supersede(uniqueid, now)
        open(message, uniqueid, queue, queuedAt: now.at)
    }

    private mutating func leave(_ message: AMIMessage, _ now: Now) {
        guard let uniqueid = message[.uniqueid], var visit = calls[uniqueid]?.open, visit.queue == message[.queue],
            visit.isInQueue
        else { return }
        visit.stage = .leaving(at: now.at)
        keep(visit, until: now.steady + AsteriskFeed.patience)
    }

    private mutating func abandon(_ message: AMIMessage, _ now: Now) {
        guard let visit = known(message, now) else { return }
        switch visit.stage {
        case .waiting, .missing, .leaving:
            var visit = visit
            visit.stage = .abandoning(at: now.at)
            keep(visit, until: now.steady + AsteriskFeed.abandonHold)
        case .hungUp: close(visit, .callAbandoned(visit.caller.id, at: now.at), abandonedAt: now.at)
        case .abandoning, .talking, .ending: break
        }
    }

    private mutating func ring(_ message: AMIMessage, _ now: Now) {
        guard let interface = message[.interface], let queue = message[.queue] else { return }
        let code = seat(message, interface, queue, now)
        guard var visit = known(message, now), visit.isInQueue, visit.offered.insert(code).inserted else { return }
        calls[visit.uniqueid]?.open = visit
        out.append(.callOffered(visit.caller.id, to: code, at: now.at))
    }

    private mutating func endRing(_ message: AMIMessage, _ now: Now) {
        guard let interface = message[.interface], let uniqueid = message[.uniqueid] else { return }
        let code = names.operator(name: message[.memberName] ?? "", device: interface)
        guard var visit = calls[uniqueid]?.open, visit.offered.remove(code) != nil else { return }
        calls[uniqueid]?.open = visit
        out.append(.offerEnded(visit.caller.id, to: code, at: now.at))
    }

    private mutating func connect(_ message: AMIMessage, _ now: Now) {
        guard let interface = message[.interface], let queue = message[.queue] else { return }
        let code = seat(message, interface, queue, now)
        guard var visit = known(message, now), visit.talk == nil else { return }
        loseDoubtfulTalk(of: code, now)
        out.append(.callAnswered(visit.caller.id, by: code, at: now.at))
        endOffers(&visit, at: now.at, but: code)
        visit.stage = .talking(
            AsteriskTalk(interface: interface, code: code, leg: message[.destUniqueid], since: now.at))
        keep(visit, until: nil)
    }

    private mutating func complete(_ message: AMIMessage, _ now: Now) {
        let by: SwitchEvent.EndedBy =
            switch message["Reason"] {
            case "agent": .operator
            case "caller": .caller
            case "transfer": .transfer
            default: .unknown
            }
        guard let uniqueid = message[.uniqueid] ?? talker(message), let visit = calls[uniqueid]?.open,
            visit.queue == message[.queue], let talk = visit.talk
        else { return completeUnheard(message, by, now) }
        close(visit, .callEnded(visit.caller.id, by: by, at: now.at))
        beginWrapUp(talk, now)
    }

    /// The end of a talk that was taken for over, or whose beginning was not heard.
    private mutating func completeUnheard(_ message: AMIMessage, _ by: SwitchEvent.EndedBy, _ now: Now) {
        guard let uniqueid = message[.uniqueid], let queue = message[.queue], let interface = message[.interface]
        else { return }
        let code = names.operator(name: message[.memberName] ?? "", device: interface)
        let answered = now.at - .seconds(message.number(.talkTime) ?? 0)
        loseDoubtfulTalk(of: code, now)
        if let visit = calls[uniqueid]?.open, visit.queue == queue {
            end(visit, AsteriskTalk(interface: interface, code: code, leg: nil, since: answered), by, now)
        } else if let place = closed.lastIndex(where: { $0.uniqueid == uniqueid && $0.queue == queue }) {
            guard closed[place].isTalkLost || closed[place].isUnexplained else { return }
            let past = closed.remove(at: place)
            if !past.isTalkLost { out.append(.callAnswered(past.id, by: code, at: answered)) }
            out.append(.callEnded(past.id, by: by, at: now.at))
        } else if calls[uniqueid]?.stays[queue] == nil, message[.talkTime] != nil {
            let waited = Span.seconds(message.number(.holdTime) ?? 0)
            supersede(uniqueid, now)
            let visit = open(message, uniqueid, queue, queuedAt: answered - waited)
            end(visit, AsteriskTalk(interface: interface, code: code, leg: nil, since: answered), by, now)
        }
    }

    /// Answered unheard, and over.
    private mutating func end(_ visit: AsteriskVisit, _ talk: AsteriskTalk, _ by: SwitchEvent.EndedBy, _ now: Now) {
        var visit = visit
        out.append(.callAnswered(visit.caller.id, by: talk.code, at: max(talk.since, visit.caller.queuedAt)))
        endOffers(&visit, at: now.at, but: talk.code)
        visit.stage = .talking(talk)
        close(visit, .callEnded(visit.caller.id, by: by, at: now.at))
    }

    /// `AgentComplete` may come without the call: the operator has only one.
    private func talker(_ message: AMIMessage) -> String? {
        let leg = message[.destUniqueid]
        return calls.first { _, call in
            guard let talk = call.open?.talk, call.open?.queue == message[.queue] else { return false }
            return leg != nil && talk.leg != nil ? talk.leg == leg : talk.interface == message[.interface]
        }?.key
    }

    private mutating func hangUp(_ message: AMIMessage, _ now: Now) {
        guard let uniqueid = message[.uniqueid], let call = calls[uniqueid] else { return }
        guard var visit = call.open else {
            calls[uniqueid] = nil
            return lateHangUp(uniqueid, now)
        }
        switch visit.stage {
        case .abandoning(let at): close(visit, .callAbandoned(visit.caller.id, at: at), abandonedAt: at)
        case .waiting, .leaving:
            visit.stage = .hungUp(at: now.at, unheard: false)
            keep(visit, until: now.steady + AsteriskFeed.patience)
        case .missing:
            visit.stage = .hungUp(at: now.at, unheard: true)
            keep(visit, until: now.steady + AsteriskFeed.patience)
        case .talking(let talk):
            visit.stage = .ending(talk, at: now.at)
            keep(visit, until: now.steady + AsteriskFeed.patience)
        case .hungUp, .ending: break
        }
    }

    /// On a slow line it arrives after it was waited for; that it came at once its time still says.
    private mutating func lateHangUp(_ uniqueid: String, _ now: Now) {
        guard guessed.contains(uniqueid),
            let place = closed.lastIndex(where: { $0.uniqueid == uniqueid && $0.isUnexplained }),
            let at = closed[place].abandonedAt, now.at <= at + AsteriskFeed.abandonHold
        else { return }
        out.append(.callAbandoned(closed.remove(at: place).id, at: at))
    }

    /// Only the operator's side puts a caller on hold.
    private mutating func hold(_ message: AMIMessage, _ now: Now, on: Bool) {
        guard let leg = message[.uniqueid],
            let uniqueid = calls.first(where: { $0.value.open?.talk?.leg == leg })?.key,
            var visit = calls[uniqueid]?.open, case .talking(var talk) = visit.stage, talk.isHeld != on
        else { return }
        talk.isHeld = on
        visit.stage = .talking(talk)
        calls[uniqueid]?.open = visit
        let id = visit.caller.id
        out.append(on ? .callHeld(id, at: now.at) : .callResumed(id, at: now.at))
    }

    private mutating func dialled(_ message: AMIMessage) {
        guard let uniqueid = message[.uniqueid], let number = message[.exten], number.count > 4,
            message[.linkedid] ?? uniqueid == uniqueid
        else { return }
        if calls[uniqueid] == nil { rest(uniqueid) }
        calls[uniqueid, default: AsteriskCall()].dialled = number
    }

    mutating func learn(number: String?, _ queue: String) {
        guard let number, linesByNumber.count < AsteriskFeed.remembered else { return }
        linesByNumber[number] = queue
    }
}
