import HotlineDomain

extension AsteriskFeed {
    /// Which start of the switch was last spoken to.
    public var boot: AsteriskBoot { link.boot }

    /// Goes on where a bridge that ended had stopped: with the visits that were
    /// open, and until when it had heard the switch. Nothing is told of them
    /// again; what follows is a gap like any other.
    public mutating func resume(_ visits: [VisitFacts], boot: AsteriskBoot, heard: Instant) {
        link.resume(boot, heard: heard)
        for visit in visits where !visit.isOver {
            guard let parts = visit.id.parts, calls[parts.call]?.open == nil else { continue }
            let caller = WaitingCaller(
                id: visit.id, call: visit.call, line: visit.line, queuedAt: visit.offered.at,
                country: visit.country, language: visit.language)
            var open = AsteriskVisit(caller: caller, uniqueid: parts.call, queue: parts.queue)
            if let code = visit.operator, let since = visit.endedAt?.at {
                open.stage = .talking(AsteriskTalk(interface: "", code: code, leg: nil, since: since))
            }
            calls[parts.call, default: AsteriskCall()].stays[parts.queue] = parts.stay
            calls[parts.call]?.open = open
            openCount += 1
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
