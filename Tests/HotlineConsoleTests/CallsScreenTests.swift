import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("The list of all calls")
struct CallsScreenTests {
    private func calls(
        _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en, as code: String = "01"
    ) throws -> Bench {
        let colleagues = ["01", "02", "41"].filter { $0 != code }
        let bench = try Bench.onDesk(as: code, with: colleagues, columns: columns, rows: rows, language: language)
        try Fixture.history(bench.store)
        bench.pass(seconds: 1)
        bench.type("c")
        return bench
    }

    private func shown(_ bench: Bench) -> [Call] {
        (bench.console.top as? CallsScreen)?.list.window.rows.map(\.call) ?? []
    }

    @Test("the screen", arguments: ScreenTests.sizes, Language.allCases)
    func screen(size: (Int, Int), language: Language) throws {
        let bench = try calls(size.0, size.1, language)
        bench.type("<Down><Down><Down>")
        try Golden.expect(bench.text, "calls-\(size.0)x\(size.1)-\(language)")
    }

    @Test("at 80 columns the call lies over the list, and Esc goes back to the row it was on")
    func look() throws {
        let bench = try calls()
        bench.type("<Down><Down><Space>")
        let call = shown(bench)[2]
        #expect(bench.text.contains("Call \(call.number)"))
        try Golden.expect(bench.text, "calls-look-80x24-en")
        bench.type("<Esc>")
        #expect((bench.console.top as? CallsScreen)?.selected == call)
        bench.type("<Esc>")
        #expect(bench.console.top is DeskScreen)
    }

    @Test("Esc on a narrowed list brings the whole list back, and only then leaves it")
    func escapeFromFilter() throws {
        let bench = try calls()
        let all = shown(bench).count
        bench.type("/")
        bench.write("silent")
        bench.type("<Enter>")
        #expect(shown(bench).count < all)
        bench.type("<Esc>")
        #expect(bench.console.top is CallsScreen && shown(bench).count == all)
        bench.type("<Esc>")
        #expect(bench.console.top is DeskScreen)
    }

    @Test(
        "a typed word finds calls by what it can mean, in any language",
        arguments: [
            ("09-0012", "its number"), ("balti", "a place without diacritics"), ("ростов", "a place"),
            ("глух", "nothing"), ("silent", "a code"), ("Belgia", "a country in Romanian"),
            ("туризм", "a topic in Russian"), ("counsel", "a class"), ("02", "an operator"),
        ])
    func filter(typed: String, meaning: String) throws {
        // Somebody who reads others' calls: nobody else finds every place.
        let bench = try calls(as: "41")
        bench.type("/")
        bench.write(typed)
        let found = shown(bench)
        #expect(found.isEmpty == (meaning == "nothing"))
        let all = try bench.store.calls(limit: 1000).calls
        let filter = CallFilter().typed(typed, Fixture.hotline)
        #expect(try bench.store.calls(filter, limit: 1000).calls.map(\.id).starts(with: found.map(\.id)))
        #expect(found.count < all.count)
    }

    @Test("an operator finds a typed place in own calls alone", arguments: ["balti", "ростов"])
    func ownPlaces(typed: String) throws {
        let bench = try calls()
        bench.type("/")
        bench.write(typed)
        let filter = CallFilter().typed(typed, Fixture.hotline)
        let everybodys = try bench.store.calls(filter, limit: 1000).calls
        #expect(everybodys.contains { $0.operatorCode == "02" })
        let own = everybodys.filter { $0.operatorCode == "01" }.map(\.id)
        let found = shown(bench).map(\.id)
        #expect(!found.isEmpty && own.starts(with: found))
    }

