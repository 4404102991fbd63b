/// What operators of the practice year type: short made-up phrases about
/// nobody, in the language the operator writes in.
struct PhraseBook {
    enum Language: Int { case en = 1, ro, ru }

    private let phrases: [String: [[String]]]

    init() {
        phrases = Dictionary(grouping: TabbedText.rows(PackageResources.phrases_tsv), by: { $0[0] })
    }

    /// A phrase about a topic or an occasion; nil where the book has none.
    func phrase(_ about: String, in language: Language, _ chance: inout Chance) -> String? {
        guard let rows = phrases[about] else { return nil }
        return chance.one(of: rows)[language.rawValue]
    }

    /// A note of one or two phrases.
    func note(_ about: String, then: String? = nil, in language: Language, _ chance: inout Chance) -> String? {
        let parts = [about, then].compactMap { $0 }.compactMap { phrase($0, in: language, &chance) }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}

/// Towns callers name, by country.
struct PlaceBook {
    private let places: [String: Weights<[String]>]

    init() {
        places = Dictionary(grouping: TabbedText.rows(PackageResources.places_tsv), by: { $0[0] })
            .mapValues { rows in Weights(rows.map { ([$0[2], $0[3]], Int($0[1]) ?? 1) }) }
    }

    func place(in country: String, written language: PhraseBook.Language, _ chance: inout Chance) -> String? {
        guard let towns = places[country] else { return nil }
        return chance.one(of: towns)[language == .ru ? 1 : 0]
    }
}

/// A table with tabs between fields and a line of column names first.
enum TabbedText {
    static func rows(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
            .map { $0.split(separator: "\t").map(String.init) }
    }
}
