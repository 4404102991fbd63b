/// Whom to ask: what is wanted of a provider. What is nil is not asked.
public struct ProviderSearch: Hashable, Sendable {
    /// Code of the list `service`.
    public var service: String?
    /// The territories that would do, each with those it lies in.
    public var territories: [Territory]?
    /// ISO 639-1.
    public var language: String?
    public var age: Int?
    public var mustBeFree: Bool
    /// In its name or another name, as somebody types it.
    public var text: String

    public init(
        service: String? = nil, territories: [Territory]? = nil, language: String? = nil, age: Int? = nil,
        mustBeFree: Bool = false, text: String = ""
    ) {
        self.service = service
        self.territories = territories
        self.language = language
        self.age = age
        self.mustBeFree = mustBeFree
        self.text = text
    }
}

extension Hotline {
    /// Providers open on that day that do what is wanted, the best first: those
    /// of the very place before those of everywhere, those known to speak the
    /// language before those nobody asked, those with free places before the
    /// full; then by name. `taken`: places in use, by provider.
    public func providers(
        _ search: ProviderSearch, on date: BusinessDate, taken: [String: Int]
    ) -> [Provider] {
        let served = search.territories.map { $0.flatMap(around) }
        let wanted = folded(search.text)
        let fitting = providers.filter { provider in
            provider.isOpen(on: date)
                && (search.service.map(provider.services.contains) ?? true)
                && (served.map { provider.territories.isEmpty || !Set($0).isDisjoint(with: provider.territories) }
                    ?? true)
                && (search.language.map { provider.languages.isEmpty || provider.languages.contains($0) } ?? true)
                && (search.age.map { provider.ages?.contains($0) ?? true } ?? true)
                && (!search.mustBeFree || provider.free(taken) ?? 0 > 0)
                && (wanted.isEmpty || provider.spellings.contains { $0.contains(wanted) })
        }
        return fitting.sorted { a, b in
            let (x, y) = (a.rank(search, served, taken), b.rank(search, served, taken))
            return x == y ? (folded(a.name), a.code) < (folded(b.name), b.code) : x < y
        }
    }
}

extension Provider {
    /// Places nobody has now; nil where it takes nobody in. Never below 0:
    /// whoever was taken in beyond the last place has one too.
    public func free(_ taken: [String: Int]) -> Int? { places.map { max(0, $0 - taken[code, default: 0]) } }

    fileprivate var spellings: [String] { ([code, name] + aliases).map { folded($0) } }

    /// The lower, the better.
    fileprivate func rank(_ search: ProviderSearch, _ served: [String]?, _ taken: [String: Int]) -> Int {
        var rank = 0
        if let served {
            // The very place, then what it lies in, then everywhere.
            rank += (territories.compactMap { served.firstIndex(of: $0) }.min() ?? 9) * 100
        }
        if search.language != nil, languages.isEmpty { rank += 10 }
        if free(taken) == 0 { rank += 1 }
        return rank
    }
}
