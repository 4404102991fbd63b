@testable import HotlineDomain

func brokenStays(_ records: MemoryRecords, _ hotline: Hotline?) -> [String] {
    var broken: [String] = []
    for stay in records.stays.values {
        func breaks(_ what: String) { broken.append("a stay at \(stay.provider) \(what)") }
        if (stay.leftAt == nil) != (stay.leftBecause == nil) { breaks("ended without a reason, or goes on with one") }
        if let left = stay.leftAt, left < stay.admittedAt { breaks("ended before it began") }
        if hotline?.provider(stay.provider)?.places == nil { breaks("is where there are no places") }
        if let file = stay.case, records.case(file) == nil { breaks("is of a case that is not there") }
        if let referral = stay.referral, records.referral(referral) == nil { breaks("is of no referral") }
    }
    for provider in hotline?.providers ?? [] {
        let regular = records.staysNow(at: provider.code).filter { $0.overriddenBecause == nil }.count
        if regular > provider.places ?? 0 { broken.append("\(provider.code) has \(regular) in its places unasked") }
    }
    return broken
}

func brokenEntries(_ records: MemoryRecords, _ hotline: Hotline?) -> [String] {
    var broken: [String] = []
    var asked: [EntryContent.TerritoryReturn] = []
    for entry in records.entries.values {
        func breaks(_ what: String) { broken.append("a \(entry.content.kind) \(what)") }
        if (entry.status == .withdrawn) != (entry.withdrawnBecause != nil) { breaks("was withdrawn, and was not") }
        if (entry.content.kind == .task) != (entry.what != nil) { breaks("has words, or a task has none") }
        switch entry.content {
        case .task(let task):
            if hotline?.operatorNamed(task.responsible) == nil { breaks("is nobody's") }
        case .return(let content) where entry.status != .withdrawn:
            if asked.contains(where: entry.isLike) { breaks("was asked twice") }
            asked.append(content)
        case .indicator(let indicator):
            if entry.status == .done, indicator.actual == nil || indicator.source == nil { breaks("has no figure") }
        case .mission(let mission):
            if entry.status == .done, mission.persons.isEmpty { breaks("brought nobody home") }
        case .return: break
        }
    }
    return broken
}

/// What is written into cases: people and tasks that somebody answers for, and only fields there are.
func brokenContents(_ records: MemoryRecords, _ hotline: Hotline?) -> [String] {
    var broken: [String] = []
    for file in records.cases.values {
        func breaks(_ what: String) { broken.append("case \(file.number) \(what)") }
        for values in [file.values] + file.people.map(\.values) {
            for (name, value) in values {
                guard let field = CaseField.all.first(where: { $0.name == name }) else {
                    breaks("knows of \(name), which is no field")
                    continue
                }
                if field.isSealed != (value.words != nil) { breaks("keeps \(name) in the open") }
            }
        }
        for person in file.people where !CodeLists.list(.caseRole).contains(person.role) {
            breaks("has a nobody in it")
        }
        for person in file.people where records.words[person.pseudonym] == nil { breaks("lost a pseudonym") }
        for task in file.tasks where hotline?.operatorNamed(task.responsible) == nil {
            breaks("has a task of nobody's")
        }
    }
    return broken
}
