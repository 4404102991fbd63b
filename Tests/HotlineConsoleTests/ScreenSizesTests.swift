import HotlineDomain
import HotlineStore
import TerminalUI
import Testing

@testable import HotlineConsole

@Suite("Screens of every size")
struct ScreenSizesTests {
    @Test(
        "calls, roster, handover and month fit any window and stay what they are",
        arguments: ["c", "cd", "c/", "t", "tx", "th", "m", "m<Down><Down><Down><Down><Down><Enter>"])
    func sizes(keys: String) throws {
        let bench = try Bench.onDesk(columns: 80, rows: 24)
        try Fixture.history(bench.store)
        let id = bench.store.newID(Call.self, at: bench.now)
        let entry = CallEntry(CallContent())
        try bench.store.perform(
            [.call(id, .enter(line: "ru", started: bench.now - .minutes(9), ended: bench.now, entry))], by: "01",
            at: bench.now)
        bench.pass(seconds: 1)
        bench.type(keys)
        let before = bench.text
        for (columns, rows) in [(1, 1), (20, 5), (60, 16), (99, 17), (100, 24), (160, 50), (400, 120), (80, 24)] {
            bench.resize(columns, rows)
            bench.type("<Down><Up>")
            #expect(bench.surface.size == Size(columns: columns, rows: rows))
        }
        #expect(bench.text == before)
    }

    @Test("at 100 columns there are bars")
    func bars() throws {
        let bench = try Bench.onDesk(columns: 100, rows: 24)
        try Fixture.history(bench.store)
        bench.pass(seconds: 1)
        bench.type("m")
        #expect(bench.text.contains("████"))
    }
}
