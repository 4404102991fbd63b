import HotlineDomain
import HotlineStore
import TerminalUI
import Testing

@testable import HotlineConsole

@Suite("Signing in")
struct SignInTests {
    @Test("with a planned shift: the code, Enter, Enter, and one is on the desk")
    func planned() throws {
        let bench = try Bench("08:05")
        bench.type("01<Enter><Enter>")
        #expect(bench.console.top is DeskScreen)
        let shift = try #require(try bench.store.currentShift(of: "01"))
        #expect(shift.pattern == "day" && shift.unplannedBecause == nil)
    }

    @Test("without one a reason is asked, and the shift is marked")
    func unplanned() throws {
        let bench = try Bench("08:05")
        bench.type("03<Enter>")
        #expect(bench.text.contains("No shift of yours is planned for now"))
        bench.type("u")
        #expect(!bench.text.contains("Entered afterwards"), "that is a reason for a call, not for coming")
        bench.type("1")
        let shift = try #require(try bench.store.currentShift(of: "03"))
        #expect(shift.unplannedBecause == "covering" && shift.plannedEnd == Fixture.at("20:00"))
        #expect(bench.console.top is DeskScreen)
    }

    @Test("who is on already is on the desk at once")
    func alreadyOn() throws {
        let bench = try Bench.onDesk()
        #expect(bench.console.top is DeskScreen)
    }

    @Test("a code nobody has is said beside the field")
    func unknown() throws {
        let bench = try Bench()
        bench.type("77<Enter>")
        #expect(bench.text.contains("! no operator 77"))
    }

    @Test("every screen says that the store is open")
    func openStore() throws {
        let bench = try Bench.onDesk()
        for keys in ["", "n", "<Esc>b", "<F1>"] {
            bench.type(keys)
            #expect(bench.surface.text.contains("open store"))
        }
    }

    @Test("signing out gives the desk to somebody else; the shift goes on and drafts are offered to their owner only")
    func signOut() throws {
        let bench = try Bench.onDesk()
        bench.type("n1<Esc>xy")
        #expect(bench.console.top is SignInScreen && bench.console.situation.person == nil)
        #expect(try bench.store.currentShift(of: "01") != nil)
        bench.type("02<Enter>")
        #expect(bench.console.top is DeskScreen)
        #expect(bench.console.situation.drafts.isEmpty)
    }

    @Test("leaving with open work is asked about first")
    func quit() throws {
        let bench = try Bench.onDesk()
        bench.type("n<Esc>q")
        #expect(bench.runner.isRunning)
        bench.type("n")
        #expect(bench.runner.isRunning)
        bench.type("qy")
        #expect(!bench.runner.isRunning)
    }

    @Test("the loop itself: a script is typed, then the terminal goes away")
    func loop() throws {
        let bench = try Bench("08:05")
        bench.terminal.type("01<Enter><Enter>1")
        bench.runner.run()
        #expect(try bench.lastCall().content.code == "silent")
        #expect(bench.text.contains("Silent call"))
    }
}
