import HotlineDomain
import HotlineStore

extension CaseFile {
    /// What stands where the other one of two wrote something else, to be written once more.
    func standing(_ written: (String) -> Written?) -> [CaseCommand] {
        var entries: [Int?: [CaseEntry]] = [:]
        var changes: [CaseCommand] = []
        var told = Set<ThingField>()
        for value in others.lasting where told.insert(value.field).inserted {
            switch value.field {
            case .value(let name, let person):
                entries[person, default: []].append(CaseEntry(name, given(value.stands, written)))
            case .role(let number):
                changes.append(.changePerson(number, role: self.case.person(number)?.role, pseudonym: nil))
            case .pseudonym(let number):
                let pseudonym = value.stands?.words.flatMap { others.words[$0] }.flatMap { written($0.revealed) }
                changes.append(.changePerson(number, role: nil, pseudonym: pseudonym))
            default: break
            }
        }
        let parts = entries.sorted { ($0.key ?? 0) < ($1.key ?? 0) }
        return changes + parts.map { .set(person: $0.key, $0.value) }
    }

    /// Words that were erased are none to be written again.
    private func given(_ value: FieldValue?, _ written: (String) -> Written?) -> CaseEntry.Given? {
        switch value {
        case .codes(let codes): .codes(codes)
        case .date(let date): .date(date)
        case .number(let number): .number(number)
        case .words(let id): others.words[id].flatMap { written($0.revealed) }.map { .words($0) }
        case .name, .time, nil: nil
        }
    }
}
