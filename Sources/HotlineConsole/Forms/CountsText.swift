import HotlineDomain
import Wording

/// Numbers with names as people type them: `2 unaccompanied child, 7 victim`,
/// `sessions 3, cases 12`.
public enum CountsText {
    /// Each part's number and what it is of; nil for a part without exactly one number.
    static func parts(_ text: String) -> [(count: Int, name: String)]? {
        var found: [(Int, String)] = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "\n" }) {
            let words = part.split(whereSeparator: { $0 == " " || $0 == "=" })
            if words.isEmpty { continue }
            let numbers = words.compactMap { Int($0) }
            guard numbers.count == 1 else { return nil }
            let name = words.filter { Int($0) == nil }.joined(separator: " ")
            guard !name.isEmpty else { return nil }
            found.append((numbers[0], name))
        }
        return found
    }

    /// People by category: by the code, or the beginning of a label's words in
    /// any language. Nil where a part is none, or could be several.
    static func persons(_ text: String) -> [PersonCount]? {
        guard let parts = parts(text) else { return nil }
        var found: [PersonCount] = []
        for part in parts {
            guard let category = category(part.name) else { return nil }
            found.append(PersonCount(category: category, count: part.count))
        }
        return found
    }

    /// Figures by the name they are asked for; names are put together with underscores.
    static func figures(_ text: String) -> [NamedFigure]? {
        parts(text)?.map { part in
            NamedFigure(name: part.name.lowercased().replacing(" ", with: "_"), value: part.count)
        }
    }

    private static func category(_ typed: String) -> String? {
        let codes = CodeLists.list(.beneficiary).codes
        let wanted = folded(typed)
        if let exact = codes.first(where: { $0.code == typed || $0.spellings.contains(wanted) }) { return exact.code }
        let begun = codes.filter { $0.spellings.contains { $0.hasPrefix(wanted) } }
        if begun.count == 1 { return begun[0].code }
        let words = wanted.split(separator: " ")
        let fitting = codes.filter { code in
            code.spellings.contains { spelling in
                let all = spelling.split(whereSeparator: { $0 == " " || $0 == "_" })
                return words.allSatisfy { word in all.contains { $0.hasPrefix(word) } }
            }
        }
        return fitting.count == 1 ? fitting[0].code : nil
    }

    /// As it is put into a field again: in words, whatever language they are changed in.
    static func text(_ persons: [PersonCount], _ language: Language) -> String {
        persons.map { person in
            let label = CodeLists.list(.beneficiary).code(person.category)?.label(language.rawValue)
            // A comma parts the categories.
            return "\(person.count) \((label ?? person.category).replacing(",", with: ""))"
        }.joined(separator: ", ")
    }

    static func text(_ figures: [NamedFigure]) -> String {
        figures.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
    }
}

extension Code {
    fileprivate var spellings: [String] {
        [folded(code)] + Language.allCases.map { folded(label($0.rawValue)) }
    }
}
