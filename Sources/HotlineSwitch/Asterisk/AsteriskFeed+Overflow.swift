import HotlineDomain

/// Calls the queue did not keep: what the dialplan's one line says of them, and
/// those thrown out by a switch that stops.
extension AsteriskFeed {
    mutating func userEvent(_ message: AMIMessage, _ now: Now) {
        guard message["UserEvent"] == "HotlineOverflow", let uniqueid = message[.uniqueid],
            let status = message[.status]?.uppercased()
        else { return }
        if let visit = calls[uniqueid]?.open, visit.talk == nil {
            let reason = AsteriskFeed.left(status) ?? .unknown
            let at = if case .abandoning(let at) = visit.stage { at } else { now.at }
            return close(visit, .callLeft(visit.caller.id, reason, at: at))
        }
        if let refusal = AsteriskFeed.refused(status) { return refuse(message, uniqueid, status, refusal, now) }
        explain(uniqueid, status, now)
    }

    /// Values of `QUEUESTATUS` after a call waited.
    private static func left(_ status: String) -> SwitchEvent.LeftBecause? {
        switch status {
        case "TIMEOUT": .timedOut
        case "LEAVEEMPTY", "LEAVEUNAVAIL": .nobodyOnDuty
        case "WITHDRAW": .withdrawn
        case "KEY": .byKey
        default: nil
        }
    }

    /// Values of `QUEUESTATUS` of a call that never waited.
    private static func refused(_ status: String) -> SwitchEvent.RefusedBecause? {
        switch status {
        case "FULL": .full
        case "JOINEMPTY", "JOINUNAVAIL": .nobodyOnDuty
        case "CLOSED": .closed
        default: nil
        }
    }

    private mutating func refuse(
        _ message: AMIMessage, _ uniqueid: String, _ status: String, _ because: SwitchEvent.RefusedBecause, _ now: Now
    ) {
        if calls[uniqueid] == nil { rest(uniqueid) }
        var call = calls[uniqueid] ?? AsteriskCall()
        if let last = call.refused, last.status == status,
            now.steady.milliseconds - last.at.milliseconds < AsteriskFeed.abandonHold.milliseconds
        {
            return
        }
        call.refused = (status, now.steady)
        call.refusals += 1
        calls[uniqueid] = call
        // Not numbered with the stays: the queue's own log knows nothing of refusals.
        let id = SwitchCallID("\(uniqueid)/refused/\(call.refusals)")
        out.append(.callRefused(caller(message, id, uniqueid, line: line(message, call), now.at), because))
    }

    /// Which line it was: said, or the one that calls to this number come to.
    private func line(_ message: AMIMessage, _ call: AsteriskCall) -> String {
        if let queue = message[.queue] ?? message.variable("LINE") { return names.line(queue) }
        guard let dialled = call.dialled else { return SwitchNames.unknownLine }
        if names.isMapped(line: dialled) { return names.line(dialled) }
        return names.line(linesByNumber[dialled] ?? dialled)
    }

    /// It was taken for something else before this was said.
    private mutating func explain(_ uniqueid: String, _ status: String, _ now: Now) {
        guard let reason = AsteriskFeed.left(status),
            let place = closed.lastIndex(where: { $0.uniqueid == uniqueid && $0.isUnexplained })
        else { return }
        let past = closed.remove(at: place)
        out.append(.callLeft(past.id, reason, at: past.closedAt))
    }

    /// A switch that stops throws its callers out and logs them as having given up.
    mutating func stop(_ now: Now) {
        link.isStopping = true
        for uniqueid in calls.keys.sorted() {
            guard let visit = calls[uniqueid]?.open else { continue }
            switch visit.stage {
            case .abandoning(let at), .hungUp(let at, _), .leaving(let at):
                close(visit, .callLeft(visit.caller.id, .switchStopping, at: at))
            case .waiting, .missing, .talking, .ending: break
            }
        }
        let from = now.at - AsteriskFeed.stopping
        for past in closed {
            guard let at = past.abandonedAt, !past.isUnexplained, from <= at, at <= now.at else { continue }
            out.append(.callLeft(past.id, .switchStopping, at: at))
        }
        closed.removeAll { !$0.isUnexplained && $0.abandonedAt.map { from <= $0 } ?? false }
    }
}
