import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Erasing at the desk")
struct ErasureScenarioTests {
    /// A case that is closed, at the desk of a supervisor.
    private func closed(language: Language = .en, columns: Int = 80, rows: Int = 24) throws -> (
        Casework, CaseID, Bench
    ) {
        let work = try Casework()
        let id = try work.openCase()
        try work.store.perform(
            [
                .case(id, .triage), .case(id, .note(work.store.written("Sister found.", at: Fixture.at("14:31")))),
                .case(id, .proposeClosing(reason: "plan_completed", asReferred: false, override: nil)),
            ], by: "41", at: Fixture.at("14:31"))
        try work.store.perform([.case(id, .approve(override: nil))], by: "91", at: Fixture.at("14:31"))
        let bench = try work.desk(as: "91", columns: columns, rows: rows, language: language)
        bench.type("fv<Enter>")
        return (work, id, bench)
    }

    @Test("a supervisor erases a closed case: a reason, a question, and the tombstone where the words stood")
    func erase() throws {
        let (work, id, bench) = try closed()
        #expect(bench.text.contains("Sister found."))
        bench.type("x1")
        #expect(bench.text.contains("Erase the words of this case?"))
        bench.type("<Esc>")
        #expect(try work.store.case(id)?.notes.first.flatMap { try work.store.words($0) } != nil)
        bench.type("x1y")
        #expect(try work.store.case(id)?.notes.first.flatMap { try work.store.words($0) } == nil)
        bench.type("<End>")
        #expect(!bench.text.contains("Sister found.") && bench.text.contains("The caller asked for it"))
        #expect(try work.store.verify().findings == [])
    }

    @Test("the tombstone in each language, small and large", arguments: Language.allCases)
    func tombstone(language: Language) throws {
        for (columns, rows) in ScreenTests.sizes {
            let (_, _, bench) = try closed(language: language, columns: columns, rows: rows)
            bench.type("x1y")
            bench.pass(seconds: 60)
            try Golden.expect(bench.text, "case-erased-\(columns)x\(rows)-\(language)")
        }
    }

    @Test("what is held is not erased, and says so; an operator does neither")
    func held() throws {
        let (work, id, bench) = try closed()
        bench.type("l1")
        #expect(try work.store.keeping(of: Subject(.case, id.raw)).hold?.because == "court_order")
        #expect(bench.text.contains("held since"))
        bench.type("x1y")
        #expect(bench.text.contains("must stay"))
        bench.type("l1")
        #expect(try work.store.keeping(of: Subject(.case, id.raw)).hold == nil)
        let specialist = try work.desk(as: "41")
        specialist.type("fv<Enter>x")
        #expect(specialist.text.contains("Only a supervisor or an admin can do that"))
    }

    @Test("a call's words go from the call's own screen, which says so where they stood")
    func call() throws {
        let bench = try Bench.onDesk(as: "91", with: ["01"], columns: 160, rows: 50)
        bench.type("w")
        let at = Fixture.at("09:00")
        let call: CallID = bench.store.newID(at: at)
        let entry = CallEntry(
            CallContent(callClass: .information, topics: ["documents"], outcome: "information_given"),
            note: bench.store.written("Asks for papers.", at: at))
        try bench.store.perform(
            [.call(call, .enter(line: "ru", started: at - .minutes(9), ended: at, entry)), .call(call, .finalise)],
            by: "01", at: at)
        bench.pass(seconds: 1)
        bench.type("c<Enter>")
        #expect(bench.console.top is CallScreen && bench.text.contains("Asks for papers."))
        bench.type("x1y")
        #expect(!bench.text.contains("Asks for papers.") && bench.text.contains("The caller asked for it"))
        let erased = try #require(try bench.store.call(call))
        #expect(try bench.note(of: erased) == nil)
    }

    /// The admin's desk, two years after three calls.
    private func admin(language: Language = .en, columns: Int = 80, rows: Int = 24) throws -> (Store, Bench) {
        let store = try Fixture.openOffices()
        for minute in 0..<3 {
            let at = Fixture.at("09:00") - .days(800) + .minutes(Int64(minute))
            let call: CallID = store.newID(at: at)
            let entry = CallEntry(
                CallContent(callClass: .information, outcome: "information_given"),
                note: store.written("Asks for papers \(minute).", at: at))
            try store.perform(
                [
                    .call(call, .enter(line: "ru", started: at - .minutes(9), ended: at, entry)),
                    .call(call, .finalise),
                ], by: "01", at: at)
            if minute == 2 {
                try store.perform(
                    [.erasure(Subject(.call, call.raw), .hold(because: "complaint"))], by: "91", at: at)
            }
        }
        let bench = try Bench(store: store, columns: columns, rows: rows, language: language)
        bench.type("92<Enter>wd<S-Tab>")
        return (store, bench)
    }

    @Test("the admin sees the list first, and only what it says goes")
    func retention() throws {
        let (store, bench) = try admin()
        #expect(bench.text.contains("call.any") && bench.text.contains("held"))
        bench.type("x")
        #expect(bench.text.contains("Erase the words of everything listed as due?"))
        bench.type("y")
        #expect(bench.text.contains("The words of 2 things are erased, 0 kept"))
        #expect(try store.retention(at: bench.now).map(\.standing.name) == ["held"])
        bench.type("x")
        #expect(bench.text.contains("Nothing's time is over"))
        #expect(try store.verify().findings == [])
    }

    @Test("the question before it goes says how much goes and which backups hold it", arguments: Language.allCases)
    func question(language: Language) throws {
        let (store, bench) = try admin(language: language)
        bench.type("x")
        try Golden.expect(bench.text, "admin-retention-asked-80x24-\(language)")
        bench.type("n")
        // One from before there was anything, and one that has all of it.
        let first = Fixture.at("09:00") - .days(900)
        for (name, at) in [("before", first), ("after", bench.now - .days(30))] {
            try store.perform([.access(.backUp(path: "/backups/\(name).db", until: at))], by: "92", at: at)
        }
        bench.type("<S-Tab><Tab>x")
        #expect(bench.text.contains("/backups/after.db") && !bench.text.contains("/backups/before.db"))
        try Golden.expect(bench.text, "admin-retention-backups-80x24-\(language)")
    }

    @Test("the list in each language, small and large", arguments: Language.allCases)
    func list(language: Language) throws {
        for (columns, rows) in ScreenTests.sizes {
            let (_, bench) = try admin(language: language, columns: columns, rows: rows)
            try Golden.expect(bench.text, "admin-retention-\(columns)x\(rows)-\(language)")
        }
    }
}
