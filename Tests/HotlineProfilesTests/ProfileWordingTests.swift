import HotlineDomain
import HotlineProfiles
import Testing
import Wording

@Suite("Problems and changes in words")
struct ProfileWordingTests {
    @Test("every rule has its sentence in each language", arguments: ProfileRule.allCases, Language.allCases)
    func rules(rule: ProfileRule, language: Language) {
        let key = "profile.\(rule.rawValue)"
        let text = Say(language)(key)
        #expect(text != key)
        #expect(language == .en || text != Say(.en)(key), "not translated")
    }

    @Test("no sentence leaves a placeholder unfilled", arguments: Language.allCases)
    func filled(language: Language) {
        let say = Say(language)
        let breaks =
            ProfileBreak.form + ProfileBreak.codes + ProfileBreak.plan + ProfileBreak.donors
            + ProfileBreak.indicators + ProfileBreak.packs
        for broken in breaks {
            for problem in HotlineProfile.check(text: broken.text, file: "sample.toml") {
                let text = problem.text { say($0, $1) }
                #expect(!text.contains("{") && !text.contains("profile."), "\(text)")
            }
        }
    }

    @Test("a problem reads as somebody would say it")
    func sentence() throws {
        let say = Say(.en)
        let problem = try #require(
            HotlineProfile.check(text: Sample.with("[\"01\", \"02\"]", "[\"01\"]"), file: "sample.toml").first)
        #expect(
            problem.text { say($0, $1) }
                == "`day` (08:00-20:00) needs 2 and has 1, every day from 2026-11-01 on. Add operators, or lower `staff`."
        )
    }

    @Test("changes are said in each language", arguments: Language.allCases)
    func changes(language: Language) throws {
        let say = Say(language)
        let old = try Sample.hotline()
        var new = old
        new.name = "X"
        new.lines[0].code = "ro"
        new.operators[0].active = false
        new.settings.planDays = 7
        let found = HotlineProfile.difference(from: old, to: new)
        #expect(found.count == 5)
        for change in found {
            let text = change.text { say($0, $1) }
            #expect(!text.contains("{") && !text.contains("profile."), "\(text)")
        }
    }
}
