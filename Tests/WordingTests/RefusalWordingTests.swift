import HotlineDomain
import Testing

@testable import Wording

@Suite("What refusals say")
struct RefusalWordingTests {
    private func sentence(_ rule: String, _ language: Language) -> String? {
        guard case .plain(let text) = Catalogue.of(language).text("refusal.\(rule)") else { return nil }
        return text
    }

    @Test("every rule has its sentence in every language", arguments: Rules.all + Rules.variants, Language.allCases)
    func everyRule(rule: String, language: Language) throws {
        let text = try #require(sentence(rule, language))
        // What stands in the way, then what to do: two parts at least, each a sentence of its own.
        let parts = text.split(separator: " ").filter { ".;?!:".contains($0.last ?? " ") }
        #expect(parts.count >= 2 && text.hasSuffix("."), "says no more than what is wrong: \(text)")
        #expect(text.count <= 180, "too long to read at three in the morning: \(text)")
    }

    @Test("a sentence fills in the same details in every language", arguments: Rules.all + Rules.variants)
    func sameDetails(rule: String) throws {
        let details = try Language.allCases.map { Template(try #require(sentence(rule, $0))).placeholders }
        #expect(Set(details).count == 1, "\(details)")
    }

    @Test("no sentence is left of a rule that is no more", arguments: Language.allCases)
    func noneIsLeft(language: Language) {
        let keys = Catalogue.of(language).keys.filter { $0.hasPrefix("refusal.") }
        #expect(
            Set(keys.map { String($0.dropFirst("refusal.".count)) }).subtracting(Rules.all + Rules.variants).sorted()
                == [])
    }
}
