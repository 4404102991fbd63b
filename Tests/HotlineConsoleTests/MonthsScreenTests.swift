import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Months, and closing one")
struct MonthsScreenTests {
    /// August is over, September runs; a supervisor sits at the desk.
    private func months(
        _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en, as code: String = "91"
    ) throws -> Bench {
        let bench = try desk(as: code, columns, rows, language: language)
        try Fixture.history(bench.store)
        bench.pass(seconds: 1)
        bench.type("p")
        idle(bench)
        return bench
    }

    /// A supervisor works no shift: the desk is asked for.
    private func desk(
        as code: String = "91", _ columns: Int = 80, _ rows: Int = 24, language: Language = .en
    ) throws -> Bench {
        let bench = try Bench.onDesk(as: code, columns: columns, rows: rows, language: language)
        if bench.console.top is SignInScreen { bench.type("w") }
        return bench
    }

    private func idle(_ bench: Bench) {
        while !bench.runner.idle.isEmpty { bench.runner.load(bench.runner.idle.removeFirst()) }
        bench.runner.show()
    }

    private func screen(_ bench: Bench) throws -> MonthsScreen { try #require(bench.console.top as? MonthsScreen) }

    /// A call of August that nobody has finished.
    private func leaveDraft(_ store: Store) throws -> CallID {
        let started = Fixture.at("10:00", BusinessDate("2009-08-20")!)
        let id: CallID = store.newID(at: Fixture.at("14:00"))
        var content = CallContent(callClass: .information, topics: ["documents"], outcome: "information_given")
        content.offShiftReason = "back_entry"
        try store.perform(
            [.call(id, .enter(line: "ru", started: started, ended: started + .minutes(4), CallEntry(content)))],
            by: "01", at: Fixture.at("14:00"))
        return id
    }

    @Test("the screens", arguments: ScreenTests.sizes, Language.allCases)
    func screens(size: (Int, Int), language: Language) throws {
        let bench = try months(size.0, size.1, language)
        let name = "\(size.0)x\(size.1)-\(language)"
        try Golden.expect(bench.text, "months-\(name)")
        bench.type("c")
        try Golden.expect(bench.text, "months-close-\(name)")
        bench.type("y")
        idle(bench)
        try Golden.expect(bench.text, "months-closed-\(name)")
    }

    @Test("what keeps a month open stands on the screen, and one key leads to it", arguments: Language.allCases)
    func drafts(language: Language) throws {
        let bench = try desk(language: language)
        try Fixture.history(bench.store)
        let draft = try leaveDraft(bench.store)
        bench.pass(seconds: 1)
        bench.type("p")
        idle(bench)
        try Golden.expect(bench.text, "months-drafts-80x24-\(language)")
        let number = try #require(try bench.store.call(draft)?.number)
        #expect(bench.text.contains("1: \(number)"))
        bench.type("c")
        #expect(bench.console.top is MonthsScreen)
        #expect(try bench.store.closings().isEmpty)
        bench.type("<Enter>")
        let calls = try #require(bench.console.top as? CallsScreen)
        #expect(calls.list.window.rows.map(\.call.id) == [draft])
    }

    @Test("the cursor begins at the month whose turn it is; a question comes first, and no is no")
    func close() throws {
        let bench = try months()
        #expect(try screen(bench).months.selected?.month.name == "2009-08")
        bench.type("c")
        #expect(bench.text.contains("Close this month for good?"))
        bench.type("n")
        #expect(try bench.store.closings().isEmpty)
        bench.type("cy")
        idle(bench)
        let closing = try #require(try bench.store.closings().first)
        #expect(closing.period.name == "2009-08" && closing.lastChanged.by == "91")
        #expect(bench.text.contains("August 2009 is closed"))
        #expect(try ClosedMonth(canonicalText: closing.figures).count(.calls) > 50)
        bench.type("c")
        #expect(bench.text.contains("Closed already"))
        bench.type("<Up>c")
        #expect(bench.text.contains("not over yet"))
    }

    @Test("what another console has closed meanwhile is told, and shown as it is")
    func meanwhile() throws {
        let bench = try months()
        bench.type("c")
        try bench.store.close(Period("2009-08")!, by: "91", at: bench.now)
        bench.type("y")
        #expect(bench.text.contains("2009-08 is closed, and its figures are final"))
        #expect(try bench.store.closings().count == 1)
    }

    @Test("everybody who sees counts sees the months; only a supervisor closes one", arguments: ["01", "41"])
    func duty(code: String) throws {
        let bench = try months(as: code)
        #expect(bench.console.top is MonthsScreen)
        bench.type("c")
        #expect(bench.text.contains("Only a supervisor closes a month"))
        #expect(try bench.store.closings().isEmpty)
    }

    @Test("a hotline without a call has no month")
    func empty() throws {
        let bench = try desk()
        bench.type("p")
        #expect(bench.text.contains("Nothing was counted yet"))
        bench.type("<Down>c<Enter>r<Esc>")
        #expect(bench.console.top is DeskScreen)
    }

    @Test("no size is too small or too large")
    func sizes() throws {
        let bench = try months()
        for (columns, rows) in [(1, 1), (20, 5), (60, 16), (99, 24), (100, 24), (400, 120), (80, 24)] {
            bench.resize(columns, rows)
        }
        #expect(bench.text.contains("August 2009"))
    }
}
