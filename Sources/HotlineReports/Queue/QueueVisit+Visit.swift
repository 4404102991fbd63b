import HotlineDomain

extension QueueVisit {
    /// As the store keeps it.
    public init(_ visit: Visit) {
        let facts = visit.facts
        var handled: Span?
        if let talked = facts.talkTime, let talk = facts.talk { handled = talked + talk.held + talk.wrap }
        self.init(
            line: facts.line, offeredAt: facts.offered.at,
            outcome: visit.outcome.flatMap { Outcome(rawValue: $0.rawValue) }, wait: facts.wait, handled: handled)
    }
}
