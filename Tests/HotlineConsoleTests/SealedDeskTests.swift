import Foundation
import HotlineDomain
import StoreSQLite
import TerminalUI
import Testing

@testable import HotlineConsole
@testable import HotlineStore

@Suite("A sealed desk")
struct SealedDeskTests {
    private static let own = "five quiet words here now"
    private static let cost = Slot.Cost(rounds: 16)

    /// A sealed store with slots for an operator and an admin, nobody signed in.
    private func bench(_ time: String = "08:05") throws -> Bench {
        var hotline = Fixture.hotline
        hotline.operators.append(Operator(code: "99", roles: [.admin]))
        hotline.settings.idleLockSeconds = 120
        let first = FirstSlots(
            admin: "99", passphrase: Passphrase("harbour lamp seven ropes"), recovery: .make(), cost: Self.cost)
        let store = try Store.create(
            try SQLiteEngine.inMemory(), hotline: hotline, .sealed(first), at: Fixture.at("08:00")
        ) { _ in Fixture.moscow }
        try store.issueSlot(
            for: "01", Passphrase(Self.own), by: "99", at: Fixture.at("08:00"), cost: Self.cost)
        try store.signOut(at: Fixture.at("08:00"))
        return try Bench(time, store: store)
    }

    private func signedIn() throws -> Bench {
        let bench = try bench()
        bench.type("01<Enter>")
        bench.write(Self.own)
        bench.type("<Enter><Enter>")
        #expect(bench.console.top is DeskScreen)
        return bench
    }

    @Test("a passphrase opens the desk, a wrong one says so, and neither is ever shown")
    func signIn() throws {
        let bench = try bench()
        bench.type("01<Enter>")
        bench.write("not my passphrase")
        #expect(bench.text.contains("•••") && !bench.text.contains("passphrase is"))
        #expect(!bench.text.contains("not my"))
        bench.type("<Enter>")
        #expect(bench.text.components(separatedBy: "That is not 01's passphrase.").count == 2, "said once")
        #expect(bench.store.access == .locked)
        bench.write(Self.own)
        bench.type("<Enter><Enter>")
        #expect(bench.console.top is DeskScreen)
        #expect(bench.store.access == .signedIn("01"))
        #expect(!bench.text.contains("open store"))
    }

    @Test("nobody gets past the passphrase with a code alone")
    func noWayAround() throws {
        let bench = try bench()
        bench.type("01<Enter><Enter>s")
        #expect(bench.console.situation.person == nil)
        bench.type("<Esc>02<Enter>")
        bench.write(Self.own)
        bench.type("<Enter>")
        #expect(bench.text.contains("02 has no slot."))
    }

    @Test("one key hides everything, the call's clock goes on, and only the passphrase brings it back")
    func blank() throws {
        let bench = try signedIn()
        bench.type("n")
        bench.write("she is at the station")
        bench.type("<C-x>")
        bench.pass(seconds: 60)
        #expect(!bench.text.contains("station") && !bench.text.contains("Angel"))
        #expect(bench.text.contains("on the line"))
        bench.type("<F9>s1<Enter>")
        #expect(try bench.calls().filter { $0.escalation != nil }.isEmpty)
        #expect(bench.text.contains("That is not 01's passphrase.") && bench.text.contains("keyboard layout count."))
        bench.write(Self.own)
        bench.type("<Enter>")
        #expect(bench.text.contains("station"))
    }

    @Test("a desk that nobody touches locks itself, and not a second before")
    func idle() throws {
        let bench = try signedIn()
        bench.pass(seconds: 119)
        #expect(bench.console.deskLock == nil)
        bench.pass(seconds: 1)
        #expect(bench.console.deskLock != nil)
    }

    @Test("an open store is hidden by the key too, comes back with Enter, and never locks itself")
    func openStore() throws {
        let bench = try Bench.onDesk()
        bench.pass(seconds: 100_000)
        #expect(bench.console.deskLock == nil)
        bench.type("<C-x>x")
        #expect(!bench.text.contains("TODAY"))
        bench.type("<Enter>")
        #expect(bench.text.contains("TODAY"))
    }

    @Test("signing out forgets the key")
    func signOut() throws {
        let bench = try signedIn()
        bench.type("xy")
        #expect(bench.console.top is SignInScreen)
        #expect(bench.store.access == .locked)
    }

    @Test("who opens a case is in its journal once for each time, and who may not sees nothing of it")
    func looking() throws {
        let work = try Casework()
        let subject = Subject(.case, try work.openCase().raw)
        let bench = try work.desk()
        bench.type("f<Enter>")
        bench.type("t")
        #expect(try work.store.readers(of: subject).map(\.person) == ["41"])
        #expect(try work.store.readers(of: subject).first?.times == 1)
        let other = try work.desk(as: "02")
        other.type("f<Enter>")
        #expect(try work.store.readers(of: subject).count == 1)
        #expect(other.text.contains("02 does not hold this case's SOS."))
    }
}
