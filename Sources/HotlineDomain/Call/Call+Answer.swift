/// A call that the switch told of.
extension Call {
    /// The line of a visit; the hotline's first for a queue that is mapped to none.
    static func line(of visit: Visit, _ hotline: Hotline) -> String {
        let first = hotline.linesOpen(on: visit.businessDate).first ?? hotline.lines.first
        return hotline.line(visit.facts.line)?.code ?? first?.code ?? visit.facts.line
    }

    /// From when its clock runs: since the switch says that somebody answered,
    /// however late that is seen; until it says so, from now.
    static func beginning(of visit: Visit, at now: Instant) -> Instant {
        visit.facts.answeredAt.map { min($0, now) } ?? now
    }

    static func answering(_ facts: Facts, _ occasion: Occasion) throws(Refusal) -> [CallEvent] {
        guard let visit = facts.visit else { throw Refusal(CallRule.unknownVisit) }
        if let other = facts.callOfVisit { throw other.takenRefusal }
        try visit.checkIsFor(occasion)
        let hotline = occasion.hotline
        let (line, start) = (line(of: visit, hotline), beginning(of: visit, at: occasion.now))
        // The caller is there, also on a line that was closed meanwhile.
        guard let usual = hotline.line(line) else {
            throw Refusal(CallRule.unknownLine, ["line": line, "known": hotline.knownLines])
        }
        try checkTimes(line: line, from: start, to: start, facts, occasion)
        let end = visit.facts.talk?.ended
        if facts.operatorHasLiveCall, end == nil {
            throw Refusal(CallRule.operatorBusy, ["operator": occasion.actor.code])
        }
        var events: [CallEvent] = [
            .started(
                number: facts.number, line: line, at: start, placement: facts.placement,
                country: visit.facts.knownCountry ?? usual.countries.first,
                language: visit.facts.knownLanguage ?? usual.languages.first),
            .joined(visit: visit.id),
        ]
        if facts.visitHasNumber { events.append(.recognised(by: .number, codename: nil)) }
        if let end, let held = visit.facts.talk?.held { events.append(.hungUp(at: max(end.at, start), held: held)) }
        return events
    }

    /// The caller was passed on to whoever acts, and answered: the call goes along.
    func takingOver(_ facts: Facts, _ occasion: Occasion) throws(Refusal) -> [CallEvent] {
        guard let visit = facts.visit else { throw Refusal(CallRule.unknownVisit) }
        guard facts.callOfVisit?.id == id, status.isUnfinished else { throw takenRefusal }
        guard visit.facts.operator == occasion.actor.code else { throw takenRefusal }
        if operatorCode == occasion.actor.code {
            throw Refusal(CallRule.alreadyTheirs, ["number": number, "operator": operatorCode])
        }
        if facts.operatorHasLiveCall, status.isLive {
            throw Refusal(CallRule.operatorBusy, ["operator": occasion.actor.code])
        }
        let back: [CallEvent] = status == .held ? [.resumed(at: occasion.now)] : []
        return back + [.transferred(to: occasion.actor.code)]
    }

    private var takenRefusal: Refusal {
        Refusal(CallRule.visitTaken, ["number": number, "operator": operatorCode])
    }
}

extension Visit {
    /// Who waits is whoever's takes them; who was answered, only the one's who
    /// answered, unless the switch names somebody the hotline does not know.
    fileprivate func checkIsFor(_ occasion: Occasion) throws(Refusal) {
        switch facts.ending {
        case nil: return
        case .answered(let code):
            guard code != occasion.actor.code, occasion.hotline.operatorNamed(code) != nil else { return }
            throw Refusal(CallRule.visitOfAnother, ["operator": code])
        case .abandoned, .left, .refused, .lost: throw Refusal(CallRule.visitUnanswered)
        }
    }

    /// Of one call at one switch, passed on from line to line.
    func isOfSameCall(as other: Visit) -> Bool { source == other.source && facts.call == other.facts.call }
}

extension VisitFacts {
    /// Nil for who was not.
    public var answeredAt: Instant? { self.operator == nil ? nil : endedAt?.at }

    /// As the code list spells it; nil for what it does not know.
    public var knownCountry: String? { country.flatMap { VisitFacts.code($0.uppercased(), .country) } }
    public var knownLanguage: String? { language.flatMap { VisitFacts.code($0.lowercased(), .language) } }

    private static func code(_ code: String, _ list: ListID) -> String? {
        CodeLists.list(list).contains(code) ? code : nil
    }

    /// When a call ended that made these visits, and how long it was on hold. Nil
    /// while the caller waits or talks; and where nobody heard its end: the switch
    /// died, or passed it on to somebody it does not tell of.
    static func hangUp(of visits: [VisitFacts]) -> (at: Instant, held: Span)? {
        guard visits.allSatisfy(\.isOver), let last = visits.max(by: { $0.lastAt < $1.lastAt }) else { return nil }
        if case .lost? = last.ending { return nil }
        if let talk = last.talk, talk.isLost || talk.by == .transfer { return nil }
        let held = visits.compactMap { $0.talk?.held.milliseconds }.reduce(0, +)
        return (last.lastAt, Span(milliseconds: held))
    }

    /// The last moment known of it.
    private var lastAt: Instant { talk?.ended?.at ?? endedAt?.at ?? offered.at }
}
