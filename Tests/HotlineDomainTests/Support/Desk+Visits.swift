@testable import HotlineDomain

/// Callers of whom a switch tells, where a test begins.
extension Desk {
    /// A stay of this call in a line, offered now.
    func visit(_ call: String, line: String = "md", stay: Int = 1) -> VisitFacts {
        VisitFacts(
            id: SwitchCallID(call: call, queue: line, stay: stay), call: call, line: line,
            offered: VisitFacts.Stamp(at: now, isExact: true))
    }

    @discardableResult
    mutating func told(_ facts: VisitFacts, number: String? = nil) throws -> VisitID {
        try does(.visit(id(), .observe(source: "switch", facts, number: number.map { Private($0) })), by: "23")
        return records.visit(source: "switch", key: facts.id)!
    }
}

extension VisitFacts {
    func answered(by code: String, after seconds: Int64) -> VisitFacts { ending(.answered(by: code), after: seconds) }

    /// So long after the answer.
    func hungUp(after seconds: Int64, by: EndedBy = .caller, held: Int64 = 0) -> VisitFacts {
        var facts = self
        facts.talk?.ended = Stamp(at: facts.endedAt!.at + .seconds(seconds), isExact: true)
        facts.talk?.by = by
        facts.talk?.held = .seconds(held)
        return facts
    }
}
