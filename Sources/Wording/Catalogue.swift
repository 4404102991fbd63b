import CCatalogue

/// A part of what the program says. Each has one PO file a language:
/// `Catalogue/<area>.<language>.po`.
enum Area: String, CaseIterable {
    case refusal, console, cli, profile, report, store, practice, help, feed, board, pack, server
}

/// Everything one language says, by key; read once, when it is first needed.
struct Catalogue: Sendable {
    /// What stands under a key.
    enum Text: Equatable, Sendable {
        case plain(String)
        /// One for each plural form of the language.
        case counted([String])
    }

    let texts: [String: Text]

    static func of(_ language: Language) -> Catalogue {
        switch language {
        case .en: english
        case .ro: romanian
        case .ru: russian
        }
    }

    private static let english = Catalogue(reading: .en)
    private static let romanian = Catalogue(reading: .ro)
    private static let russian = Catalogue(reading: .ru)

    init(texts: [String: Text]) { self.texts = texts }

    private init(reading language: Language) {
        var texts: [String: Text] = [:]
        for area in Area.allCases {
            for entry in PortableObject(area.bytes(language)).entries {
                texts[entry.key] = Catalogue.text(entry, forms: language.pluralForms)
            }
        }
        self.texts = texts
    }

    /// Nil where the translator has not been: an empty text or a missing form
    /// is as good as none, and the English one is shown.
    static func text(_ entry: PortableObject.Entry, forms count: Int) -> Text? {
        guard entry.isPlural else { return entry.forms[0].flatMap { $0.isEmpty ? nil : .plain($0) } }
        let forms = (0..<count).compactMap { entry.forms[$0] }
        return forms.count == count && forms.allSatisfy { !$0.isEmpty } ? .counted(forms) : nil
    }
}

extension Area {
    /// The PO file as it was compiled in. Empty where there is none: a test counts them.
    func bytes(_ language: Language) -> [UInt8] {
        var count = 0
        let files = UnsafeBufferPointer(start: catalogue_files(&count), count: count)
        let name = "\(rawValue).\(language.rawValue).po"
        guard let file = files.first(where: { String(cString: $0.name) == name }) else { return [] }
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
    }
}
