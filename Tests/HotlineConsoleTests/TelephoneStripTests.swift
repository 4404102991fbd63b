import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

/// What the strip and the clock beside it say of a caller whom others have, too.
@Suite("Whose the caller is")
struct TelephoneStripTests {
    private func desks() throws -> (first: Bench, second: Bench, BenchSwitch) {
        let first = try Bench.onDesk()
        let second = try Bench("14:32", store: first.store)
        second.type("02<Enter>")
        first.pass(seconds: 5)
        return (first, second, BenchSwitch(first))
    }

    @Test("the line is said by its name, while it rings and when it has gone")
    func lineName() throws {
        let (bench, _, phone) = try desks()
        try phone.tell(phone.waits("1", line: "eu"), phone.rings("1", "eu"))
        #expect(bench.surface.lines[2].contains("  Europe  "))
        try phone.tell(phone.givesUp("1", "eu"))
        #expect(bench.surface.lines[2].contains("Europe: the caller gave up"))
    }

    @Test("a ring that a colleague has taken at the desk is not passed on: it says who takes it")
    func takenElsewhere() throws {
        let (first, second, phone) = try desks()
        try phone.tell(phone.waits("1"), phone.rings("1"), phone.rings("1", at: "02"))
        second.pass(seconds: 1)
        second.type("<C-n>")
        first.pass(seconds: 1)
        #expect(first.surface.lines[2].contains("rings") && first.surface.lines[2].contains("02 takes it"))
        #expect(!first.surface.lines[2].contains("passed on"))
        first.type("<C-n>")
        #expect(first.console.notice?.key == "needs.answered_first")
        try phone.tell(phone.answers("1", by: "02"))
        #expect(first.surface.lines[2].contains("02 has answered"))
        #expect(try first.calls().count == 1)
    }

    @Test("who took a ring that a colleague answered reads that, and nothing of a transfer")
    func lostRing() throws {
        let (first, second, phone) = try desks()
        try phone.tell(phone.waits("1"), phone.rings("1"), phone.rings("1", at: "02"))
        first.type("<C-n>")
        let call = try first.lastCall()
        try phone.tell(phone.answers("1", by: "02"))
        second.pass(seconds: 5)
        second.type("<C-n>")
        first.pass(seconds: 1)
        #expect(try first.store.call(call.id)?.operatorCode == "02")
        #expect(first.console.notice?.key == "call.lost_ring")
        #expect(first.text.contains("02 answered first"))
    }

    @Test("a caller whom the telephone has on hold is on hold on the desk at once, not when the hold is over")
    func held() throws {
        let (bench, _, phone) = try desks()
        try phone.tell(phone.waits("1"), phone.rings("1"))
        bench.type("<C-n>")
        try phone.tell(phone.answers("1"))
        bench.wait(.seconds(20))
        try tellState("held", bench)
        bench.pass(seconds: 12)
        #expect(bench.text.contains("held 0:12"))
        bench.type("<Esc>")
        #expect(bench.text.contains("held 0:12"), "on the desk, too")
        try tellState("on_call", bench)
        bench.pass(seconds: 1)
        #expect(!bench.text.contains("held"))
    }

    private func tellState(_ state: String, _ bench: Bench) throws {
        let id = bench.store.newID(OperatorState.self, at: bench.now)
        let begin = OperatorStateCommand.begin(
            operator: "01", source: "switch", state: state, reason: nil, at: bench.now)
        try bench.store.perform([.operatorState(id, begin)], by: Stamp.systemCode, at: bench.now)
    }
}
