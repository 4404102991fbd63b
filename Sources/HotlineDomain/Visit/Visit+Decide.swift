extension Visit {
    /// What judging a visit needs from outside of it.
    public struct Facts: Sendable {
        public var businessDate: BusinessDate
        /// Of the line's clock when the caller came.
        public var hour: Int
        public var isOpen: Bool

        public init(businessDate: BusinessDate, hour: Int, isOpen: Bool) {
            self.businessDate = businessDate
            self.hour = hour
            self.isOpen = isOpen
        }
    }

    /// Only what is new: a recording that is fed twice changes nothing.
    public static func decide(
        _ visit: Visit?, _ command: VisitCommand, _ facts: Facts, _ occasion: Occasion
    ) throws(Refusal) -> [VisitEvent] {
        let (source, told, _) = command.observed
        try told.check(source)
        guard let visit else {
            return [
                .offered(
                    source: source, facts: told, businessDate: facts.businessDate, hour: facts.hour,
                    cameWhileOpen: facts.isOpen)
            ]
        }
        let merged = visit.facts.merged(with: told)
        return merged == visit.facts ? [] : [.told(facts: merged)]
    }
}

extension VisitFacts {
    /// In bytes: more than any switch calls anything.
    static let nameLengthMax = 256

    fileprivate func check(_ source: String) throws(Refusal) {
        if id.text.isEmpty || source.isEmpty { throw Refusal(VisitRule.needsKey) }
        let names =
            [source, id.text, call, line, country, language, self.operator].compactMap(\.self)
            + rings.map(\.operator)
        for name in names where name.utf8.count > VisitFacts.nameLengthMax || !Provider.isPlain(name) {
            throw Refusal(VisitRule.badName, ["name": name])
        }
    }
}
