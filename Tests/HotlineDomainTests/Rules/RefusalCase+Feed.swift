@testable import HotlineDomain

extension RefusalCase {
    /// What a feed says that cannot be.
    static let feed: [RefusalCase] = [
        RefusalCase("visit.needs_key", by: "23") {
            .visit($0.id(), .observe(source: "switch", VisitFacts(id: .init(""), line: "md", at: $0.now)))
        },
        RefusalCase("visit.bad_name", by: "23") {
            .visit($0.id(), .observe(source: "switch", VisitFacts(id: .init("1"), line: "a\u{1B}[2J", at: $0.now)))
        },
        RefusalCase("call.unknown_visit") { desk in .call(desk.id(), .answer(desk.id())) },
        RefusalCase("call.visit_taken") { desk in
            let visit = try desk.told(desk.visit("1").answered(by: "01", after: 3))
            try desk.does(.call(desk.id(), .answer(visit)))
            return .call(desk.id(), .answer(visit))
        },
        RefusalCase("call.visit_of_another") { desk in
            .call(desk.id(), .answer(try desk.told(desk.visit("1").answered(by: "02", after: 3))))
        },
        RefusalCase("call.visit_unanswered") { desk in
            .call(desk.id(), .answer(try desk.told(desk.visit("1").ending(.abandoned, after: 3))))
        },
        RefusalCase("operator_state.exists", by: "23") { desk in
            let id: OperatorStateID = desk.id()
            try desk.does(.operatorState(id, .state("available", at: desk.now)), by: "23")
            return .operatorState(id, .state("break", at: desk.now + .seconds(1)))
        },
        RefusalCase("operator_state.needs_state", by: "23") {
            .operatorState($0.id(), .state("", at: $0.now))
        },
        RefusalCase("operator_state.bad_name", by: "23") {
            .operatorState(
                $0.id(),
                .begin(operator: "a\nb", source: "switch", state: "break", reason: nil, at: $0.now))
        },
        RefusalCase("link_state.exists", by: "23") { desk in
            let id: LinkStateID = desk.id()
            try desk.does(.linkState(id, .begin(source: "switch", .up, trouble: nil, at: desk.now)), by: "23")
            return .linkState(id, .begin(source: "switch", .down, trouble: nil, at: desk.now + .seconds(1)))
        },
        RefusalCase("link_state.bad_name", by: "23") {
            .linkState($0.id(), .begin(source: "", .up, trouble: nil, at: $0.now))
        },
    ]
}

extension OperatorStateCommand {
    static func state(_ state: String, of code: String = "01", at instant: Instant) -> OperatorStateCommand {
        .begin(operator: code, source: "switch", state: state, reason: nil, at: instant)
    }
}

extension VisitFacts {
    init(id: SwitchCallID, line: String, at instant: Instant) {
        self.init(id: id, call: id.text, line: line, offered: Stamp(at: instant, isExact: true))
    }

    func ending(_ ending: Ending, after seconds: Int64) -> VisitFacts {
        var facts = self
        facts.ending = ending
        facts.endedAt = Stamp(at: offered.at + .seconds(seconds), isExact: true)
        facts.talk = facts.operator == nil ? nil : Talk()
        return facts
    }
}
