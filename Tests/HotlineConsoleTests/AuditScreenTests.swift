import Foundation
import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("The journal as one reads it")
struct AuditScreenTests {
    /// An auditor at a store with a history, and a day's work on top.
    private func journal(_ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en) throws -> Bench {
        let store = try Fixture.openOffices()
        try Fixture.history(store)
        try Fixture.signOn(["01", "02"], store, at: Fixture.at("08:00"))
        let call: CallID = store.newID(at: Fixture.at("09:00"))
        try store.perform(
            [.call(call, .start(line: "ru", at: Fixture.at("09:00"), country: nil, language: nil))], by: "01",
            at: Fixture.at("09:00"))
        try store.perform([.access(.view(Subject(.call, call.raw)))], by: "91", at: Fixture.at("09:01"))
        try store.perform([.hotline(.disableOperator(code: "03"))], by: "92", at: Fixture.at("09:02"))
        let bench = try Bench(store: store, columns: columns, rows: rows, language: language)
        bench.type("93<Enter>")
        return bench
    }

    private func audit(_ bench: Bench) throws -> AuditScreen { try #require(bench.console.top as? AuditScreen) }
    private func shown(_ bench: Bench) throws -> [Store.AuditLine] { try audit(bench).list.window.rows.map(\.line) }

    @Test("the screen", arguments: ScreenTests.sizes, Language.allCases)
    func screen(size: (Int, Int), language: Language) throws {
        let bench = try journal(size.0, size.1, language)
        bench.type("<Down>")
        try Golden.expect(bench.text, "audit-\(size.0)x\(size.1)-\(language)")
        bench.type("<Enter>")
        if size.0 == 80 { try Golden.expect(bench.text, "audit-look-80x24-\(language)") }
    }

    @Test("a shift is named by its person and its day")
    func shifts() throws {
        let bench = try journal()
        bench.type("/planned<Enter>")
        let lines = bench.text.split(separator: "\n").filter { $0.contains("planned") }
        #expect(
            lines.contains { $0.contains("shift 03, 12 Oct") } && lines.contains { $0.contains("shift 01, 12 Oct") })
        #expect(!lines.contains { $0.trimmingCharacters(in: .whitespaces).hasSuffix("shift") }, "\(lines)")
    }

    @Test("no size is too small or too large", arguments: ["", "d", "/acc", "<Enter>"])
    func sizes(keys: String) throws {
        let bench = try journal()
        bench.type(keys)
        for (columns, rows) in [(1, 1), (20, 5), (60, 16), (99, 24), (100, 24), (400, 120), (80, 24)] {
            bench.resize(columns, rows)
        }
        #expect(try !shown(bench).isEmpty)
    }

    @Test("an operator is told whose it is; an auditor, an admin and a supervisor read it", arguments: ["01", "41"])
    func duty(code: String) throws {
        let bench = try Bench.office(as: code)
        bench.type("i")
        #expect(bench.console.top is DeskScreen)
        #expect(bench.text.contains("Only an auditor, an admin or a supervisor"))
        for reader in ["91", "92", "93"] {
            let bench = try Bench.office(as: reader)
            bench.type("i")
            #expect(bench.console.top is AuditScreen)
        }
    }

    @Test("whatever a screen asks for, the loop reads the journal out to nobody else")
    func loopRefuses() throws {
        let bench = try Bench.office(as: "01")
        bench.runner.load(.auditPage(AuditWords(), .first, rows: 10))
        #expect(bench.console.notice?.key == "refusal.role.not_allowed")
    }

    @Test("newest first, and who looked is named with what was looked at")
    func newest() throws {
        let bench = try journal()
        let all = try bench.store.audit(limit: 10_000)
        #expect(try shown(bench) == Array(all.prefix(100)))
        #expect(bench.text.contains("operator disabled") && bench.text.contains("opened to be read"))
        #expect(bench.text.contains("call 09-0151"))
    }

    @Test("End and Home reach the first event and the last, and every one is passed in between")
    func ends() throws {
        let bench = try journal()
        let all = try bench.store.audit(limit: 10_000)
        bench.type("<End>")
        #expect(try audit(bench).list.selected?.line == all.last)
        bench.type("<Home>")
        for line in all.prefix(230) {
            #expect(try audit(bench).list.selected?.line == line)
            bench.type("<Down>")
        }
    }

    @Test(
        "a typed word finds events by who, which kind and what, in any language",
        arguments: [
            ("93", "shifts"), ("91", "viewed"), ("dezactivat", "operatorDisabled"), ("доступ", "viewed"),
            ("settings", ""), ("operator disabled", "operatorDisabled"), ("92 hotline", "operatorDisabled"),
        ])
    func filter(typed: String, event: String) throws {
        let bench = try journal()
        bench.type("/")
        bench.write(typed)
        while try audit(bench).list.isSearching { bench.runner.load(bench.runner.idle.removeFirst()) }
        let found = try shown(bench)
        switch (typed, event) {
        case ("93", _), ("settings", _): #expect(found.isEmpty, "\(typed)")
        default: #expect(found.map(\.name) == [event], "\(typed)")
        }
        bench.type("<Esc>")
        #expect(try shown(bench).count == 100)
    }

    @Test("a date stands the list at the last event of that day")
    func jump() throws {
        let bench = try journal()
        let store = bench.store
        try store.perform(
            [.hotline(.enableOperator(code: "03"))], by: "92", at: Fixture.at("10:00", Fixture.date + 2))
        bench.type("d14.9<Enter>")
        let selected = try #require(try audit(bench).list.selected?.line)
        #expect(selected.name == "operatorDisabled")
        bench.type("<Up>")
        #expect(try audit(bench).list.selected?.line.name == "operatorEnabled")
        bench.type("d2009-09-01<Enter>")
        #expect(try audit(bench).list.selected != nil)
        bench.type("d31.2<Enter>")
        #expect(bench.text.contains("That is no date"))
    }

    @Test("every event there is has its words in every language", arguments: Language.allCases)
    func words(language: Language) throws {
        let say = Say(language)
        for kind in SubjectKind.allCases { #expect(say.has("audit.kind.\(kind.rawValue)")) }
        let bench = try journal(80, 24, language)
        for line in try bench.store.audit(limit: 10_000) {
            #expect(say.has(line.eventKey), "\(line.subject.kind).\(line.name)")
        }
    }
}