    @Test("two words must both hold, and Esc brings the whole list back")
    func twoWords() throws {
        let bench = try calls()
        bench.type("/")
        bench.write("information docum")
        #expect(!shown(bench).isEmpty)
        #expect(
            shown(bench).allSatisfy {
                $0.content.callClass == .information && $0.content.topics.contains("documents")
            })
        bench.type("<Esc>")
        #expect(shown(bench).count == 100)
        #expect(bench.console.top is CallsScreen)
    }

    @Test("a date typed as one writes it stands the list there", arguments: ["2009-08-20", "20.8.2009", "20.8"])
    func jump(typed: String) throws {
        let bench = try calls()
        bench.type("d")
        bench.write(typed)
        bench.type("<Enter>")
        let selected = (bench.console.top as? CallsScreen)?.selected
        #expect(selected?.placement.businessDate == BusinessDate("2009-08-20"))
        bench.type("<Up>")
        let above = try #require((bench.console.top as? CallsScreen)?.selected)
        #expect(above.placement.businessDate > BusinessDate("2009-08-20")!)
    }

    @Test("what is no date is said, and the letters stay")
    func noDate() throws {
        let bench = try calls()
        bench.type("d")
        bench.write("31.2")
        bench.type("<Enter>")
        #expect(bench.text.contains("31.2") && bench.text.contains("That is no date"))
    }

    @Test("End and Home reach the oldest and the newest call")
    func ends() throws {
        let bench = try calls()
        let all = try bench.store.calls(limit: 1000).calls
        bench.type("<End>")
        #expect((bench.console.top as? CallsScreen)?.selected?.id == all.last?.id)
        bench.type("<Home>")
        #expect((bench.console.top as? CallsScreen)?.selected?.id == all.first?.id)
        for call in all.prefix(120) {
            #expect((bench.console.top as? CallsScreen)?.selected?.id == call.id)
            bench.type("<Down>")
        }
    }

    @Test("Enter opens the call, and one's own is amended from the list with a reason")
    func amend() throws {
        let bench = try calls()
        bench.type("/")
        bench.write("01 information")
        bench.type("<Enter>")
        let call = try #require(shown(bench).first)
        bench.type("<Enter>")
        #expect((bench.console.top as? CallScreen)?.id == call.id)
        bench.type("<Esc>a<Enter>")
        #expect(bench.text.contains("Amending"))
        bench.type("<F2>")
        #expect(try bench.store.call(call.id)?.revision == 1, "nothing was changed yet")
        bench.type("2<F2>")
        #expect(try bench.store.call(call.id)?.revision == 2)
        #expect(bench.console.top is CallsScreen)
    }

    @Test("the note of another operator's call is not read by an operator")
    func notes() throws {
        let bench = try Bench.onDesk(columns: 160, rows: 50)
        let id = bench.store.newID(Call.self, at: bench.now)
        let words = Written(id: bench.store.newID(Words.self, at: bench.now), text: Private("told me a secret"))
        let content = CallContent(callClass: .information, outcome: "information_given")
        try bench.store.perform(
            [
                .call(
                    id,
                    .enter(
                        line: "ru", started: bench.now - .minutes(9), ended: bench.now,
                        CallEntry(content, note: words))), .call(id, .finalise),
            ], by: "02", at: bench.now)
        bench.pass(seconds: 1)
        bench.type("c")
        #expect(bench.text.contains("There is a note") && !bench.text.contains("secret"))
    }

    @Test("a search is in the journal once, with how many it found and never what was typed")
    func journalled() throws {
        let bench = try Bench.onDesk(as: "41")
        bench.type("c/")
        bench.write("balti")
        #expect(try bench.store.audit(.init(accessOnly: true), limit: 5).filter { $0.name == "searched" }.isEmpty)
        bench.pass(seconds: 3)
        bench.pass(seconds: 3)
        let searches = try bench.store.audit(.init(accessOnly: true), limit: 9).filter { $0.name == "searched" }
        #expect(searches.count == 1 && searches.first?.stamp.by == "41")
        #expect(searches.allSatisfy { !$0.body.contains("balti") })
    }
}
