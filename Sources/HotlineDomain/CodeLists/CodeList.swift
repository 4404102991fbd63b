/// One code of a list, with what people read for it.
public struct Code: Hashable, Sendable {
    /// What is stored and exported; never changes.
    public let code: String
    /// Labels by language: `en`, `ro`, `ru`.
    public let labels: [String: String]
    /// The one key that picks it, where the list gives keys; else nil.
    public let key: Character?
    /// The code it belongs under (a sub-category's category), else nil.
    public let parent: String?

    public init(code: String, labels: [String: String], key: Character? = nil, parent: String? = nil) {
        self.code = code
        self.labels = labels
        self.key = key
        self.parent = parent
    }

    /// The label, or the code itself where a language has none.
    public func label(_ language: String) -> String { labels[language] ?? labels["en"] ?? code }
}

/// The values a field may take. Lists are data, in `CodeLists/Data`, one file a
/// list; see its README for the form.
public struct CodeList: Hashable, Sendable {
    public let id: String
    public let version: Int
    /// Where the values come from: a standard or the documents.
    public let source: String
    /// In the order they are offered.
    public let codes: [Code]
    private let places: [String: Int]

    public init(id: String, version: Int, source: String, codes: [Code]) {
        self.id = id
        self.version = version
        self.source = source
        self.codes = codes
        places = Dictionary(codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func contains(_ code: String) -> Bool { places[code] != nil }
    public func code(_ code: String) -> Code? { places[code].map { codes[$0] } }

    /// The code that one key picks.
    public func code(key: Character) -> Code? { codes.first { $0.key == key } }

    /// The codes under a code; under nil, those that belong under none.
    public func children(of parent: String?) -> [Code] { codes.filter { $0.parent == parent } }
}
