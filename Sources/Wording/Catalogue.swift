/// A part of what the program says. Each has one PO file a language:
/// `Catalogue/<area>.<language>.po`.
enum Area: String, CaseIterable {
    case refusal, console, cli, profile, report, store, practice, help, feed
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
    /// The PO file as it was compiled in.
    func bytes(_ language: Language) -> [UInt8] {
        typealias R = PackageResources
        return switch (self, language) {
        case (.refusal, .en): R.refusal_en_po
        case (.refusal, .ro): R.refusal_ro_po
        case (.refusal, .ru): R.refusal_ru_po
        case (.console, .en): R.console_en_po
        case (.console, .ro): R.console_ro_po
        case (.console, .ru): R.console_ru_po
        case (.cli, .en): R.cli_en_po
        case (.cli, .ro): R.cli_ro_po
        case (.cli, .ru): R.cli_ru_po
        case (.profile, .en): R.profile_en_po
        case (.profile, .ro): R.profile_ro_po
        case (.profile, .ru): R.profile_ru_po
        case (.report, .en): R.report_en_po
        case (.report, .ro): R.report_ro_po
        case (.report, .ru): R.report_ru_po
        case (.store, .en): R.store_en_po
        case (.store, .ro): R.store_ro_po
        case (.store, .ru): R.store_ru_po
        case (.practice, .en): R.practice_en_po
        case (.practice, .ro): R.practice_ro_po
        case (.practice, .ru): R.practice_ru_po
        case (.feed, .en): R.feed_en_po
        case (.feed, .ro): R.feed_ro_po
        case (.feed, .ru): R.feed_ru_po
        case (.help, .en): R.help_en_po
        case (.help, .ro): R.help_ro_po
        case (.help, .ru): R.help_ru_po
        }
    }
}
