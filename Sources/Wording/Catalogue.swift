import CCatalogue
import Synchronization

/// A part of what the program says. Each has one PO file a language:
/// `Catalogue/<area>.<language>.po`.
enum Area: String, CaseIterable {
    case refusal, console, cli, profile, report, store, practice, help, feed, board, pack, server
}

/// Everything one language says, by key. What it says of a key is read when it is first asked for: a program
/// that says one sentence need not read thousands.
final class Catalogue: Sendable {
    /// What stands under a key.
    enum Text: Equatable, Sendable {
        case plain(String)
        /// One for each plural form of the language.
        case counted([String])
    }

    private let language: Language
    /// Where the entries stand.
    private let places: [String: Place]
    private let known: Mutex<[String: Text?]>

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

    init(texts: [String: Text]) {
        language = .en
        places = [:]
        known = Mutex(texts)
    }

    private init(reading language: Language) {
        self.language = language
        var places: [String: Place] = [:]
        for area in Area.allCases { area.eachEntry(language) { places[$0] = $1 } }
        self.places = places
        known = Mutex([:])
    }

    func text(_ key: String) -> Text? {
        known.withLock { known in
            if let text = known[key] { return text }
            let text = places[key].flatMap { place in
                PortableObject(place.bytes).entries.first.flatMap {
                    Catalogue.text($0, forms: language.pluralForms)
                }
            }
            known[key] = .some(text)
            return text
        }
    }

    var keys: [String] { Array(places.keys) }

    /// Nil where the translator has not been: an empty text or a missing form
    /// is as good as none, and the English one is shown.
    static func text(_ entry: PortableObject.Entry, forms count: Int) -> Text? {
        guard entry.isPlural else { return entry.forms[0].flatMap { $0.isEmpty ? nil : .plain($0) } }
        let forms = (0..<count).compactMap { entry.forms[$0] }
        return forms.count == count && forms.allSatisfy { !$0.isEmpty } ? .counted(forms) : nil
    }
}

/// Where an entry of a file stands.
///
/// Unchecked: what was compiled in stays where it is and as it is.
struct Place: @unchecked Sendable {
    fileprivate let start: UnsafePointer<UInt8>
    fileprivate let count: Int

    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }
}

extension Area {
    /// The PO file as it was compiled in. Empty where there is none: a test counts them.
    func bytes(_ language: Language) -> [UInt8] {
        file(language).map { Array(UnsafeBufferPointer(start: $0.bytes, count: $0.size)) } ?? []
    }

    /// Its keys, and where they stand. What is in form is for a test to say.
    func eachEntry(_ language: Language, _ body: (String, Place) -> Void) {
        guard var file = file(language) else { return }
        var entry = catalogue_entry()
        while catalogue_next(&file, &entry) {
            guard let start = entry.bytes, entry.key_size > 0 else { continue }
            let key = String(decoding: UnsafeBufferPointer(start: entry.key, count: entry.key_size), as: UTF8.self)
            body(key, Place(start: start, count: entry.size))
        }
    }

    private func file(_ language: Language) -> catalogue_file? {
        var count = 0
        let files = UnsafeBufferPointer(start: catalogue_files(&count), count: count)
        let name = "\(rawValue).\(language.rawValue).po"
        return files.first { String(cString: $0.name) == name }
    }
}
