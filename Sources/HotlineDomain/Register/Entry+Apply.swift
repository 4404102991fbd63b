extension Entry {
    public static func applying(_ event: EntryEvent, to entry: Entry?, id: EntryID, stamp: Stamp) -> Entry? {
        if case .added(let content, let what, let date) = event {
            return Entry(
                id: id, content: content, status: .open, what: what, addedBy: stamp.by, addedOn: date,
                withdrawnBecause: nil, lastChanged: stamp)
        }
        guard var entry else { return nil }
        switch event {
        case .added: break
        case .done(let result):
            entry.content = entry.content.with(result)
            entry.status = .done
            // Nobody withdraws what is done; a desk that had not heard of it can have.
            entry.withdrawnBecause = nil
        case .assigned(let code):
            if case .task(var task) = entry.content {
                task.responsible = code
                entry.content = .task(task)
            }
        case .withdrawn(let reason):
            entry.withdrawnBecause = reason
            entry.status = .withdrawn
        }
        entry.lastChanged = stamp
        return entry
    }
}

extension EntryContent {
    fileprivate func with(_ result: EntryResult) -> EntryContent {
        switch (self, result) {
        case (.mission(var mission), .carriedOut(let date, let persons)):
            mission.date = date
            mission.persons = persons
            return .mission(mission)
        case (.indicator(var indicator), .measured(let actual, let source, let date)):
            indicator.actual = actual
            indicator.source = source
            indicator.asOf = date
            return .indicator(indicator)
        case (.return(var asked), .received(let date, let figures)):
            asked.answer = .received(on: date, figures: figures)
            return .return(asked)
        case (.return(var asked), .notReceived):
            asked.answer = TerritoryReturn.Answer.none
            return .return(asked)
        default: return self
        }
    }
}
