import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

/// What a screen shows is in the words of whoever reads it, not in codes.
@Suite("Read in one's own language")
struct ReadInTheirLanguageTests {
    @Test("a shift that most hotlines have goes by its word, any other by its code")
    func patterns() throws {
        for (language, name) in [(Language.en, "day 08–20"), (.ro, "zi 08–20"), (.ru, "день 08–20")] {
            let bench = try Bench.onDesk("17:40", with: [], language: language)
            #expect(bench.console.situation.patternName("day") == name)
            #expect(bench.text.contains(name))
        }
    }

    @Test("countries and languages stand by name, what is none of them at the end", arguments: Language.allCases)
    func choices(language: Language) {
        for list in [ListID.country, .language] {
            let choices = ChoiceSource.list(list).choices(language)
            #expect(Set(choices.map(\.id)) == Set(CodeLists.list(list).codes.map(\.code)))
            #expect(choices.suffix(3).map(\.id) == ["unknown", "not_asked", "refused"])
            let names = choices.dropLast(3).map { folded($0.label) }
            #expect(names == names.sorted())
        }
    }

    @Test("who came with a mission is read and typed in words, and read back", arguments: Language.allCases)
    func persons(language: Language) {
        let all = CodeLists.list(.beneficiary).codes.enumerated().map { place, code in
            PersonCount(category: code.code, count: place + 1)
        }
        let text = CountsText.text(all, language)
        #expect(!text.contains("_"))
        #expect(CountsText.persons(text) == all)
    }

    @Test("whatever stands between a line and its switch has a name", arguments: Language.allCases)
    func troubles(language: Language) {
        let say = Say(language)
        let stored =
            [
                SwitchTrouble.unreachable, .noBanner, .notASwitch, .loginRefused, .notPermitted(action: "queues"),
                .silent, .connectionLost,
            ].map(\.code) + [LinkState.bridgeStopped, LinkState.bridgeGone]
        for code in stored { #expect(say.has("board.trouble.\(code)")) }
        #expect(say.trouble(of: "something_new") == "something_new")
    }

    @Test("a setting says what its limits are counted in")
    func units() throws {
        let bench = try Bench.sealedOffice(columns: 160, rows: 50)
        bench.type("d<Tab><Tab>")
        #expect(bench.text.contains("1–3,600 s"))
    }
}
