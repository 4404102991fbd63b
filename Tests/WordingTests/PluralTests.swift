import Testing

@testable import Wording

@Suite("Plurals")
struct PluralTests {
    @Test(
        "English has one and many",
        arguments: [(0, 1), (1, 0), (2, 1), (11, 1), (21, 1), (101, 1), (-1, 0), (Int.min, 1)])
    func english(count: Int, form: Int) { #expect(Language.en.pluralForm(count) == form) }

    @Test(
        "Romanian counts with 'de' from twenty on, but not in 101 to 119",
        arguments: [
            (0, 1), (1, 0), (2, 1), (10, 1), (19, 1), (20, 2), (21, 2), (99, 2), (100, 2), (101, 1), (119, 1),
            (120, 2),
            (200, 2), (201, 1), (1000, 2), (1001, 1), (1346, 2), (-1, 0), (-20, 2),
        ])
    func romanian(count: Int, form: Int) { #expect(Language.ro.pluralForm(count) == form) }

    @Test(
        "Russian looks at the last digit, but eleven to fourteen are many",
        arguments: [
            (0, 2), (1, 0), (2, 1), (4, 1), (5, 2), (10, 2), (11, 2), (12, 2), (14, 2), (19, 2), (20, 2), (21, 0),
            (22, 1), (25, 2), (100, 2), (101, 0), (102, 1), (111, 2), (112, 2), (121, 0), (1346, 2), (-1, 0), (-3, 1),
        ])
    func russian(count: Int, form: Int) { #expect(Language.ru.pluralForm(count) == form) }

    @Test("calls are counted as people say it", arguments: Language.allCases)
    func calls(language: Language) {
        let expected: [Language: [String]] = [
            .en: ["0 calls", "1 call", "2 calls", "20 calls", "101 calls", "1,346 calls"],
            .ro: ["0 apeluri", "1 apel", "2 apeluri", "20 de apeluri", "101 apeluri", "1.346 de apeluri"],
            .ru: ["0 звонков", "1 звонок", "2 звонка", "20 звонков", "101 звонок", "1\u{A0}346 звонков"],
        ]
        #expect([0, 1, 2, 20, 101, 1346].map { Say(language)("count.calls", n: $0) } == expected[language])
    }

    @Test(
        "the Plural-Forms line of every PO file says what the code does", arguments: Area.allCases, Language.allCases)
    func headersAgree(area: Area, language: Language) throws {
        let header = try #require(PortableObject(area.bytes(language)).header["Plural-Forms"])
        let fields = header.split(separator: ";").map { $0.drop { $0 == " " } }
        #expect(fields.first == "nplurals=\(language.pluralForms)")
        let formula = try #require(fields.last { $0.hasPrefix("plural=") }).dropFirst("plural=".count)
        let plural = try PluralFormula(String(formula))
        for count in 0...1200 {
            #expect(plural.form(count) == language.pluralForm(count), "\(area) \(language) \(count)")
        }
    }
}
