/// One thing to choose from: its code, the words it is shown and found by.
public struct Choice<ID: Hashable & Sendable>: Hashable, Sendable, Identifiable {
    public let id: ID
    /// What people type who know the list; also shown.
    public let code: String
    /// Shown in the language of the screen.
    public let label: String
    /// The code and the labels of all languages, folded as typed text will be.
    fileprivate let foldedCode: String
    fileprivate let names: [String]
    fileprivate let descriptions: [String]

    /// - Parameters:
    ///   - also: more words it is found by: labels in other languages, aliases.
    ///   - described: what it does, in sentences: found by too, after what is called so.
    ///   - fold: makes text comparable (case, diacritics); words apart by one space.
    public init(
        id: ID, code: String, label: String, also: [String] = [], described: [String] = [], fold: (String) -> String
    ) {
        self.id = id
        self.code = code
        self.label = label
        foldedCode = fold(code)
        names = ([label] + also).map(fold)
        descriptions = described.map(fold)
    }
}

extension Choice {
    /// How well a folded query fits, less is better; nil where it does not.
    func rank(_ query: String) -> Int? {
        if query.isEmpty { return 0 }
        if foldedCode == query { return 0 }
        if foldedCode.hasPrefix(query) { return 1 }
        if names.contains(where: { $0.hasPrefix(query) }) { return 2 }
        let words = query.split(separator: " ")
        let allNames = names + [foldedCode]
        if allNames.contains(where: { $0.hasWords(startingWith: words) }) { return 3 }
        if descriptions.contains(where: { $0.hasWords(startingWith: words) }) { return 4 }
        if allNames.contains(where: { $0.initials.hasPrefix(query) }) { return 5 }
        if allNames.contains(where: { $0.contains(query) }) { return 6 }
        if descriptions.contains(where: { $0.contains(query) }) { return 7 }
        return nil
    }
}

extension String {
    /// Whether each of the beginnings begins a word of this text.
    fileprivate func hasWords(startingWith beginnings: [Substring]) -> Bool {
        let words = split(separator: " ")
        return beginnings.allSatisfy { beginning in words.contains { $0.hasPrefix(beginning) } }
    }

    fileprivate var initials: String { String(split(separator: " ").compactMap(\.first)) }
}
