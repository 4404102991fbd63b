import HotlineDomain
import HotlineStore
import Testing
import Wording

@testable import HotlineConsole

@Suite("Numbers of a desk with a long mark, as one sees them")
struct MarkedNumberTests {
    static let screens: [(name: String, keys: String)] = [
        ("desk", ""), ("calls", "c"), ("escalations", "o"), ("escalation", "o<Enter>"), ("cases", "f"),
        ("case", "f<Enter>"), ("referrals", "r"), ("referral", "r<Enter>"),
    ]

    @Test("each is read whole at 80 columns", arguments: screens, Language.allCases)
    func screen(screen: (name: String, keys: String), language: Language) throws {
        let work = try Casework(mark: 123)
        let file = try work.openCase()
        try work.refer(file)
        try work.walkIn()
        let bench = try work.desk("17:40", language: language)
        bench.type(screen.keys)
        #expect(bench.text.contains("09-123-"))
        try Golden.expect(bench.text, "marked-\(screen.name)-80x24-\(language)")
    }

    @Test(
        "a case is meant by its counter at this desk, or by all of its number",
        arguments: ["1", "01", "09-123-01", "case 09-123-001"])
    func typed(_ typed: String) throws {
        let work = try Casework(mark: 123)
        let walkIn = try work.walkIn()
        let id = try work.openCase()
        let bench = try work.desk("14:40")
        bench.type("f<Enter>m")
        bench.write(typed)
        bench.type("<F2>")
        #expect(bench.text.contains("Case 09-123-02 becomes the duplicate."))
        bench.type("y")
        #expect(try work.store.case(id)?.mergedInto == walkIn)
    }
}
