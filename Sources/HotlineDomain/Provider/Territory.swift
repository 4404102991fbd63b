/// A place that has borders: a district, a municipality, a region. Names change
/// and are spelled in several ways; the code stays.
public struct Territory: Hashable, Sendable, Codable {
    public var code: String
    public var name: String
    /// Other spellings and earlier names; searched like its name.
    public var aliases: [String]
    /// The territory it lies in.
    public var within: String?
    /// The office that answers for it: a commission, a directorate. Never a person.
    public var coordinator: String?
    /// The first and the last day it is part of the work.
    public var since: BusinessDate?
    public var until: BusinessDate?

    public init(
        code: String, name: String, aliases: [String] = [], within: String? = nil, since: BusinessDate? = nil,
        until: BusinessDate? = nil, coordinator: String? = nil
    ) {
        self.code = code
        self.name = name
        self.aliases = aliases
        self.within = within
        self.since = since
        self.until = until
        self.coordinator = coordinator
    }

    /// People change and are private: neither a mail address nor a telephone number stands here.
    var isCoordinatedByAnOffice: Bool {
        guard let coordinator else { return true }
        return !coordinator.contains("@") && coordinator.filter(\.isWholeNumber).count < 5
            && !coordinator.allSatisfy(\.isWhitespace) && Provider.isPlain(coordinator)
    }

    public func covers(_ date: BusinessDate) -> Bool {
        (since.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
    }
}

extension Hotline {
    /// Those whose code, name or another name begins with what was typed, and
    /// those they lie in; case, diacritics and spellings make no difference.
    public func territories(named typed: String, on date: BusinessDate) -> [Territory] {
        let wanted = folded(typed)
        if wanted.isEmpty { return [] }
        let exact = territories.filter { $0.covers(date) && $0.spellings.contains(wanted) }
        let found =
            exact.isEmpty
            ? territories.filter { $0.covers(date) && $0.spellings.contains { $0.hasPrefix(wanted) } } : exact
        return found
    }

    /// A territory and those it lies in, from the inside out.
    func around(_ territory: Territory) -> [String] {
        var codes = [territory.code]
        var outer = territory.within
        while let code = outer, !codes.contains(code) {
            codes.append(code)
            outer = self.territory(code)?.within
        }
        return codes
    }

    /// What somebody may have meant by a place that is not known.
    public func nearestTerritories(to typed: String, limit: Int = 3) -> [String] {
        let list = CodeList(
            id: "territory", version: 1, source: "",
            codes: territories.map { Code(code: $0.code, labels: ["name": $0.name]) })
        return list.nearest(to: typed, limit: limit).map(\.code)
    }
}

extension Territory {
    fileprivate var spellings: [String] { ([code, name] + aliases).map { folded($0) } }
}
