import Testing
import Wording

@Suite("Romanian letters")
struct RomanianLettersTests {
    @Test(
        "cedilla letters and combining marks become comma-below letters",
        arguments: [
            ("Chişinău", "Chișinău"), ("ŞI ŢIGLĂ", "ȘI ȚIGLĂ"), ("ţară", "țară"), ("Chișinău", "Chișinău"),
            ("s\u{327}i t\u{326}ara\u{306}", "și țara\u{306}"), ("c\u{327}", "c\u{327}"), ("Кишинёв", "Кишинёв"),
            ("", ""),
        ])
    func normalises(text: String, expected: String) {
        #expect(Array(commaBelow(text).unicodeScalars) == Array(expected.unicodeScalars))
    }
}
