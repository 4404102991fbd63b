extension Escalation: Fielded {
    public static func fields(of event: EscalationEvent) -> [ThingField] {
        switch event {
        case .assigned, .reassigned, .acknowledged: [.status, .assignee]
        case .resolved: [.status, .outcome, .reason]
        case .reopened: [.status, .outcome]
        case .assessed(let answers, let place):
            answers.keys.sorted().map { .answer($0) } + (place == nil ? [] : [.place])
        case .raised, .kept: []
        }
    }

    public func value(of field: ThingField) -> FieldValue? {
        switch field {
        case .status: .name(status.rawValue)
        case .assignee: assignee.map { .name($0) }
        case .outcome: .code(outcome)
        case .reason: reason.map { .words($0) }
        case .answer(let question): .code(answers[question])
        case .place: place.map { .words($0) }
        case .value, .role, .pseudonym, .closing, .responsible, .result, .call: nil
        }
    }
}
