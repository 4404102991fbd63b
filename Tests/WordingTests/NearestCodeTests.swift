import HotlineDomain
import Testing

@Suite("The nearest codes")
struct NearestCodeTests {
    @Test(
        "an unknown code names what was meant",
        arguments: [
            (ListID.callClass, "SOS!", "sos"), (.callClass, "informaton", "information"),
            (.callClass, "info", "information"),
            (.callClass, "consiliere", "counselling"), (.callClass, "информация", "information"),
            (.nonCounselling, "slient", "silent"), (.nonCounselling, "wrong number", "wrong_number"),
            (.nonCounselling, "farsa", "prank"), (.country, "Moldavia", "MD"), (.country, "Turcia", "TR"),
            (.country, "Косова", "XK"), (.country, "md", "MD"), (.language, "romana", "ro"),
            (.language, "russain", "ru"),
            (.escalationOutcome, "case", "case_opened"),
        ])
    func suggests(id: ListID, typed: String, code: String) {
        let nearest = CodeLists.list(id).nearest(to: typed, limit: 3).map(\.code)
        #expect(nearest.first == code)
    }

    @Test("there are as many as asked for, and never more than the list has")
    func respectsTheLimit() {
        let list = CodeLists.list(.callClass)
        #expect(list.nearest(to: "zzz", limit: 2).count == 2)
        #expect(list.nearest(to: "", limit: 100).count == 6)
        #expect(list.nearest(to: "sos", limit: 0).isEmpty)
    }

    @Test("a neighbour swapped is one slip, not two")
    func countsSwaps() {
        let codes = ["ab", "ac"].map { Code(code: $0, labels: [:]) }
        let list = CodeList(id: "x", version: 1, source: "", codes: codes)
        #expect(list.nearest(to: "ba", limit: 1).map(\.code) == ["ab"])
    }
}
