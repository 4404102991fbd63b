/// What a hotline has of each kind, as a refusal of an unknown one lists it.
extension Hotline {
    public var knownLines: String { Hotline.list(lines.map(\.code)) }
    /// Those who may act.
    public var knownOperators: String { Hotline.list(operators.filter(\.active).map(\.code).sorted()) }
    /// Those who may take an SOS.
    public var knownResponders: String { Hotline.list(operators.filter(canTakeSOS).map(\.code).sorted()) }
    public var knownPatterns: String { Hotline.list(patterns.map(\.code)) }
    public var knownProviders: String { Hotline.list(providers.map(\.code).sorted()) }

    var knownTerritories: String { Hotline.list(territories.map(\.code).sorted()) }
    /// The funds a service may name.
    var knownFunds: String { Hotline.list(funds.sorted()) }
    /// Those that are told.
    public var knownDonors: String { Hotline.list(donors.map(\.code).sorted()) }

    /// A specialist, a supervisor, or somebody of the on-call list.
    public func canTakeSOS(_ person: Operator) -> Bool {
        person.active
            && (person.has(.specialist) || person.has(.supervisor) || settings.onCall.contains(person.code))
    }

    static func list(_ codes: [String]) -> String { codes.isEmpty ? "-" : codes.joined(separator: ", ") }
}
