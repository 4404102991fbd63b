import Foundation
import Testing
import Wording

@testable import HotlineDomain

@Suite("Code lists")
struct CodeListTests {
    @Test("a list is named in its file as it is in the code", arguments: ListID.allCases)
    func isNamed(id: ListID) {
        let list = CodeLists.list(id)
        #expect(list.id == id.rawValue)
        #expect(list.version >= 1)
        #expect(!list.codes.isEmpty)
    }

    @Test("the folder holds a file for each list, and nothing else")
    func folderIsComplete() throws {
        let folder = SourceTree.sources.appendingPathComponent("HotlineDomain/CodeLists/Data")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.sorted() == ListID.allCases.map { "\($0.rawValue).tsv" }.sorted())
        #expect(CodeLists.all.map(\.id) == ListID.allCases.map(\.rawValue))
    }

    @Test("every code has a label in each language, in that language's letters", arguments: ListID.allCases)
    func hasLabels(id: ListID) {
        for code in CodeLists.list(id).codes {
            #expect(Set(code.labels.keys) == Set(Language.allCases.map(\.rawValue)), "\(code.code)")
            for label in code.labels.values {
                #expect(commaBelow(label) == label, "\(code.code)")
                #expect(wordsOfTwoScripts(label) == [], "\(code.code)")
                #expect(label.first?.isWhitespace == false && label.last?.isWhitespace == false)
            }
        }
    }

    @Test("labels of a list are told apart in each language", arguments: ListID.allCases, Language.allCases)
    func labelsDiffer(id: ListID, language: Language) {
        let labels = CodeLists.list(id).codes.map { $0.label(language.rawValue) }
        let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
    }

    @Test("a code is snake_case, or the standard's own", arguments: ListID.allCases)
    func codesHaveTheirForm(id: ListID) throws {
        let list = CodeLists.list(id)
        let form =
            switch id {
            case .ageBand: "[0-9]+-[0-9]+|48\\+|[a-z_]+"
            case .country: "[A-Z]{2}|unknown|not_asked|refused"
            case .language: "[a-z]{2}|gag|rom|unknown|not_asked|refused"
            default:
                list.source.hasPrefix("HTCDS 2.0") ? "[A-Z0-9][A-Za-z]*(_[A-Za-z]+)?" : "[a-z]+[a-z0-9]*(_[a-z0-9]+)*"
            }
        let pattern = try Regex(form)
        #expect(list.codes.map(\.code).filter { $0.wholeMatch(of: pattern) == nil } == [])
        #expect(Set(list.codes.map(\.code)).count == list.codes.count)
    }

    @Test("each non-counselling code has one key of its own, in the order of the keyboard")
    func nonCounsellingKeys() {
        let list = CodeLists.list(.nonCounselling)
        #expect(list.codes.compactMap(\.key) == Array("1234567890-=!"))
        #expect(list.code(key: "1")?.code == "silent")
        #expect(list.code(key: "!")?.code == "misdirected_emergency")
        #expect(list.code(key: "x") == nil)
    }

    private static let lengths: [(ListID, Int)] = [
        (.callClass, 6), (.nonCounselling, 13), (.caller, 23), (.topic, 85), (.gbvType, 7),
        (.protectionOrder, 5), (.beneficiary, 13), (.callOutcome, 11), (.service, 22), (.escalationOutcome, 10),
        (.referralOutcome, 11), (.rejectedBecause, 8), (.consentOverriddenBecause, 4), (.amendedBecause, 5),
        (.caseClosing, 12), (.heard, 16), (.operatorState, 10), (.sex, 6), (.ageBand, 12), (.exploitation, 11),
        (.sexExploitation, 4), (.industry, 21), (.control, 16), (.recruitment, 10), (.website, 15),
        (.traffickingStatus, 3), (.decidingBody, 5), (.relationToTrafficker, 3), (.gender, 6), (.maritalStatus, 6),
        (.educationLevel, 9), (.traffickingEvent, 3), (.organisationType, 9), (.roleInProcess, 15),
        (.referralReason, 3), (.htcdsCaseStatus, 4), (.supportPlan, 9), (.vulnerability, 12),
    ]

    @Test("the lists are as long as the documents and standards have them", arguments: lengths)
    func hasItsLength(id: ListID, count: Int) {
        #expect(CodeLists.list(id).codes.count == count)
    }

    @Test("all countries of ISO 3166 and all languages of ISO 639-1 are there")
    func isoLists() {
        let countries = CodeLists.list(.country).codes.map(\.code).filter { $0.count == 2 }
        #expect(countries.count == 249 + 1)
        #expect(countries == countries.sorted())
        #expect(Set(["MD", "RU", "UA", "RO", "AE", "PT", "XK"]).isSubset(of: countries))
        #expect(CodeLists.list(.language).codes.filter { $0.code.count == 2 }.count == 183)
        #expect(
            CodeLists.list(.country).code("MD")?.labels == [
                "en": "Moldova", "ro": "Republica Moldova", "ru": "Молдова",
            ])
        #expect(
            CodeLists.list(.language).code("ro")?.labels == ["en": "Romanian", "ro": "Română", "ru": "Румынский"])
    }

    @Test("the child topics are ten categories with their sub-categories")
    func childTopics() {
        let topics = CodeLists.list(.topic)
        let categories = topics.children(of: nil).filter { !topics.children(of: $0.code).isEmpty }
        #expect(categories.map { topics.children(of: $0.code).count } == [4, 12, 12, 7, 8, 7, 6, 4, 4, 3])
        #expect(topics.children(of: nil).count == 8 + 10)
    }

    @Test(
        "unknown, not asked and refused are three codes",
        arguments: [ListID.sex, .ageBand, .caller, .country, .language])
    func threeUnknowns(id: ListID) {
        #expect(CodeLists.list(id).codes.suffix(3).map(\.code) == ["unknown", "not_asked", "refused"])
    }

    @Test("a label in a language there is none for is the English one, and without that the code")
    func labelsFallBack() {
        #expect(Code(code: "a", labels: ["en": "A"]).label("uk") == "A")
        #expect(Code(code: "a", labels: [:]).label("en") == "a")
    }
}
