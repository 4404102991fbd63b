import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("A month in figures")
struct ReportsScreenTests {
    private func reports(_ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en) throws -> Bench {
        let bench = try Bench.onDesk(columns: columns, rows: rows, language: language)
        try Fixture.history(bench.store)
        bench.pass(seconds: 1)
        bench.type("m")
        return bench
    }

    private func screen(_ bench: Bench) throws -> ReportsScreen { try #require(bench.console.top as? ReportsScreen) }

    @Test("the screens", arguments: ScreenTests.sizes, Language.allCases)
    func screens(size: (Int, Int), language: Language) throws {
        let bench = try reports(size.0, size.1, language)
        try Golden.expect(bench.text, "reports-\(size.0)x\(size.1)-\(language)")
        bench.type("<Down><Down><Down><Down><Down><Down><Down><Enter>")
        try Golden.expect(bench.text, "reports-topics-\(size.0)x\(size.1)-\(language)")
    }

    @Test("the funnel says each step with both its numbers")
    func funnel() throws {
        let bench = try reports()
        let counts = try bench.store.counts(.calls, by: .all, Period("2009-09")!)
        let sos = try bench.store.counts(.sos, by: .all, Period("2009-09")!)
        #expect(bench.text.contains("\(sos["all"]!)/\(counts["all"]!)"))
        #expect(bench.text.contains("August 2009"))
    }

    @Test("an empty month prints a dash, never a percentage")
    func empty() throws {
        let bench = try reports()
        bench.type("/")
        bench.write("2008-02")
        bench.type("<Enter>")
        #expect(bench.text.contains("February 2008") && bench.text.contains("-  0/0") == false)
        #expect(!bench.text.contains("%"))
    }

    @Test("months go back and on, a year is the project's, and any period can be typed")
    func periods() throws {
        let bench = try reports()
        bench.type("[")
        #expect(try screen(bench).period.name == "2009-08")
        bench.type("]]")
        #expect(try screen(bench).period.name == "2009-10")
        bench.type("y")
        #expect(try screen(bench).period.name == "2009")
        bench.type("m/")
        bench.write("2009-Q3")
        bench.type("<Enter>")
        #expect(try screen(bench).period.name == "2009-Q3")
        bench.type("/")
        bench.write("soon")
        bench.type("<Enter>")
        #expect(bench.text.contains("That is no period") && bench.text.contains("soon"))
        bench.type("<Esc>")
        #expect(bench.console.top is ReportsScreen)
    }

    @Test("behind every figure of every section stand as many calls as it says")
    func behind() throws {
        let bench = try reports()
        for section in ReportSection.all {
            for figure in try #require(try screen(bench).report).figures(section) {
                let found = try bench.store.calls(figure.behind(Period("2009-09")!), limit: 1000).calls
                #expect(found.count == figure.n, "\(section) \(figure.key)")
            }
        }
    }

    @Test("one key on a figure lists its calls, and Esc comes back to it")
    func open() throws {
        let bench = try reports()
        bench.type("<Down><Down><Down><Down><Down><Enter><Down><Enter>")
        let screen = try #require(bench.console.top as? CallsScreen)
        #expect(!screen.list.window.rows.isEmpty)
        #expect(bench.text.contains("September 2009"))
        bench.type("<Esc>")
        #expect(bench.console.top is ReportsScreen)
        #expect(try self.screen(bench).isInside)
        bench.type("<Esc>")
        #expect(try !self.screen(bench).isInside)
    }

    @Test("a terminal without UTF-8 shows bars too")
    func ascii() throws {
        let bench = try Bench.onDesk(glyphs: .ascii)
        try Fixture.history(bench.store)
        bench.pass(seconds: 1)
        bench.type("m<Down><Down><Down><Down><Down><Enter>")
        #expect(bench.text.contains("####"))
        #expect(!bench.text.unicodeScalars.contains { !$0.isASCII })
    }
}
