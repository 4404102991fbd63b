/// Judging what is put into a case: people, what is known of them, tasks.
extension Case {
    func addPerson(
        _ role: String, _ pseudonym: Written, _ entries: [CaseEntry], _ desk: DeskMark?
    ) throws(Refusal) -> [CaseEvent] {
        try CasePerson.check(role: role, pseudonym)
        let number = NumberWithin.next(after: people.map(\.number), at: desk)
        return try [.personAdded(person: number, role: role, pseudonym: pseudonym.id)] + set(number, entries)
    }

    func change(_ number: Int, _ role: String?, _ pseudonym: Written?) throws(Refusal) -> [CaseEvent] {
        try checkPerson(number)
        if let role { try CasePerson.check(role: role) }
        if let pseudonym { try CasePerson.check(pseudonym) }
        if role == nil, pseudonym == nil { return [] }
        return [.personChanged(person: number, role: role, pseudonym: pseudonym?.id)]
    }

    func checkPerson(_ number: Int) throws(Refusal) {
        guard person(number) == nil else { return }
        throw Refusal(
            CaseRule.unknownPerson,
            ["number": self.number, "person": String(number), "count": String(people.count)])
    }

    func set(_ number: Int?, _ entries: [CaseEntry]) throws(Refusal) -> [CaseEvent] {
        var new: [String: CaseValue] = [:]
        var cleared: [String] = []
        for entry in entries {
            let field = try CaseField.known(entry.field)
            if field.scope == .person, number == nil { throw Refusal(CaseRule.fieldOfPerson, ["field": field.name]) }
            if field.scope == .case, number != nil { throw Refusal(CaseRule.fieldOfCase, ["field": field.name]) }
            try field.check(entry)
            new[field.name] = entry.kept
            cleared.removeAll { $0 == field.name }
            if entry.kept == nil { cleared.append(field.name) }
        }
        if new.isEmpty, cleared.isEmpty { return [] }
        return [.valuesSet(person: number, values: new, cleared: cleared)]
    }

    // MARK: - Tasks

    func addTask(
        _ what: Written, _ responsible: String, _ due: BusinessDate?, _ desk: DeskMark?, _ hotline: Hotline
    ) throws(Refusal) -> [CaseEvent] {
        guard status.isOpen else { throw refusal(.isClosed) }
        try what.check(Written.fieldLengthMax)
        if what.isBlank { throw refusal(.needsTask) }
        try checkTakes(responsible, hotline)
        let number = NumberWithin.next(after: tasks.map(\.number), at: desk)
        return [.taskAdded(task: number, what: what.id, responsible: responsible, due: due)]
    }

    func give(_ number: Int, _ to: String, _ hotline: Hotline) throws(Refusal) -> [CaseEvent] {
        try checkOpenTask(number)
        try checkTakes(to, hotline)
        return [.taskGiven(task: number, to: to)]
    }

    func finish(_ number: Int, _ result: Written?) throws(Refusal) -> [CaseEvent] {
        try checkOpenTask(number)
        try result?.check(Written.fieldLengthMax)
        return [.taskFinished(task: number, result: result?.id)]
    }

    private func checkOpenTask(_ number: Int) throws(Refusal) {
        let details = ["number": self.number, "task": String(number), "count": String(tasks.count)]
        guard let task = task(number) else { throw Refusal(CaseRule.unknownTask, details) }
        if task.isDone { throw Refusal(CaseRule.taskIsDone, details) }
    }

    /// Somebody who works on cases; several do on one.
    private func checkTakes(_ code: String, _ hotline: Hotline) throws(Refusal) {
        guard let person = hotline.operatorNamed(code), hotline.canTakeTasks(person) else {
            throw Refusal(CaseRule.cannotTakeTask, ["operator": code, "known": hotline.knownCaseWorkers])
        }
    }
}

extension CasePerson {
    /// Refuses a role that is none, and a pseudonym that cannot be one.
    public static func check(role: String, _ pseudonym: Written) throws(Refusal) {
        try check(role: role)
        try check(pseudonym)
    }

    static func check(role: String) throws(Refusal) {
        try CodeCheck.required(role, .caseRole, CaseRule.needsRole)
    }

    static func check(_ pseudonym: Written) throws(Refusal) {
        try pseudonym.check(Written.pseudonymLengthMax, isOneLine: true)
        if pseudonym.isBlank { throw Refusal(CaseRule.needsPseudonym) }
    }
}

extension CaseField {
    /// The field of this name; refused with the nearest ones where there is none.
    public static func known(_ name: String) throws(Refusal) -> CaseField {
        if let field = named(name) { return field }
        let head = String(name.prefix(60))
        let names = CodeList(
            id: "case_field", version: 1, source: "", codes: all.map { Code(code: $0.name, labels: [:]) })
        let nearest = names.nearest(to: head, limit: 3).map(\.code).joined(separator: ", ")
        throw Refusal(CaseRule.unknownField, ["field": head, "nearest": nearest])
    }
}

extension Hotline {
    /// A task in a case is done by somebody who may work on cases.
    public func canTakeTasks(_ person: Operator) -> Bool { person.active && person.may(.workCases) }

    var knownCaseWorkers: String { Hotline.list(operators.filter(canTakeTasks).map(\.code).sorted()) }
}
