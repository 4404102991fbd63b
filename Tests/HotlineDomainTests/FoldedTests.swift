import HotlineDomain
import Testing

@Suite("Folded text")
struct FoldedTests {
    @Test(
        "place names are found however they are spelled",
        arguments: [
            ("Chişinău", "chisinau"), ("Chișinău", "chisinau"), ("CHIȘINĂU", "chisinau"),
            ("Chis\u{326}ina\u{306}u", "chisinau"), ("Ştefan-Vodă", "stefan vodă"),
            ("Otaci / Atachi", "otaci atachi"),
            ("Орёл", "орел"), ("Йошкар-Ола", "Иошкар Ола"), ("  Bender  (Tighina) ", "bender tighina"),
            ("Fălești", "Faleşti"), ("Țara", "tara"), ("Weißenfels", "weissenfels"), ("Ærø", "aero"),
        ])
    func samePlace(a: String, b: String) { #expect(folded(a) == folded(b)) }

    @Test("different places stay different", arguments: [("Bălți", "Balta"), ("Орёл", "Орех"), ("Sat 1", "Sat 2")])
    func otherPlace(a: String, b: String) { #expect(folded(a) != folded(b)) }

    @Test("nothing but punctuation folds to nothing", arguments: ["", " ", "—", "...", "\u{301}"])
    func nothing(text: String) { #expect(folded(text) == "") }

    @Test("folding folded text changes nothing", arguments: Seeded.seeds)
    func twice(seed: UInt64) {
        var random = Seeded(seed)
        let letters = Array("aăâîșşțţZŽßéÉ ёЁйЙї.,-/()1２٣漢👍\u{301}\u{200F}\n")
        for _ in 0..<500 {
            let text = String((0..<12).map { _ in letters.randomElement(using: &random)! })
            #expect(folded(folded(text)) == folded(text), "seed \(seed): \(text.debugDescription)")
        }
    }
}
