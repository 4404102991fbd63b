import Foundation
import Testing

@testable import Wording

@Suite("The catalogue")
struct CatalogueTests {
    private static let others = Language.allCases.filter { $0 != .en }

    private func entries(_ area: Area, _ language: Language) -> [String: PortableObject.Entry] {
        let entries = PortableObject(area.bytes(language)).entries
        return Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("every file is in form and says which language it is", arguments: Area.allCases, Language.allCases)
    func isInForm(area: Area, language: Language) {
        let file = PortableObject(area.bytes(language))
        #expect(file.faults == [], "\(area).\(language).po")
        #expect(file.header["Language"] == language.rawValue)
        #expect(file.header["Content-Type"] == "text/plain; charset=UTF-8")
    }

    @Test("the folder holds a file for each area and language, and nothing else")
    func folderIsComplete() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: SourceTree.catalogue.path)
        let expected = Area.allCases.flatMap { area in Language.allCases.map { "\(area).\($0).po" } }
        #expect(files.sorted() == expected.sorted())
    }

    @Test("what was compiled in is what the folder holds", arguments: Area.allCases, Language.allCases)
    func isNotStale(area: Area, language: Language) throws {
        let file = SourceTree.catalogue.appendingPathComponent("\(area).\(language).po")
        #expect(try Data(contentsOf: file) == Data(area.bytes(language)))
    }

    @Test("in Romanian the way in and a place in a shelter have words of their own")
    func slotAndPlace() {
        let place = /\b[Ll]oc(ul|uri|urile|ului)?\b/
        var slots = 0
        for area in Area.allCases {
            for (key, english) in entries(area, .en)
            where english.forms.values.contains(where: { $0.contains("slot") }) {
                slots += 1
                for text in (entries(area, .ro)[key]?.forms ?? [:]).values {
                    #expect(text.firstMatch(of: place) == nil || key == "cli.operator.slot", "\(key): \(text)")
                }
            }
        }
        #expect(slots > 10)
    }

    @Test(
        "of every key one by one the catalogue says what its file does, and knows no other",
        arguments: Language.allCases)
    func saysTheSame(language: Language) {
        let catalogue = Catalogue.of(language)
        var keys: Set<String> = []
        for area in Area.allCases {
            for (key, entry) in entries(area, language) {
                keys.insert(key)
                #expect(catalogue.text(key) == Catalogue.text(entry, forms: language.pluralForms), "\(key)")
            }
        }
        #expect(keys == Set(catalogue.keys) && keys.count > 1_000)
    }

    @Test("no key stands in two areas")
    func keysAreUnique() {
        let keys = Area.allCases.flatMap { entries($0, .en).keys }
        let counts = Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    }

    @Test("keys are dotted words in lower case", arguments: Area.allCases)
    func keysHaveTheirShape(area: Area) {
        #expect(entries(area, .en).keys.filter { !SourceMention.isKey($0) }.sorted() == [])
    }

    @Test("Romanian and Russian have the keys English has", arguments: Area.allCases, others)
    func sameKeys(area: Area, language: Language) {
        let (english, other) = (Set(entries(area, .en).keys), Set(entries(area, language).keys))
        #expect(english.subtracting(other).sorted() == [], "missing in \(area).\(language).po")
        #expect(other.subtracting(english).sorted() == [], "not in \(area).en.po")
    }

    @Test("nothing is left untranslated and every plural has its forms", arguments: Area.allCases, Language.allCases)
    func isComplete(area: Area, language: Language) {
        for entry in entries(area, language).values {
            #expect(Catalogue.text(entry, forms: language.pluralForms) != nil, "\(area).\(language).po: \(entry.key)")
            #expect(entry.forms.count == (entry.isPlural ? language.pluralForms : 1), "\(entry.key)")
        }
    }

    @Test("each language fills in what English fills in", arguments: Area.allCases, others)
    func samePlaceholders(area: Area, language: Language) {
        let other = entries(area, language)
        for (key, english) in entries(area, .en) {
            guard let entry = other[key] else { continue }
            #expect(entry.isPlural == english.isPlural, "\(area).\(language).po: \(key)")
            let expected = placeholders(english).union(english.isPlural ? ["n"] : [])
            #expect(
                placeholders(entry).union(entry.isPlural ? ["n"] : []) == expected, "\(area).\(language).po: \(key)")
        }
    }

    private func placeholders(_ entry: PortableObject.Entry) -> Set<String> {
        entry.forms.values.reduce(into: []) { $0.formUnion(Template($1).placeholders) }
    }

    @Test(
        "every form of a plural fills in the same, but a form for one may say it in words", arguments: Area.allCases)
    func samePlaceholdersInForms(area: Area) {
        for language in Language.allCases {
            for entry in entries(area, language).values where entry.isPlural {
                let sets = entry.forms.values.map { Template($0).placeholders.subtracting(["n"]) }
                #expect(Set(sets).count == 1, "\(area).\(language).po: \(entry.key)")
            }
        }
    }

    @Test("letters are the language's own", arguments: Area.allCases, Language.allCases)
    func lettersAreRight(area: Area, language: Language) {
        for entry in entries(area, language).values {
            for text in entry.forms.values {
                #expect(commaBelow(text) == text, "cedilla in \(area).\(language).po: \(entry.key)")
                #expect(wordsOfTwoScripts(text) == [], "\(area).\(language).po: \(entry.key)")
            }
        }
    }

    @Test("msgfmt finds nothing to complain of", .enabled(if: Msgfmt.path != nil), arguments: Area.allCases)
    func msgfmtAgrees(area: Area) throws {
        for language in Language.allCases {
            let file = SourceTree.catalogue.appendingPathComponent("\(area).\(language).po")
            #expect(try Msgfmt.check(file) == "", "\(file.lastPathComponent)")
        }
    }
}

/// A Latin `c` in a Russian word looks right and is never found by a search.
func wordsOfTwoScripts(_ text: String) -> [String] {
    text.split { !$0.isLetter }.map(String.init).filter { word in
        let cyrillic = word.unicodeScalars.filter { (0x400...0x52F).contains($0.value) }.count
        return cyrillic != 0 && cyrillic != word.unicodeScalars.count
    }
}

/// The checker of gettext, where it is installed.
enum Msgfmt {
    static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/msgfmt" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// What it says about a file; "" where all is well. Header fields about the
    /// translator, which it would have for its own bookkeeping, are not asked for.
    static func check(_ file: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(path))
        process.arguments = ["--check", "--output-file=/dev/null", file.path]
        process.environment = ["LC_ALL": "C"]
        let output = Pipe()
        process.standardError = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let complaints = said.split(separator: "\n").filter { !$0.contains("missing in header") }
        return process.terminationStatus == 0 ? complaints.joined(separator: "\n") : said
    }
}
