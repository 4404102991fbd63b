import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Taking back what one key did")
struct TakeBackTests {
    @Test("the notice after a one-key closing names the key that takes it back")
    func notice() throws {
        let bench = try Bench.onDesk()
        bench.type("5")
        #expect(bench.text.contains("Closed: Prank. A mistake? u takes it back"))
    }

    @Test("a call that never was becomes a test call with the reason, and no figure counts it")
    func neverWas() throws {
        let bench = try Bench.onDesk()
        bench.type("5")
        #expect(try bench.store.live(at: bench.now).callsToday == 1)
        bench.type("u")
        let call = try bench.lastCall()
        #expect(call.content.code == "test" && call.revision == 2 && !call.isCounted)
        #expect(try bench.store.live(at: bench.now).callsToday == 0)
        #expect(bench.text.contains("Taken back"))
        let reasons = try bench.store.history(of: Subject(.call, call.id.raw)).compactMap { _, event -> String? in
            guard case .call(_, .amended(_, let reason, _, _, _, _)) = event else { return nil }
            return reason
        }
        #expect(reasons == ["typing_error"])
    }

    @Test("what was entered as a test call stands in no figure already, and is not in the way of the one before")
    func testCall() throws {
        let bench = try Bench.onDesk()
        bench.type("57u")
        #expect(bench.console.notice?.key == "desk.taken_back")
        bench.type("u")
        #expect(try bench.calls().allSatisfy { $0.content.code == "test" })
    }

    @Test("each press takes back one more, the last one first; then there is nothing left")
    func several() throws {
        let bench = try Bench.onDesk()
        bench.type("123uu")
        #expect(try bench.calls().map(\.content.code) == ["test", "test", "silent"])
        bench.type("u")
        #expect(try bench.calls().map(\.content.code) == ["test", "test", "test"])
        bench.type("u")
        #expect(bench.console.notice?.key == "needs.one_key_call")
    }

    @Test(
        "a call with a caller opens to be amended with the reason chosen, and nothing typed is lost",
        arguments: ["<Esc>5", "<F5>5"])
    func withACaller(close: String) throws {
        let bench = try Bench.onDesk()
        bench.type("n<Tab><Tab><Tab>")
        bench.write("asks about papers")
        bench.type(close + "u")
        #expect(bench.text.contains("Amending: Typing error"))
        bench.type("16")
        bench.wait(.seconds(1))
        bench.type("<F2>")
        let call = try bench.lastCall()
        #expect(call.content.callClass == .information && call.content.code == nil && call.revision == 2)
        #expect(try bench.note(of: call) == "asks about papers")
        #expect(try bench.calls().count == 1)
    }

    @Test("who signs in next takes back nothing of the one before")
    func another() throws {
        let bench = try Bench.onDesk()
        bench.type("5x02<Enter>u")
        #expect(bench.console.notice?.key == "needs.one_key_call")
        #expect(try bench.lastCall().content.code == "prank")
    }

    @Test("an SOS raised by mistake: the notice says how it ends, in every language", arguments: Language.allCases)
    func sos(language: Language) throws {
        let bench = try Bench.onDesk(language: language)
        bench.type("s")
        let ending = CodeLists.list(.escalationOutcome).code("not_confirmed")!.label(language.rawValue)
        #expect(bench.surface.lines[22].contains(ending), "\(bench.surface.lines[22])")
    }

    @Test("with a caller waiting no key invents a call; who waits is answered first, and then a key closes that call")
    func callerWaiting() throws {
        let bench = try Bench.onDesk()
        bench.runner.handle(
            .switchboard([
                .linkUp(at: bench.now),
                .callWaiting(WaitingCaller(id: SwitchCallID("1"), line: "eu", queuedAt: bench.now)),
            ]))
        bench.type("1")
        #expect(try bench.calls().isEmpty)
        #expect(bench.console.notice?.key == "needs.nobody_left_waiting")
        bench.type("b")
        #expect(bench.console.top is CallScreen)
        bench.type("<Esc>a<Esc>1")
        #expect(try bench.calls().map(\.line) == ["eu"])
        #expect(try bench.lastCall().content.code == "silent")
    }
}
