import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Working on an SOS")
struct EscalationScenarioTests {
    @Test("one key acknowledges it, in the list and on its screen", arguments: ["oa", "o<Enter>a"])
    func acknowledge(keys: String) throws {
        let work = try Casework()
        let bench = try work.desk()
        bench.type(keys)
        #expect(try work.theEscalation().status == .inHand)
        #expect(try work.theEscalation().assignee == "41")
        #expect(bench.text.contains("SOS 09-0001 is in your hands"))
    }

    @Test("beside it stands the call it came from: number, class, language, country, note")
    func theCall() throws {
        let bench = try Casework().desk()
        bench.type("o<Enter>")
        for text in ["Call 09-0001", "SOS", "Russian", "Russia", "keeps her", "passport"] {
            #expect(bench.text.contains(text), "\(text)")
        }
    }

    @Test(
        "while the first minute is asked, the number to ring and whom to call stay in sight",
        arguments: Language.allCases)
    func firstMinute(language: Language) throws {
        let bench = try Casework().desk(language: language)
        bench.type("o<Enter>m")
        let say = Say(language)
        #expect(bench.text.contains(say("escalation.emergency")) && bench.text.contains("112"))
        #expect(bench.text.contains(say("escalation.chain")))
    }

    @Test("nobody acknowledges in time: it is overdue by mark and word, with its age")
    func overdue() throws {
        let bench = try Casework().desk("14:24")
        bench.type("o")
        #expect(bench.text.contains("▲ waits 3 min"))
        bench.pass(seconds: 300)
        #expect(bench.text.contains("! overdue 3 min"))
        bench.type("<Enter>")
        #expect(bench.text.contains("! overdue 3 min"))
    }

    @Test("it ends as a case: the case opens in the same act, and one is led to it")
    func caseOpened() throws {
        let work = try Casework()
        let bench = try work.desk()
        bench.type("o<Enter>ar1")
        bench.write("she asks for shelter")
        bench.type("<F2>")
        #expect(bench.console.top is CaseScreen)
        let escalation = try work.theEscalation()
        let id = try #require(escalation.openedCase)
        let file = try #require(try work.store.case(id))
        #expect(escalation.outcome == "case_opened" && file.origin == .escalation(id: escalation.id))
        #expect(try work.words(escalation.reason) == "she asks for shelter")
        #expect(bench.text.contains("case 09-01"))
        #expect(bench.drafts.memory.drafts.isEmpty)
        bench.type("<Esc>")
        #expect(bench.console.top is EscalationScreen)
        #expect(bench.text.contains("✓ Case opened") && bench.text.contains("she asks for shelter"))
    }

    @Test(
        "it belongs to a case there is: the case is asked for by its number", arguments: ["09-01", "1", "case 09-01"])
    func linked(number: String) throws {
        let work = try Casework()
        let file = try work.walkIn()
        let bench = try work.desk()
        bench.type("o<Enter>ar2")
        bench.write("77")
        #expect(bench.text.contains("no case of this number"))
        bench.type("<F2>")
        #expect(bench.text.contains("! no case of this number"))
        bench.type("<C-u>")
        bench.write(number)
        #expect(bench.text.contains("opened 10:05"))
        bench.type("<F2>")
        #expect(try work.theEscalation().openedCase == file)
        #expect(try work.theEscalation().outcome == "linked_to_existing_case")
    }

    @Test("without an outcome it stays open, and what is missing is said beside the field")
    func noOutcome() throws {
        let work = try Casework()
        let bench = try work.desk()
        bench.type("o<Enter>ar<F2>")
        #expect(bench.text.contains("! which outcome?"))
        #expect(try work.theEscalation().isOpen)
    }

    @Test("a resolved one is opened again with a reason")
    func reopen() throws {
        let work = try Casework()
        let bench = try work.desk()
        bench.type("o<Enter>ar4<F2>o1<F2><End>")
        #expect(try work.theEscalation().status == .inHand)
        #expect(bench.text.contains("reopened: New information"))
    }

    @Test("until it is acknowledged it is given on freely; in somebody's hands one is asked first")
    func assign() throws {
        let work = try Casework()
        let bench = try work.desk(as: "01")
        bench.type("o<Enter>t91<Enter><F2>")
        #expect(try work.theEscalation().assignee == "91")
        bench.type("at41<Enter><F2>")
        #expect(bench.text.contains("Give this SOS to somebody else?"))
        #expect(try work.theEscalation().assignee == "01")
        bench.type("y")
        #expect(try work.theEscalation().assignee == "41" && bench.console.top is EscalationScreen)
    }

    @Test("Esc leaves the form without losing a letter, and the SOS says that something was begun")
    func escape() throws {
        let work = try Casework()
        let bench = try work.desk()
        bench.type("o<Enter>ar4")
        bench.write("she will call ag")
        #expect(bench.drafts.memory.drafts.values.first?.fields["words"] == "she will call ag")
        bench.type("<Esc>")
        #expect(bench.console.top is EscalationScreen)
        #expect(bench.text.contains("BEGUN, NOT DONE"))
        bench.type("r<Tab>")
        bench.write("ain")
        bench.type("<F2>")
        #expect(try work.words(try work.theEscalation().reason) == "she will call again")
        #expect(!bench.text.contains("BEGUN, NOT DONE"))
    }

    @Test("a console that is killed leaves the form, and the next one leads back to it")
    func killed() throws {
        let work = try Casework()
        let memory = DraftMemory()
        let first = try work.desk(memory: memory)
        first.type("o<Enter>ar4")
        first.write("half a sen")
        let second = try work.desk(memory: memory)
        second.type("c")
        #expect(second.console.top is ActScreen)
        #expect(second.text.contains("Resolved by consultation") && second.text.contains("half a sen"))
        second.type("<F2>")
        #expect(try work.words(try work.theEscalation().reason) == "half a sen")
        #expect(memory.drafts.isEmpty)
    }

    @Test("what is typed can be thrown away, after a question")
    func discard() throws {
        let bench = try Casework().desk()
        bench.type("o<Enter>ar4<F8>")
        #expect(bench.text.contains("Throw away what is typed?"))
        bench.type("y")
        #expect(bench.drafts.memory.drafts.isEmpty && bench.console.top is EscalationScreen)
    }

    @Test("open ones stand above resolved ones, the unacknowledged on top; the list narrows as one types")
    func order() throws {
        let work = try Casework()
        try work.openCase()
        let bench = try work.desk()
        bench.type("s<F2>o")
        let lines = bench.surface.lines
        let open = try #require(lines.firstIndex { $0.contains("09-0002") && $0.contains("▲") })
        let resolved = try #require(lines.firstIndex { $0.contains("09-0001") && $0.contains("✓") })
        #expect(open < resolved)
        bench.type("/")
        bench.write("case")
        #expect(bench.text.contains("09-0001") && !bench.surface.lines[5...15].contains { $0.contains("09-0002") })
        bench.type("<Esc>v")
        #expect(!bench.text.contains("09-0001 "))
    }

    @Test("another desk's acknowledgement is seen within a tick")
    func otherDesk() throws {
        let work = try Casework()
        let bench = try work.desk(as: "01")
        bench.type("o<Enter>")
        try work.store.perform([.escalation(work.escalation, .acknowledge)], by: "41", at: bench.now)
        bench.pass(seconds: 1)
        #expect(bench.text.contains("● in hand"))
    }
}
