/// Says things in one language: `say("desk.today")`, `say("sos.open", n: 2)`.
///
/// A key without a text in this language is said in English; a key the catalogue
/// does not know is said as it stands, so that it is seen and mended.
public struct Say: Hashable, Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    public func callAsFunction(_ key: String, _ arguments: [String: String] = [:]) -> String {
        guard let (text, _) = find(key) else { return key }
        switch text {
        case .plain(let text): return Template(text).filled(arguments)
        case .counted(let forms): return Template(forms[forms.count - 1]).filled(arguments)
        }
    }

    /// With the form that goes with the count; `{n}` is the count, digits grouped.
    public func callAsFunction(_ key: String, n: Int, _ arguments: [String: String] = [:]) -> String {
        guard let (text, spoken) = find(key) else { return key }
        var arguments = arguments
        arguments["n"] = Say(spoken).integer(n)
        switch text {
        case .plain(let text): return Template(text).filled(arguments)
        case .counted(let forms): return Template(forms[spoken.pluralForm(n)]).filled(arguments)
        }
    }

    public func callAsFunction(_ phrase: Phrase) -> String {
        guard let count = phrase.count else { return self(phrase.key, phrase.arguments) }
        return self(phrase.key, n: count, phrase.arguments)
    }

    /// Whether a person would read a text, not the key.
    public func has(_ key: String) -> Bool { find(key) != nil }

    /// The text, and the language it is in.
    func find(_ key: String, in catalogue: (Language) -> Catalogue = Catalogue.of) -> (Catalogue.Text, Language)? {
        if let text = catalogue(language).text(key) { return (text, language) }
        return catalogue(.en).text(key).map { ($0, .en) }
    }
}

/// Something to be said, not yet in any language: what a model keeps, so that
/// changing the language changes what already stands on the screen.
public struct Phrase: Hashable, Sendable {
    public var key: String
    public var count: Int?
    public var arguments: [String: String]

    public init(_ key: String, _ arguments: [String: String] = [:]) {
        self.init(key: key, count: nil, arguments: arguments)
    }

    public init(_ key: String, n: Int, _ arguments: [String: String] = [:]) {
        self.init(key: key, count: n, arguments: arguments)
    }

    private init(key: String, count: Int?, arguments: [String: String]) {
        self.key = key
        self.count = count
        self.arguments = arguments
    }
}
