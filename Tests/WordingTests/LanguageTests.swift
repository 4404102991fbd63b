import Testing
import Wording

@Suite("Languages")
struct LanguageTests {
    @Test(
        "the language is read from what the environment says",
        arguments: [
            ("en", Language.en), ("en_GB.UTF-8", .en), ("ro_MD.UTF-8", .ro), ("ro-RO", .ro), ("mo", .ro),
            ("ru_RU.UTF-8", .ru), ("RU@calendar=gregorian", .ru), ("ru.KOI8-R", .ru),
        ])
    func readsLocales(locale: String, language: Language) {
        #expect(Language(locale: locale) == language)
    }

    @Test("a locale in no language of ours is none", arguments: ["", "C", "POSIX", "C.UTF-8", "uk_UA", "rom", "_ro"])
    func refusesLocales(locale: String) {
        #expect(Language(locale: locale) == nil)
    }

    @Test("each language names itself")
    func namesItself() {
        #expect(Language.allCases.map(\.ownName) == ["English", "Română", "Русский"])
    }
}
