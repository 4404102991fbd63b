import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Working on a case")
struct CaseScenarioTests {
    private func onCase(
        _ work: Casework, as code: String = "41", _ memory: DraftMemory = DraftMemory(), language: Language = .en
    ) throws -> Bench {
        let bench = try work.desk(as: code, language: language, memory: memory)
        bench.type("f<Enter>")
        return bench
    }

    private func file(_ work: Casework, _ id: CaseID) throws -> Case { try #require(try work.store.case(id)) }

    @Test("triage, hold, back, follow-up: a key each, and the history tells it in words")
    func life() throws {
        let work = try Casework()
        let id = try work.openCase()
        let bench = try onCase(work)
        bench.type("t")
        #expect(try file(work, id).status == .active)
        bench.type("h")
        bench.write("client away until Monday")
        bench.type("<F2>")
        #expect(try file(work, id).status == .onHold)
        #expect(bench.text.contains("client away until Monday"))
        bench.type("hu")
        #expect(try file(work, id).status == .followUp)
        bench.type("<End>")
        for text in ["opened, origin: SOS", "triaged", "put on hold", "resumed", "into follow-up"] {
            #expect(bench.text.contains(text), "\(text)")
        }
    }

    @Test("a note is written into it and read in its history; an erased one says so")
    func note() throws {
        let work = try Casework()
        let id = try work.openCase()
        let bench = try onCase(work)
        bench.type("w<F2>")
        #expect(bench.text.contains("! nothing written"))
        bench.write("Sister found. Прошу перезвонить. Mâine la ora 9.")
        bench.type("<F2>")
        #expect(bench.text.contains("Sister found. Прошу перезвонить. Mâine la ora 9."))
        #expect(try file(work, id).notes.count == 1)
    }

    @Test("who proposed to close it does not approve it; somebody else does")
    func closing() throws {
        let work = try Casework()
        let id = try work.openCase()
        let bench = try onCase(work)
        bench.type("tp12<F2>")
        #expect(try file(work, id).status == .closureProposed)
        #expect(try file(work, id).closing?.reason == "plan_completed")
        #expect(try file(work, id).closing?.asReferred == true)
        #expect(!bench.surface.texts(in: .key).contains("a"))
        bench.type("a")
        #expect(bench.text.contains("You proposed it yourself: ask a colleague"))
        #expect(try file(work, id).status == .closureProposed)
        let other = try onCase(work, as: "91")
        other.type("a")
        #expect(try file(work, id).status == .closedReferred)
        #expect(other.text.contains("✓ closed, referred"))
    }

    @Test("a proposal is sent back, and a closed case opens again with a reason")
    func sendBackAndReopen() throws {
        let work = try Casework()
        let id = try work.openCase()
        let bench = try onCase(work)
        bench.type("tp11<F2>")
        let other = try onCase(work, as: "91")
        other.type("b")
        other.write("one visit is missing")
        other.type("<F2>")
        #expect(try file(work, id).status == .active)
        #expect(other.text.contains("one visit is missing"))
        bench.pass(seconds: 1)
        bench.type("p21<F2>")
        other.pass(seconds: 1)
        other.type("a")
        #expect(try file(work, id).status == .closed)
        other.type("o2<F2>")
        #expect(try file(work, id).status == .active)
    }

    @Test("something is open: the refusal says so, then the form asks why to close all the same")
    func override() throws {
        let work = try Casework()
        let id = try work.openCase()
        try work.refer(id)
        let bench = try onCase(work)
        bench.type("tp11<F2>")
        #expect(bench.text.contains("09-01") && bench.text.contains("why close it"))
        #expect(try file(work, id).status == .active)
        bench.write("the provider has closed down")
        bench.type("<F2>")
        #expect(try file(work, id).status == .closureProposed)
        let other = try onCase(work, as: "91")
        other.type("a")
        #expect(other.console.top is ActScreen)
        #expect(try file(work, id).status == .closureProposed)
        other.type("<F2>")
        #expect(other.text.contains("! why all the same?"))
        other.write("agreed")
        other.type("<F2>")
        #expect(try file(work, id).status == .closed)
        other.type("<End>")
        #expect(other.text.contains("over what was open"))
    }

    @Test("it is merged into another by number, after a question; never into itself")
    func merge() throws {
        let work = try Casework()
        let walkIn = try work.walkIn()
        let id = try work.openCase()
        let bench = try onCase(work)
        bench.type("m")
        bench.write("09-02")
        bench.type("<F2>y")
        #expect(try file(work, id).status == .opened)
        #expect(bench.console.top is ActScreen)
        bench.type("<C-u>")
        bench.write("09-01")
        bench.type("<F2>")
        #expect(bench.text.contains("Merge this case into another?"))
        #expect(bench.text.contains("Case 09-02 becomes the duplicate."))
        #expect(bench.text.contains("Case 09-01 stays."))
        bench.type("y")
        #expect(try file(work, id).mergedInto == walkIn)
        #expect((bench.console.top as? CaseScreen)?.id == walkIn)
    }

    @Test("the form of a merge says which case goes and which stays", arguments: Language.allCases)
    func mergeForm(language: Language) throws {
        let work = try Casework()
        _ = try work.walkIn()
        _ = try work.openCase()
        let bench = try onCase(work, language: language)
        bench.type("m")
        try Golden.expect(bench.text, "case-merge-80x24-\(language)")
        bench.write("09-01")
        try Golden.expect(bench.text, "case-merge-named-80x24-\(language)")
        bench.type("<F2>")
        try Golden.expect(bench.text, "case-merge-asked-80x24-\(language)")
    }

    @Test(
        "a case that no SOS opens is marked as what it is", arguments: [("1", CaseOrigin.walkIn), ("2", .referredIn)])
    func withoutSOS(key: String, origin: CaseOrigin) throws {
        let work = try Casework()
        let bench = try work.desk()
        bench.type("fn\(key)<F2>")
        #expect(bench.console.top is CaseScreen)
        #expect(try work.store.cases(limit: 1).first?.origin == origin)
    }

    @Test("from the case one goes on to its SOS and its referrals, and Esc comes back")
    func links() throws {
        let work = try Casework()
        let id = try work.openCase()
        try work.refer(id)
        let bench = try onCase(work)
        bench.type("<Enter>")
        #expect(bench.console.top is EscalationScreen)
        bench.type("<Esc><Down><Enter>")
        #expect(bench.console.top is ReferralScreen)
        bench.type("<Esc><Esc>")
        #expect(bench.console.top is CasesScreen)
    }
}
