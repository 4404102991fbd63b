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
        bench.rest()
        return bench
    }

    private func screen(_ bench: Bench) throws -> ReportsScreen { try #require(bench.console.top as? ReportsScreen) }

    @Test("the screens", arguments: ScreenTests.sizes, Language.allCases)
    func screens(size: (Int, Int), language: Language) throws {
        let bench = try reports(size.0, size.1, language)
        try Golden.expect(bench.text, "reports-\(size.0)x\(size.1)-\(language)")
        bench.type("<Down><Down><Down><Down><Down><Down><Down><Enter>")
        try Golden.expect(bench.text, "reports-topics-\(size.0)x\(size.1)-\(language)")
        bench.type("=")
        try Golden.expect(bench.text, "reports-explained-\(size.0)x\(size.1)-\(language)")
        bench.type("<Esc><Esc><End>")
        try Golden.expect(bench.text, "reports-house-\(size.0)x\(size.1)-\(language)")
        bench.type("<Up><Up><Enter>")
        try Golden.expect(bench.text, "reports-staffing-\(size.0)x\(size.1)-\(language)")
    }

    @Test("the funnel says each step with both its numbers")
    func funnel() throws {
        let bench = try reports()
        let counts = try bench.store.counts(.calls, by: .all, Period("2009-09")!)
        let sos = try bench.store.counts(.sos, by: .all, Period("2009-09")!)
        #expect(bench.text.contains("\(sos["all"]!)/\(counts["all"]!)"))
        #expect(bench.text.contains("August 2009"))
    }

    @Test("SOS by outcome says the largest outcome where all are resolved, and a dash where there was none")
    func outcomes() throws {
        let bench = try reports()
        func line() throws -> Substring {
            try #require(bench.text.split(separator: "\n").first { $0.contains("SOS by outcome") })
        }
        #expect(try line().contains("open"))
        for escalation in bench.console.situation.live.escalations {
            try bench.store.perform(
                [
                    .escalation(escalation.id, .acknowledge),
                    .escalation(
                        escalation.id,
                        .resolve(outcome: "resolved_by_consultation", reason: nil, openedCase: nil)),
                ], by: "41", at: bench.now)
        }
        bench.pass(seconds: 1)
        bench.rest()
        #expect(try line().contains("consultation"), "\(bench.text)")
        bench.type("/")
        bench.write("2008-02")
        bench.type("<Enter>")
        #expect(try line().contains("\u{2013}"))
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
        let period = Period("2009-09")!
        for section in ReportSection.all {
            for line in try screen(bench).part(section)?.lines ?? [] {
                guard let behind = line.behind(period) else { continue }
                let found = try bench.store.calls(CallFilter(behind: behind), limit: 1000).calls
                #expect(found.count == line.n, "\(section) \(line.id)")
            }
        }
    }

    @Test("everything the house knows comes after the counts, part by part, and every part opens")
    func house() throws {
        let bench = try reports(160, 50)
        let screen = try screen(bench)
        #expect(screen.whole?.period.name == "2009-09")
        bench.type("<End>")
        for section in ReportSection.all.reversed() {
            guard case .house(let part) = section else { break }
            #expect(try self.screen(bench).shown == section)
            #expect(bench.text.contains(Say(.en)(part.title)), "\(part)")
            bench.type("<Up>")
        }
    }

    @Test("one key opens a figure to how it is made, what was left out, and what it was before; Esc closes it")
    func explained() throws {
        let bench = try reports()
        bench.type("=")
        #expect(bench.text.contains("Final calls of every class but code test"))
        #expect(bench.text.contains("August 2009") && bench.text.contains("In none of the counts"))
        bench.type("<Esc>")
        #expect(try screen(bench).opened == nil && bench.text.contains("SOS by outcome"))
        bench.type("<Down>=")
        #expect(bench.text.contains("of class SOS") && bench.text.contains("3/52"))
        bench.type("<Enter>")
        #expect(bench.console.top is CallsScreen)
    }

    @Test("an operator sees their own line of the operators, a reporting officer none, a supervisor all")
    func operators() throws {
        let bench = try reports()
        let own = try #require(try screen(bench).part(.breakdown(.operator)))
        #expect(own.lines.map(\.id) == ["01"])
        let supervisor = Operator(code: "91", roles: [.supervisor])
        let officer = Operator(code: "71", roles: [.reportingOfficer])
        #expect(OperatorRows(for: supervisor) == .all && OperatorRows(for: officer) == .none)
        #expect(!bench.text.contains("03"))
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
