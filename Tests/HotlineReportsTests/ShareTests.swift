import HotlineReports
import Testing

@Suite("A share")
struct ShareTests {
    @Test(
        "says the field's percentages",
        arguments: [(126, 1346, "9.4"), (19, 126, "15.1"), (3, 19, "15.8"), (6, 9, "66.7"), (1, 9, "11.1")])
    func field(n: Int, of: Int, says: String) {
        #expect(Share(n, of: of).number() == says)
        #expect(Share(n, of: of).fraction == "\(n)/\(of)")
    }

    @Test("of nothing is a dash, never 0 % or 100 %", arguments: [0, 3])
    func ofNothing(n: Int) {
        #expect(Share(n, of: 0).percentage == .undefined)
        #expect(Share(n, of: 0).number() == "-")
    }

    @Test(
        "is not rounded to nothing or to everything",
        arguments: [
            (0, 10, "0.0"), (1, 100_000, "<0.1"), (1, 1000, "0.1"), (99_999, 100_000, ">99.9"), (7, 7, "100.0"),
        ])
    func edges(n: Int, of: Int, says: String) {
        #expect(Share(n, of: of).number() == says)
    }

    @Test("takes the decimal mark of the language it stands in")
    func mark() { #expect(Share(126, of: 1346).number(decimalMark: ",") == "9,4") }

    @Test("under thirty steps back behind its count")
    func small() {
        #expect(Share(3, of: 19).isSmall)
        #expect(!Share(19, of: 126).isSmall)
    }
}
