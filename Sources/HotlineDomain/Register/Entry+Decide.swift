extension Entry {
    /// What judging a line needs from outside of it.
    public struct Facts: Sendable {
        public var businessDate: BusinessDate
        /// The same return of the same territory and period stands there already.
        public var isAlreadyAsked: Bool

        public init(businessDate: BusinessDate, isAlreadyAsked: Bool = false) {
            self.businessDate = businessDate
            self.isAlreadyAsked = isAlreadyAsked
        }
    }

    public static func decide(
        _ entry: Entry?, _ command: EntryCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [EntryEvent] {
        if case .add(let content, let what) = command {
            guard entry == nil else { throw Refusal(EntryRule.exists) }
            try content.check(what, facts, occasion)
            return [.added(content: content, what: what?.id, businessDate: facts.businessDate)]
        }
        guard let entry else { throw Refusal(EntryRule.unknown) }
        if entry.status == .withdrawn { throw entry.refusal(.notOpen) }
        switch command {
        case .add: throw Refusal(EntryRule.exists)
        case .done(let result):
            guard result.kind == entry.content.kind else {
                throw Refusal(
                    EntryRule.otherKind, ["kind": entry.content.kind.rawValue, "other": result.kind.rawValue])
            }
            // A figure that is known better replaces the one that was known; all else ends once.
            guard entry.status == .open || result.mayComeAgain else { throw entry.refusal(.notOpen) }
            try result.check(facts)
            return [.done(result: result)]
        case .assign(let code):
            guard case .task(let task) = entry.content else {
                throw Refusal(EntryRule.notATask, ["kind": entry.content.kind.rawValue])
            }
            guard entry.status == .open else { throw entry.refusal(.notOpen) }
            try occasion.hotline.checkResponsible(code)
            return task.responsible == code ? [] : [.assigned(to: code)]
        case .withdraw(let reason):
            try CodeCheck.required(reason, .discardedBecause, EntryRule.needsReason)
            return [.withdrawn(reason: reason)]
        }
    }

    private func refusal(_ rule: EntryRule) -> Refusal { Refusal(rule, ["status": status.rawValue]) }
}

extension EntryResult {
    fileprivate var mayComeAgain: Bool { kind == .indicator || kind == .return }

    fileprivate func check(_ facts: Entry.Facts) throws(Refusal) {
        switch self {
        case .carriedOut(let date, let persons):
            try EntryResult.check(date, facts)
            try EntryResult.check(persons)
        case .measured(let actual, let source, let date):
            if actual < 0 { throw Refusal(EntryRule.badFigure, ["value": String(actual)]) }
            guard !source.allSatisfy(\.isWhitespace), Provider.isPlain(source) else {
                throw Refusal(EntryRule.needsSource)
            }
            try EntryResult.check(date, facts)
        case .received(let date, let figures):
            try EntryResult.check(date, facts)
            for figure in figures {
                guard Hotline.isDirectoryCode(figure.name) else {
                    throw Refusal(EntryRule.badName, ["name": figure.name])
                }
                if figure.value < 0 { throw Refusal(EntryRule.badFigure, ["value": String(figure.value)]) }
            }
        case .notReceived, .did: break
        }
    }

    private static func check(_ date: BusinessDate, _ facts: Entry.Facts) throws(Refusal) {
        if date > facts.businessDate { throw Refusal(EntryRule.inTheFuture, ["date": "\(date)"]) }
    }

    fileprivate static func check(_ persons: [PersonCount]) throws(Refusal) {
        if persons.isEmpty { throw Refusal(EntryRule.needsPersons) }
        for person in persons {
            try CodeCheck.required(person.category, .beneficiary, EntryRule.needsPersons)
            guard (1...100_000).contains(person.count) else {
                throw Refusal(EntryRule.badFigure, ["value": String(person.count)])
            }
        }
    }
}

extension EntryContent {
    fileprivate func check(_ what: Written?, _ facts: Entry.Facts, _ occasion: Occasion) throws(Refusal) {
        switch self {
        case .mission(let mission):
            try CodeCheck.required(mission.country, .country, EntryRule.needsCountry)
            if !mission.persons.isEmpty { try EntryResult.check(mission.persons) }
            if let donor = mission.donor, !occasion.hotline.funds.contains(donor) {
                throw Refusal(EntryRule.unknownDonor, ["donor": donor, "known": occasion.hotline.knownFunds])
            }
        case .indicator(let indicator):
            try EntryContent.check(indicator.code, indicator.first, indicator.last)
            for value in [indicator.target, indicator.actual].compactMap(\.self) where value < 0 {
                throw Refusal(EntryRule.badFigure, ["value": String(value)])
            }
        case .return(let asked):
            try EntryContent.check(asked.subject, asked.first, asked.last)
            guard occasion.hotline.territory(asked.territory) != nil else {
                let nearest = occasion.hotline.nearestTerritories(to: asked.territory).joined(separator: ", ")
                throw Refusal(
                    EntryRule.unknownTerritory,
                    ["territory": asked.territory, "nearest": nearest.isEmpty ? "-" : nearest])
            }
            if facts.isAlreadyAsked { throw Refusal(EntryRule.alreadyAsked, ["territory": asked.territory]) }
        case .task(let task):
            try occasion.hotline.checkResponsible(task.responsible)
            guard let what, !what.isBlank else { throw Refusal(EntryRule.needsWords) }
            try what.check()
        }
    }

    private static func check(_ code: String, _ first: BusinessDate, _ last: BusinessDate) throws(Refusal) {
        guard Hotline.isDirectoryCode(code) else { throw Refusal(EntryRule.badName, ["name": code]) }
        if last < first { throw Refusal(EntryRule.endsBeforeItBegins) }
    }
}

extension Hotline {
    fileprivate func checkResponsible(_ code: String) throws(Refusal) {
        guard operatorNamed(code)?.active == true else {
            throw Refusal(EntryRule.unknownOperator, ["operator": code, "known": knownOperators])
        }
    }
}
