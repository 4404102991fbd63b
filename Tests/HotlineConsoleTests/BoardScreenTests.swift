import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("The live board")
struct BoardScreenTests {
    /// Ten visits of the test vector (DOMAIN.md section 6) and one caller who
    /// waits, told before anybody looks.
    private func board(columns: Int = 80, rows: Int = 24, language: Language = .en) throws -> Bench {
        let bench = try Bench.onDesk("14:32", as: "91", columns: columns, rows: rows, language: language)
        let start = Fixture.at("14:00")
        let answers: [Int64] = [3, 5, 8, 10, 15, 20, 25, 45]
        for (place, wait) in answers.enumerated() {
            try tell(bench, "a\(place)", at: start + .minutes(Int64(place)), ended: .answered(by: "01"), after: wait)
        }
        try tell(bench, "b1", at: start + .minutes(9), ended: .abandoned, after: 3)
        try tell(bench, "b2", at: start + .minutes(10), line: "eu", ended: .abandoned, after: 40)
        try tell(bench, "w", at: Fixture.at("14:31"), line: "eu")
        try perform(
            bench,
            .linkState(
                bench.store.newID(LinkState.self, at: start), .begin(source: "asterisk", .up, trouble: nil, at: start)
            ))
        bench.type("wv")
        return bench
    }

    private func tell(
        _ bench: Bench, _ key: String, at: Instant, line: String = "ru", ended: VisitFacts.Ending? = nil,
        after seconds: Int64 = 0
    ) throws {
        var facts = VisitFacts(
            id: SwitchCallID(key), call: key, line: line, offered: VisitFacts.Stamp(at: at, isExact: true))
        if let ended {
            facts.ending = ended
            facts.endedAt = VisitFacts.Stamp(at: at + .seconds(seconds), isExact: true)
            if case .answered = ended {
                var talk = VisitFacts.Talk()
                talk.ended = VisitFacts.Stamp(at: at + .seconds(seconds + 60), isExact: true)
                facts.talk = talk
            }
        }
        try perform(
            bench, .visit(bench.store.newID(Visit.self, at: at), .observe(source: "asterisk", facts)))
    }

    private func perform(_ bench: Bench, _ command: Command) throws {
        try bench.store.perform([command], by: Stamp.systemCode, at: bench.now)
    }

    @Test("small and large, in each language", arguments: Language.allCases)
    func screens(language: Language) throws {
        for (columns, rows) in [(80, 24), (160, 50)] {
            let bench = try board(columns: columns, rows: rows, language: language)
            try Golden.expect(bench.text, "board-\(columns)x\(rows)-\(language)")
            bench.type("<Down><Down><Down><Down><Down><Down><Down><Down><Down><Enter>")
            try Golden.expect(bench.text, "board-figure-\(columns)x\(rows)-\(language)")
        }
    }

    @Test("the figures are those of the test vector, with both their numbers")
    func vector() throws {
        let bench = try board(columns: 160, rows: 50)
        #expect(bench.text.contains("6/9") && bench.text.contains("66.7"))
        #expect(bench.text.contains("1/9") && bench.text.contains("11.1"))
    }

    @Test("a figure opens to its formula and the visits behind it, and closes again")
    func opens() throws {
        let bench = try board(columns: 160, rows: 50)
        bench.type("b")
        #expect(bench.text.contains("B: the caller gave up") && bench.text.contains("1 visit behind it"))
        bench.type("<Esc>")
        #expect(!bench.text.contains("behind it") && bench.console.top is BoardScreen)
        bench.type("<Esc>")
        #expect(bench.console.top is DeskScreen)
    }

    @Test("what the switch tells meanwhile is counted without reading the day again")
    func goesOn() throws {
        let bench = try board(columns: 160, rows: 50)
        #expect(bench.text.contains("1:00"), "who waits has waited a minute")
        let screen = try #require(bench.console.top as? BoardScreen)
        try tell(bench, "w", at: Fixture.at("14:31"), line: "eu", ended: .answered(by: "02"), after: 70)
        bench.pass(seconds: 30)
        let after = try #require(bench.console.top as? BoardScreen)
        #expect(after.day?.all.answered == 9 && after.day?.all.waiting == 0)
        #expect(after.position ?? 0 > screen.position ?? 0)
    }

    @Test("a switch that is not heard is said so in words, and the mark is not colour alone")
    func linkDown() throws {
        let bench = try board(columns: 160, rows: 50)
        try perform(
            bench,
            .linkState(
                bench.store.newID(LinkState.self, at: bench.now),
                .begin(source: "asterisk", .down, trouble: "silent", at: bench.now)))
        bench.pass(seconds: 5)
        #expect(bench.text.contains("asterisk: not heard since 14:32"))
    }
}
