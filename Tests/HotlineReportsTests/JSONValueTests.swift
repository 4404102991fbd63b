import HotlineReports
import Testing

@Suite("JSON text")
struct JSONValueTests {
    @Test("keeps the order of members and escapes what must be")
    func order() {
        let value = JSONValue.object([
            ("b", .text("line\nquote\" back\\slash \u{01} Rîbnița")),
            ("a", .array([.null, .flag(true), .number(-3)])),
        ])
        #expect(value.compact == #"{"b":"line\nquote\" back\\slash \u0001 Rîbnița","a":[null,true,-3]}"#)
    }
}
