extension Case {
    public static func applying(_ event: CaseEvent, to file: Case?, id: CaseID, stamp: Stamp) -> Case? {
        if case .opened(let number, let origin, let businessDate) = event {
            return Case(
                id: id, number: number, origin: origin, openedAt: stamp.at, businessDate: businessDate,
                status: .opened, closing: nil, mergedInto: nil, referredOn: nil, notes: [], lastChanged: stamp)
        }
        guard var file else { return nil }
        file.apply(event, stamp)
        file.settle()
        file.lastChanged = stamp
        return file
    }

    /// A duplicate stays one, whatever a desk wrote that had not heard of it. Of two that two desks merged into
    /// each other the older one stays a case.
    private mutating func settle() {
        guard let into = mergedInto else { return }
        if absorbed.contains(into), id < into {
            mergedInto = nil
            status = .active
        } else {
            status = .duplicate
        }
    }

    private mutating func apply(_ event: CaseEvent, _ stamp: Stamp) {
        switch event {
        case .opened: break
        case .triaged, .resumed: status = .active
        case .putOnHold: status = .onHold
        case .followedUp: status = .followUp
        case .noted(let words): notes.append(words)
        case .closingProposed(let reason, let asReferred, _):
            closing = Closing(reason: reason, proposedBy: stamp.by, asReferred: asReferred)
            status = .closureProposed
        case .closed(let asReferred, _): status = asReferred ? .closedReferred : .closed
        case .returned, .reopened:
            closing = nil
            status = .active
        case .merged(let into):
            mergedInto = into
            status = .duplicate
        case .absorbed(let cases, let date):
            absorbed += cases
            referredOn = [referredOn, date].compactMap { $0 }.min()
        case .countedAsReferred(_, let businessDate): referredOn = referredOn ?? businessDate
        case .personAdded, .personChanged, .valuesSet: applyToPeople(event)
        case .taskAdded, .taskGiven, .taskFinished: applyToTasks(event, stamp)
        }
    }

    private mutating func applyToPeople(_ event: CaseEvent) {
        switch event {
        case .personAdded(let number, let role, let pseudonym):
            people.append(CasePerson(number: number, role: role, pseudonym: pseudonym))
        case .personChanged(let number, let role, let pseudonym):
            guard let place = people.firstIndex(where: { $0.number == number }) else { return }
            people[place].role = role ?? people[place].role
            people[place].pseudonym = pseudonym ?? people[place].pseudonym
        case .valuesSet(nil, let new, let cleared):
            values = Case.changed(values, new, cleared)
        case .valuesSet(let number?, let new, let cleared):
            guard let place = people.firstIndex(where: { $0.number == number }) else { return }
            people[place].values = Case.changed(people[place].values, new, cleared)
        default: break
        }
    }

    private static func changed(
        _ old: [String: CaseValue], _ new: [String: CaseValue], _ cleared: [String]
    ) -> [String: CaseValue] {
        old.filter { !cleared.contains($0.key) }.merging(new) { _, new in new }
    }

    private mutating func applyToTasks(_ event: CaseEvent, _ stamp: Stamp) {
        switch event {
        case .taskAdded(let number, let what, let responsible, let due):
            tasks.append(CaseTask(number: number, what: what, responsible: responsible, due: due))
        case .taskGiven(let number, let to):
            guard let place = tasks.firstIndex(where: { $0.number == number }) else { return }
            tasks[place].responsible = to
        case .taskFinished(let number, let result):
            guard let place = tasks.firstIndex(where: { $0.number == number }) else { return }
            tasks[place].doneOn = stamp.at
            tasks[place].doneBy = stamp.by
            tasks[place].result = result
        default: break
        }
    }
}
