extension Case: Fielded {
    public static func fields(of event: CaseEvent) -> [ThingField] {
        switch event {
        case .triaged, .resumed, .putOnHold, .followedUp, .closed, .merged: [.status]
        case .closingProposed, .returned, .reopened: [.status, .closing]
        case .personChanged(let number, let role, let pseudonym):
            (role == nil ? [] : [.role(person: number)]) + (pseudonym == nil ? [] : [.pseudonym(person: number)])
        case .valuesSet(let person, let values, let cleared):
            // In the order of the table, as every form has them.
            (Set(values.keys).union(cleared)).sorted { order(of: $0) < order(of: $1) }
                .map { .value($0, person: person) }
        case .taskGiven(let task, _): [.responsible(task: task)]
        case .taskFinished(let task, _): [.result(task: task)]
        case .opened, .noted, .absorbed, .personAdded, .taskAdded, .countedAsReferred: []
        }
    }

    /// What a later release knows comes last, by its name.
    private static func order(of name: String) -> (Int, String) {
        (CaseField.all.firstIndex { $0.name == name } ?? .max, name)
    }

    public func value(of field: ThingField) -> FieldValue? {
        switch field {
        case .status: .name(status.rawValue)
        case .closing: .code(closing?.reason)
        case .value(let name, nil): values[name].map { FieldValue($0) }
        case .value(let name, let number?): person(number)?.values[name].map { FieldValue($0) }
        case .role(let number): .code(person(number)?.role)
        case .pseudonym(let number): (person(number)?.pseudonym).map { .words($0) }
        case .responsible(let number): (task(number)?.responsible).map { .name($0) }
        case .result(let number): task(number)?.result.map { .words($0) }
        case .call, .assignee, .answer, .place, .outcome, .reason: nil
        }
    }
}
