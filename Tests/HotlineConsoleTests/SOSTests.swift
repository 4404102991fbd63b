import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("SOS at one key")
struct SOSTests {
    @Test(
        "SOS from inside a note is raised at once, says who was told, and loses no letter",
        arguments: ["<F9>", "<C-o>"])
    func fromANote(key: String) throws {
        let bench = try Bench.onDesk()
        bench.type("n<Tab><Tab><Tab>")
        bench.write("he has her passp")
        bench.type(key)
        let call = try bench.lastCall()
        #expect(call.escalation != nil && call.content.callClass == .sos)
        #expect(bench.text.contains("SOS raised from \(call.number); told: 41"))
        #expect(bench.text.contains("he has her passp"))
        #expect(bench.terminal.rings == 1)
        bench.write("ort")
        #expect(bench.drafts.memory.drafts.values.first?.fields["note"] == "he has her passport")
        bench.type("<F2>")
        let final = try bench.lastCall()
        #expect(final.status == .final && final.content.outcome == "escalated")
        #expect(try bench.note(of: final) == "he has her passport")
    }

    @Test("without a call one is begun, and one can write at once")
    func fromTheDesk() throws {
        let bench = try Bench.onDesk()
        bench.type("s")
        #expect(bench.pressed == 1)
        let call = try bench.lastCall()
        #expect(call.status == .talking && call.escalation != nil)
        #expect(bench.console.top is CallScreen)
        #expect(bench.text.contains("told: 41"))
    }

    @Test(
        "a final call that turns out to be an SOS is raised from its record; F9 there is about whoever is on the line"
    )
    func late() throws {
        let bench = try Bench.onDesk()
        bench.type("n11<F2><Enter>s")
        let call = try bench.lastCall()
        #expect(call.status == .final && call.content.callClass == .sos && call.revision == 2)
        bench.pass(seconds: 60)
        bench.type("<F9>")
        #expect(try bench.calls().count == 2)
    }

    @Test("a second press raises no second one")
    func twice() throws {
        let bench = try Bench.onDesk()
        bench.type("s<F9>")
        #expect(try bench.store.escalations(limit: 10).count == 1)
        #expect(bench.text.contains("already"))
    }

    @Test("no overlay is in its way", arguments: ["<C-p>", "<F1>", "<F5>"])
    func overOverlays(overlay: String) throws {
        let bench = try Bench.onDesk()
        bench.type("n\(overlay)<F9>")
        #expect(try bench.store.escalations(limit: 10).count == 1)
    }

    @Test("while a call is entered afterwards its letters stay, and SOS begins a call of its own")
    func whileEnteringAfterwards() throws {
        let bench = try Bench.onDesk()
        bench.type("b")
        bench.write("13:05")
        bench.type("<F9>")
        #expect(try bench.store.escalations(limit: 10).count == 1)
        let screen = try #require(bench.console.top as? CallScreen)
        #expect(screen.form?.fields.text(.started) == "13:05")
    }

    @Test("nobody on duty: it says so and stays with the operator")
    func nobodyThere() throws {
        let bench = try Bench.onDesk(with: [])
        bench.type("s")
        #expect(bench.text.contains("NOBODY is there to be told"))
    }

    @Test("an unacknowledged SOS leads line 2 with its count and age, and becomes overdue")
    func age() throws {
        let bench = try Bench.onDesk()
        bench.type("s<Esc>")
        bench.pass(seconds: 120)
        #expect(bench.surface.lines[1].contains("▲ SOS 1 open, 1 unacknowledged, 2 min"))
        bench.pass(seconds: 240)
        #expect(bench.surface.lines[1].contains("! 1 overdue 1 min"))
    }

    @Test("one's own SOS is due, first and with its age, until somebody acknowledges it")
    func due() throws {
        let bench = try Bench.onDesk()
        bench.type("n11<Tab><Tab><Tab>1500<F2>1<F2>")
        bench.type("s<Esc>")
        bench.pass(seconds: 130)
        let due = try #require(bench.surface.lines.firstIndex { $0.contains("DUE") })
        #expect(bench.surface.lines[due + 1].contains("2 min ▲ your SOS 09-0002, 41 not yet"))
        #expect(bench.surface.lines[due + 2].contains("call back"))
        let escalation = try #require(try bench.store.escalations(limit: 1).first)
        try bench.store.perform([.escalation(escalation.id, .acknowledge)], by: "41", at: bench.now)
        bench.pass(seconds: 1)
        #expect(!bench.text.contains("your SOS"))
    }

    @Test("a call with its SOS offers no second one; a resolved SOS is no loud badge any more")
    func resolved() throws {
        let work = try Casework()
        let bench = try work.desk(as: "01")
        bench.type("<Enter>s")
        #expect(bench.console.top is CallScreen)
        #expect(bench.console.notice?.key == "needs.no_escalation")
        #expect(bench.text.contains("▲ SOS"))
        try work.store.perform(
            [
                .escalation(work.escalation, .acknowledge),
                .escalation(work.escalation, .resolve(outcome: "not_confirmed", reason: nil, openedCase: nil)),
            ], by: "41", at: bench.now)
        bench.pass(seconds: 1)
        #expect(bench.text.contains("✓ SOS") && !bench.text.contains("▲ SOS"))
        bench.type("<Esc>")
        #expect(!bench.text.contains("▲"))
    }

    @Test("before anybody has signed in, F9 says how one gets to raise an SOS", arguments: Language.allCases)
    func signedOut(language: Language) throws {
        let bench = try Bench(language: language)
        bench.type("<F9>")
        #expect(bench.text.contains("Enter") && bench.surface.lines[22].contains("F9"))
    }
}
