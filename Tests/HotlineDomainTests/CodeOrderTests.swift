import HotlineDomain
import Testing

@Suite("Codes in order")
struct CodeOrderTests {
    @Test("codes stand as people count them")
    func order() {
        let codes = ["2", "10", "1", "line-10", "line-9", "91", "SIP/104", "SIP/99", "01", "a", "", "7b", "7a", "07"]
        #expect(
            codes.sorted(by: codesInOrder) == [
                "", "01", "1", "2", "07", "7a", "7b", "10", "91", "SIP/99", "SIP/104", "a", "line-9", "line-10",
            ])
    }

    @Test("it is an order: of two codes one comes first, and never both, however long their numbers")
    func strict() {
        let long = String(repeating: "9", count: 60)
        let codes = ["1", "01", "001", "1a", "a1", "a01", "", "é", long, long + "0", "a" + long]
        for a in codes {
            #expect(!codesInOrder(a, a))
            for b in codes where a != b { #expect(codesInOrder(a, b) != codesInOrder(b, a), "\(a) \(b)") }
        }
    }
}
