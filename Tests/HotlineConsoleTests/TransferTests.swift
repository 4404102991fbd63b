import HotlineDomain
import HotlineStore
import TerminalUI
import Testing

@testable import HotlineConsole

@Suite("A caller in other hands, a call on another line")
struct TransferTests {
    @Test("a caller is handed over with what was typed, and is the colleague's to write up", arguments: ["", "<F3>"])
    func transfer(hold: String) throws {
        let bench = try Bench.onDesk()
        bench.type("n<Tab><Tab><Tab>")
        bench.write("speaks German only")
        bench.type(hold + "<F12>")
        #expect(bench.text.contains("Who takes the caller over?"))
        // Who is free on shift comes first.
        #expect(bench.surface.lines.first { $0.contains("│>") }?.contains("02") ?? false)
        bench.type("<Enter>")
        let call = try bench.lastCall()
        #expect(call.operatorCode == "02" && call.status == .talking)
        #expect(try bench.note(of: call) == "speaks German only")
        #expect(bench.console.top is DeskScreen)
        #expect(bench.console.notice?.key == "call.transferred")
        #expect(bench.drafts.memory.drafts.isEmpty)
        #expect(bench.console.situation.currentCall == nil)
    }

    @Test("who gets a caller is told, on any screen")
    func given() throws {
        let bench = try Bench.onDesk()
        bench.type("c")
        let id: CallID = bench.store.newID(at: bench.now)
        try bench.store.perform(
            [
                .call(id, .start(line: "ru", at: bench.now, country: nil, language: nil)),
                .call(id, .transfer(to: "01")),
            ], by: "02", at: bench.now)
        bench.pass(seconds: 1)
        #expect(bench.text.contains("02 hands you the caller of 09-0001"))
    }

    @Test("a colleague with a caller on the line cannot be given a second one: the rule is said, the caller stays")
    func busy() throws {
        let bench = try Bench.onDesk()
        let id: CallID = bench.store.newID(at: bench.now)
        try bench.store.perform(
            [.call(id, .start(line: "ru", at: bench.now, country: nil, language: nil))], by: "02", at: bench.now)
        bench.pass(seconds: 1)
        bench.type("n<F12>")
        bench.write("02")
        bench.type("<Enter>")
        #expect(bench.console.notice?.key == "refusal.call.operator_busy")
        #expect(bench.console.situation.currentCall?.operatorCode == "01")
        #expect(bench.console.top is CallScreen)
    }

    @Test("a call begun on the wrong line moves, and with it what was taken from the line")
    func line() throws {
        let bench = try Bench.onDesk()
        bench.type("n11<F11>")
        bench.write("eu")
        bench.type("<Enter>")
        #expect(bench.text.contains("The call is on line eu"))
        bench.type("<F2>")
        let call = try bench.lastCall()
        #expect(call.line == "eu" && call.status == .final)
        #expect(call.content.country == "BE" && call.content.language == "ru")
        #expect(call.content.topics == ["employment_abroad"])
    }

    @Test("a country the operator chose stays when the line changes")
    func chosenCountryStays() throws {
        let bench = try Bench.onDesk()
        bench.type("n11<Tab><Tab><Tab><Tab><Tab>md<Enter><F11>eu<Enter><F2>")
        #expect(try bench.lastCall().content.country == "MD")
    }
}
