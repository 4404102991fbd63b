import HotlineDomain
import HotlineStore
import TerminalUI
import Testing

@testable import HotlineConsole

@Suite("Getting up from the desk")
struct LeavingTests {
    @Test(
        "Ctrl-Q and Ctrl-C leave from every screen, over every box, with a caller on the line only after a question",
        arguments: ["", "n", "b", "c", "o", "f", "r", "rp", "t", "m", "/", "?", "<C-p>", "n<F5>"], ["<C-q>", "<C-c>"])
    func everywhere(keys: String, leave: String) throws {
        let bench = try Bench.onDesk()
        if !keys.hasPrefix("n") { bench.type("n<Esc>") }
        bench.type(keys + leave)
        #expect(bench.text.contains("Leave with open work?"))
        #expect(bench.runner.isRunning)
        bench.wait(StrayKeys.pause)
        bench.type("y")
        #expect(!bench.runner.isRunning)
    }

    @Test("with nothing open one leaves at once, also before anybody has signed in")
    func nothingOpen() throws {
        let bench = try Bench.onDesk()
        bench.type("q")
        #expect(!bench.runner.isRunning)
        let empty = try Bench()
        empty.type("<C-c>")
        #expect(!empty.runner.isRunning)
    }

    @Test("everything that is open is said: the caller, an unfinished call, what is typed, the SOS nobody has taken")
    func everything() throws {
        let bench = try Bench.onDesk()
        bench.type("n<F4><F2><Esc>s")
        bench.pass(seconds: 120)
        bench.type("<Esc>b1305<Esc>q")
        for words in [
            "Call 09-0001 is not finished", "A caller is on the line: 09-0002, 2:0", "SOS 09-0002 is yours",
            "1 form is typed and not saved",
        ] {
            #expect(bench.text.contains(words), "\(words)")
        }
    }

    @Test("a handover that nobody has acknowledged is said")
    func handover() throws {
        let bench = try Bench.onDesk()
        bench.type("s<F2>")
        let shift = try #require(try bench.store.currentShift(of: "01"))
        let id: HandoverID = bench.store.newID(at: bench.now)
        try bench.store.perform([.handover(id, .offer(shift: shift.id, notes: []))], by: "01", at: bench.now)
        bench.pass(seconds: 1)
        bench.type("q")
        #expect(bench.text.contains("Your handover: 1 item is not acknowledged"))
    }

    @Test("signing out asks the same")
    func signOut() throws {
        let bench = try Bench.onDesk()
        bench.type("n<Esc>x")
        #expect(bench.text.contains("A caller is on the line"))
        bench.type("y")
        #expect(bench.console.top is SignInScreen)
    }

    @Test("Esc leads through no screen twice: a screen that is open already is gone back to")
    func noScreenTwice() throws {
        let bench = try Bench.onDesk()
        bench.type("s<F2><Enter>")
        #expect(bench.console.top is CallScreen)
        let depth = bench.console.screens.count
        // The call's SOS, its call, its SOS ...
        for _ in 0..<3 { bench.type("e<Enter>") }
        #expect(bench.console.top is CallScreen)
        #expect(bench.console.screens.count == depth)
        bench.type("<Esc>")
        #expect(bench.console.top is DeskScreen)
    }
}
