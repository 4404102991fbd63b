/// Erasing by somebody's decision, or because the time is over.
extension Work {
    mutating func perform(_ command: ErasureCommand, on subject: Subject) throws {
        let occasion = try occasion()
        if let desk, case .retire = command { throw Refusal(ofHouseAt: desk) }
        let related = try related(to: subject)
        var facts = Keeping.Facts(related: related)
        if let related {
            facts.held = try held(related)
            facts.words = try wordsToErase(command, subject, related)
            if case .erase(_, let person?, _) = command,
                let file = related.cases.first(where: { $0.id.raw == subject.id })
            {
                facts.personIsKnown = file.person(person) != nil
            }
        }
        let decided = try Keeping.decide(subject, keeping(of: subject), command, facts, occasion)
        for (subject, event) in decided { try record(.erasure(subject.id, event)) }
    }

    /// What would be taken away by it, thing by thing.
    public mutating func wordsToErase(
        _ command: ErasureCommand, _ subject: Subject, _ related: Related
    ) throws -> [(subject: Subject, ids: [WordsID])] {
        switch command {
        case .erase(_, let person?, _):
            guard subject.kind == .case else { return [] }
            return [(subject, try words(of: person, in: ID(raw: subject.id)))]
        case .erase(_, nil, let onlyIt):
            let subjects = onlyIt ? [subject] : try hanging(on: subject, related)
            return try subjects.map { ($0, try words(of: $0)) }
        case .retire(_, .callBack?): return [(subject, try words(of: subject, .callBackNumber))]
        case .retire: return [(subject, try words(of: subject))]
        case .hold, .release: return []
        }
    }

    /// The first of it that somebody holds.
    public func held(_ related: Related) throws -> (thing: Related.Thing, hold: Hold)? {
        for thing in related.things {
            if let hold = try keeping(of: thing.subject).hold { return (thing, hold) }
        }
        return nil
    }

    public func keeping(of subject: Subject) throws -> Keeping {
        var keeping = try records.keeping(of: subject)
        for case .erasure(subject.id, let event) in events { keeping.apply(event, stamp) }
        return keeping
    }

    /// Those that are there.
    public func words(of subject: Subject, _ field: WordsField? = nil) throws -> [WordsID] {
        let own = words.filter { $0.subject == subject && (field == nil || $0.field == field) }.map(\.id)
        return try (records.words(of: subject, field) + own).filter { !erased.contains($0) }
    }

    /// Everything that was ever said of one person of a case, by what the journal
    /// says about whom it was: the pseudonym and the fields, older ones as well.
    private func words(of person: Int, in file: CaseID) throws -> [WordsID] {
        var told = try records.caseEvents(file)
        for case .case(file, let event) in events { told.append(event) }
        let named = Set(told.flatMap { $0.words(of: person) })
        return try words(of: Subject(.case, file.raw)).filter(named.contains)
    }
}

extension CaseEvent {
    fileprivate func words(of number: Int) -> [WordsID] {
        switch self {
        case .personAdded(number, _, let pseudonym): [pseudonym]
        case .personChanged(number, _, let pseudonym?): [pseudonym]
        case .valuesSet(number?, let values, _): values.values.compactMap(\.words)
        default: []
        }
    }
}
