import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

/// More than one caller an SOS can be of: it is raised at once, says of whom, and one key raises it of the other.
@Suite("SOS of whom")
struct SOSOfWhomTests {
    /// Somebody has hung up and is to be written up; the desk is on the screen, and it rings.
    private func earlierAndRing(_ language: Language = .en) throws -> (Bench, BenchSwitch, Call) {
        let bench = try Bench.onDesk(language: language)
        let phone = BenchSwitch(bench)
        bench.type("n")
        bench.pass(seconds: 30)
        bench.type("<F4><Esc>")
        let earlier = try bench.lastCall()
        bench.pass(seconds: 10)
        try phone.tell(phone.waits("1", line: "eu"), phone.rings("1", "eu"))
        bench.pass(seconds: 5)
        return (bench, phone, earlier)
    }

    @Test("on the desk it is of who rings, says so, and one key raises it of the earlier caller")
    func onTheDesk() throws {
        let (bench, _, earlier) = try earlierAndRing()
        bench.type("<F9>")
        let rang = try bench.lastCall()
        #expect(rang.id != earlier.id && rang.line == "eu" && rang.escalation != nil && rang.visit != nil)
        #expect(try bench.store.call(earlier.id)?.escalation == nil)
        #expect(bench.text.contains("who rings now, Europe"))
        #expect(bench.notice.contains("Ctrl-Y: \(earlier.number), until 14:32"))
        bench.type("<C-y>")
        #expect(try bench.store.call(earlier.id)?.escalation != nil)
        #expect(bench.text.contains("SOS raised from \(earlier.number)"))
        #expect(try bench.store.escalations(limit: 10).count == 2)
        bench.type("<C-y>")
        #expect(try bench.store.escalations(limit: 10).count == 2, "there is no third caller")
        #expect(bench.console.notice?.key == "sos.no_other")
    }

    @Test("what it says fits the screen in every language", arguments: Language.allCases)
    func words(language: Language) throws {
        let (bench, _, _) = try earlierAndRing(language)
        bench.type("<F9>")
        try Golden.expect(bench.text, "sos-of-whom-80x24-\(language)")
    }

    @Test("a hand that trembles raises no second one, and reads again how to get to the other")
    func twice() throws {
        let (bench, _, earlier) = try earlierAndRing()
        bench.type("<F9><F9>")
        #expect(try bench.store.escalations(limit: 10).count == 1)
        #expect(bench.notice.contains("already") && bench.notice.contains("Ctrl-Y: \(earlier.number)"))
    }

    @Test("with the earlier call on the screen it is of that one, and one key raises it of who rings")
    func inTheForm() throws {
        let (bench, _, earlier) = try earlierAndRing()
        bench.type("<Enter>")
        #expect((bench.console.top as? CallScreen)?.id == earlier.id)
        bench.type("<F9>")
        #expect(try bench.store.call(earlier.id)?.escalation != nil)
        #expect(bench.notice.contains("Ctrl-Y: who rings now, Europe"))
        bench.type("<C-y>")
        let rang = try bench.lastCall()
        #expect(rang.id != earlier.id && rang.escalation != nil && rang.visit != nil)
        #expect((bench.console.top as? CallScreen)?.id == earlier.id, "what is typed there stays")
    }

    @Test("whoever is on the line goes before the earlier call on the screen")
    func onTheLine() throws {
        let (bench, phone, earlier) = try earlierAndRing()
        bench.type("<Enter>")
        try phone.tell(phone.answers("1", "eu"))
        bench.type("<F9>")
        #expect(try bench.store.call(earlier.id)?.escalation == nil)
        #expect(try bench.lastCall().visit != nil && bench.lastCall().escalation != nil)
        #expect(bench.notice.contains("who is on the line, Europe"))
        #expect(bench.notice.contains("Ctrl-Y: \(earlier.number)"))
    }

    @Test("who has hung up and has no call yet is somebody an SOS can be of")
    func hungUp() throws {
        let bench = try Bench.onDesk()
        let phone = BenchSwitch(bench)
        bench.type("b<Tab>")
        try phone.tell(phone.waits("1", line: "eu"), phone.rings("1", "eu"))
        try phone.tell(phone.answers("1", "eu"))
        bench.wait(.seconds(20))
        try phone.tell(phone.hangsUp("1", "eu"))
        bench.type("<F9>")
        let call = try bench.lastCall()
        #expect(call.visit != nil && call.escalation != nil && call.line == "eu")
        #expect(try bench.calls().count == 1)
    }

    @Test("with a caller in a call of this desk there is no doubt, and no second key")
    func certain() throws {
        let (bench, phone, _) = try earlierAndRing()
        bench.type("a")
        try phone.tell(phone.answers("1", "eu"))
        bench.type("<F9>")
        #expect(bench.notice.contains("SOS raised from") && !bench.notice.contains("Ctrl-Y"))
        bench.type("<C-y>")
        #expect(try bench.store.escalations(limit: 10).count == 1)
    }
}

extension Bench {
    /// What is said now, in one line whatever the width.
    fileprivate var notice: String { console.notice.map { console.situation.text(of: $0) } ?? "" }
}
