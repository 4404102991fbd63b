import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("What each role finds on its screen")
struct OfficeTests {
    @Test("screens of who has no desk, small and large, in each language", arguments: Language.allCases)
    func screen(language: Language) throws {
        for (columns, rows) in [(80, 24), (160, 50)] {
            let bench = try Bench.office(as: "94", columns: columns, rows: rows, language: language)
            try Golden.expect(bench.text, "office-\(columns)x\(rows)-\(language)")
        }
    }

    @Test("a reporting officer has the month and the registers, and nothing of a call")
    func reportingOfficer() throws {
        let bench = try Bench.office(as: "94")
        #expect(bench.console.top is OfficeScreen)
        bench.type("m")
        #expect(bench.console.top is ReportsScreen)
        bench.type("<Esc>g")
        #expect(bench.console.top is RegistersScreen)
        #expect(bench.text.contains("indicators") && !bench.text.contains("call-backs"))
        bench.type("<Esc>i")
        #expect(bench.console.top is OfficeScreen, "the journal is not theirs")
        bench.type("d")
        #expect(bench.console.top is OfficeScreen)
    }

    @Test("an auditor begins in the journal, an admin chooses, an operator sits down at the desk")
    func begin() throws {
        #expect(try Bench.office(as: "93").console.top is AuditScreen)
        #expect(try Bench.office(as: "92").console.top is OfficeScreen)
        let desk = try Bench(store: Fixture.openOffices())
        desk.type("01<Enter>w")
        #expect(desk.console.top is DeskScreen)
    }

    @Test("a bridge is told in a sentence that it has no screen")
    func bridge() throws {
        let bench = try Bench(store: Fixture.openOffices())
        #expect(!bench.text.contains("95"), "nor is it offered")
        bench.type("95<Enter>")
        #expect(bench.console.top is SignInScreen && bench.console.situation.person == nil)
        #expect(bench.text.contains("95 is bridge"))
    }

    @Test("who sees counts is not even given the calls, whatever a screen asks for")
    func notQueried() throws {
        let store = try Fixture.openOffices()
        let call: CallID = store.newID(at: Fixture.at("14:00"))
        try store.perform(
            [.call(call, .start(line: "ru", at: Fixture.at("14:00"), country: "RU", language: "ru"))], by: "01",
            at: Fixture.at("14:00"))
        let escalation: EscalationID = store.newID(at: Fixture.at("14:01"))
        try store.perform([.escalation(escalation, .raise(call: call))], by: "01", at: Fixture.at("14:01"))
        let bench = try Bench(store: store)
        bench.type("94<Enter>")
        let live = bench.console.situation.live
        #expect(live.liveCalls.isEmpty && live.escalations.isEmpty && live.shiftsOn.isEmpty)
        let queries: [Query] = [
            .call(call), .escalation(escalation), .history(Subject(.call, call.raw)),
            .shifts(Fixture.date...Fixture.date),
            .openWork(of: "01"), .entries(.task), .slotOwners,
        ]
        for query in queries { #expect(bench.runner.answer(query) == nil, "\(query)") }
        #expect(bench.runner.answer(.report(.init(month: Fixture.date))) != nil)
        #expect(bench.runner.answer(.entries(.indicator)) != nil)
        bench.type("<F9>")
        #expect(bench.text.contains("Answering calls is not among your roles"))
    }

    @Test("an operator who may not read a case is given none of its history either")
    func caseOfOthers() throws {
        let work = try Casework()
        let file = try work.openCase()
        let bench = try work.desk(as: "02")
        bench.type("f<Enter>")
        #expect(bench.console.top is CasesScreen)
        #expect(bench.text.contains("02 does not hold this case's SOS"))
        #expect(bench.runner.answer(.history(Subject(.case, file.raw))) == nil)
    }

    @Test("the palette leaves out what a duty forbids, and says why to who types its name")
    func palette() throws {
        let bench = try Bench.onDesk(columns: 100, rows: 40)
        bench.type("<C-p>")
        #expect(!bench.text.contains("administration"))
        bench.write("admin")
        #expect(bench.text.contains("Only a supervisor or an admin"), "\(bench.text)")
    }
}
