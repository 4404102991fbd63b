import Testing

@testable import Wording

@Suite("Ordinals")
struct OrdinalTests {
    @Test(
        "as they stand before a call",
        arguments: [
            (1, "first", "primul", "первый"), (2, "second", "al doilea", "второй"),
            (3, "third", "al treilea", "третий"), (12, "twelfth", "al doisprezecelea", "двенадцатый"),
            (13, "13th", "al 13-lea", "13-й"), (21, "21st", "al 21-lea", "21-й"), (22, "22nd", "al 22-lea", "22-й"),
            (103, "103rd", "al 103-lea", "103-й"), (111, "111th", "al 111-lea", "111-й"),
        ])
    func spoken(number: Int, en: String, ro: String, ru: String) {
        #expect(Say(.en).ordinal(number) == en)
        #expect(Say(.ro).ordinal(number) == ro)
        #expect(Say(.ru).ordinal(number) == ru)
    }
}
