import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("The roster as it is worked")
struct ShiftScreenTests {
    private func roster(
        as code: String = "01", with colleagues: [String] = ["02", "41"], _ columns: Int = 80, _ rows: Int = 24,
        _ language: Language = .en
    ) throws -> Bench {
        let bench = try Bench.onDesk(as: code, with: colleagues, columns: columns, rows: rows, language: language)
        if code == "91" { bench.type("w") }
        bench.type("t")
        return bench
    }

    private func shifts(_ bench: Bench, of code: String) throws -> [Shift] {
        try bench.store.shifts(Fixture.date...(Fixture.date + 1)).filter { $0.operatorCode == code }
    }

    /// The cursor onto the first shift of somebody that has this status.
    private func stand(_ bench: Bench, on code: String, _ status: Shift.Status) throws {
        bench.type("<Home>")
        for _ in 0..<80 {
            let shift = (bench.console.top as? ShiftScreen)?.selectedShift
            if shift?.operatorCode == code, shift?.status == status { return }
            bench.type("<Down>")
        }
        Issue.record("no shift of \(code) is \(status)")
    }

    @Test("the screen", arguments: ScreenTests.sizes, Language.allCases)
    func screen(size: (Int, Int), language: Language) throws {
        let bench = try roster(with: ["41"], size.0, size.1, language)
        try Golden.expect(bench.text, "shift-\(size.0)x\(size.1)-\(language)")
    }

    @Test("who did not sign on is marked with how long ago it should have been")
    func uncovered() throws {
        let bench = try roster(with: ["41"])
        #expect(bench.text.contains("! not signed on, 6 h 32 min"))
        #expect(bench.text.contains("2 of 3 on") && bench.text.contains("! 1 not signed on"))
    }

    @Test("a supervisor confirms somebody's shift; another operator cannot")
    func confirm() throws {
        let operatorBench = try roster()
        try stand(operatorBench, on: "03", .planned)
        operatorBench.type("c")
        #expect(operatorBench.text.contains("Only for your own shift, or as a supervisor"))
        let bench = try roster(as: "91")
        try stand(bench, on: "03", .planned)
        bench.type("c")
        #expect(try shifts(bench, of: "03").first?.status == .confirmed)
        #expect(bench.text.contains("The shift of 03 is confirmed"))
    }

    @Test("absent: a reason, then who works instead, in one act")
    func absent() throws {
        let bench = try roster(as: "91", with: ["01", "02", "41"])
        try stand(bench, on: "03", .planned)
        bench.type("a<Enter>")
        #expect(bench.text.contains("Who works instead?"))
        #expect(try shifts(bench, of: "03").first?.status == .planned)
        bench.write("91")
        bench.type("<Enter>")
        let absent = try #require(try shifts(bench, of: "03").first)
        #expect(absent.status == .absent && absent.absentBecause == "ill")
        let substitute = try #require(try shifts(bench, of: "91").first)
        #expect(substitute.substituteFor == absent.id && substitute.plannedStart == absent.plannedStart)
        #expect(bench.text.contains("absent: Ill, 91 instead") && bench.text.contains("in place of 03"))
    }

    @Test("absent with nobody instead stays marked")
    func absentAndNobody() throws {
        let bench = try roster()
        try stand(bench, on: "03", .planned)
        bench.type("a<Enter><Enter>")
        #expect(bench.text.contains("! absent: Ill, nobody instead"))
        #expect(bench.text.contains("! 1 short"))
    }

    @Test("Esc out of the choice changes nothing")
    func escape() throws {
        let bench = try roster()
        try stand(bench, on: "03", .planned)
        bench.type("a<Enter><Esc>")
        #expect(try shifts(bench, of: "03").first?.status == .planned)
        #expect(bench.console.top is ShiftScreen)
    }

    @Test("two people swap their shifts in one act")
    func swap() throws {
        let bench = try roster(as: "91")
        bench.type("]")
        try stand(bench, on: "02", .planned)
        let first = try #require((bench.console.top as? ShiftScreen)?.selectedShift)
        bench.type("w")
        bench.write("03")
        bench.type("<Enter>")
        #expect(bench.text.contains("02 and 03 have swapped shifts"))
        let after = try bench.store.shifts(first.businessDate...first.businessDate)
        #expect(after.contains { $0.operatorCode == "03" && $0.pattern == "day" && $0.status == .planned })
        #expect(try bench.store.shift(first.id)?.status == .cancelled)
        // Planning from the roster again brings nothing back.
        try bench.store.planShifts(by: Stamp.systemCode, at: bench.now)
        let again = try bench.store.shifts(first.businessDate...first.businessDate)
        #expect(again.count == after.count)
    }

    @Test("one more person is planned for a pattern")
    func add() throws {
        let bench = try roster(as: "91", with: ["01", "02", "41"])
        try stand(bench, on: "03", .planned)
        bench.type("n")
        bench.write("91")
        bench.type("<Enter>")
        #expect(bench.text.contains("From when to when does 91 work?") && bench.text.contains("Enter: 20:00–08:00"))
        #expect(try shifts(bench, of: "91").isEmpty)
        bench.type("<Enter>")
        let added = try #require(try shifts(bench, of: "91").first)
        #expect(added.pattern == "night" && added.plannedStart == Fixture.at("20:00"))
    }

    @Test("with hours of their own, which the roster then shows")
    func addWithHours() throws {
        let bench = try roster(as: "91", with: ["01", "02", "41"])
        try stand(bench, on: "03", .planned)
        bench.type("n")
        bench.write("91")
        bench.type("<Enter>")
        bench.write("ten")
        bench.type("<Enter>")
        #expect(bench.text.contains("Two times are needed"))
        #expect(try shifts(bench, of: "91").isEmpty)
        bench.type("<Esc><Enter>")
        bench.write("22-3.30")
        bench.type("<Enter>")
        let added = try #require(try shifts(bench, of: "91").first)
        #expect(added.pattern == "night" && added.plannedStart == Fixture.at("22:00"))
        #expect(added.plannedEnd == Fixture.at("22:00") + .minutes(330))
        #expect(bench.text.contains("22:00–03:30"))
    }

    @Test("hours outside of the pattern make a shift of no pattern")
    func addOutside() throws {
        let bench = try roster(as: "91", with: ["01", "02", "41"])
        try stand(bench, on: "03", .planned)
        bench.type("n")
        bench.write("91")
        bench.type("<Enter>")
        bench.write("17-19")
        bench.type("<Enter>")
        #expect(try #require(try shifts(bench, of: "91").first).pattern == nil)
    }

    @Test("a cancelled shift stays in sight, last and marked, and counts for nothing")
    func cancelled() throws {
        let bench = try roster(as: "91")
        try stand(bench, on: "03", .planned)
        bench.type("dy")
        #expect(bench.text.contains("– cancelled") && bench.text.contains("! 1 short"))
        let row = try #require(bench.text.split(separator: "\n").first { $0.contains("– cancelled") })
        #expect(row.contains("03"))
    }

    @Test("cancelling asks first")
    func cancel() throws {
        let bench = try roster(as: "91")
        try stand(bench, on: "03", .planned)
        bench.type("d<Esc>")
        #expect(try shifts(bench, of: "03").first?.status == .planned)
        bench.type("dy")
        #expect(try shifts(bench, of: "03").first?.status == .cancelled)
    }

    @Test("a supervisor ends somebody's shift with a reason, and is asked first")
    func end() throws {
        let bench = try roster(as: "91")
        try stand(bench, on: "02", .started)
        bench.type("e<Down><Enter>")
        #expect(try shifts(bench, of: "02").first?.status == .started)
        bench.type("y")
        let ended = try #require(try shifts(bench, of: "02").first)
        #expect(ended.status == .ended && ended.endedBySupervisor)
        #expect(bench.text.contains("ended by a supervisor"))
    }

    @Test("signing on from here, and off again with nothing open, are a key each")
    func onAndOff() throws {
        let bench = try Bench("14:32", store: try Fixture.store())
        bench.type("01<Enter>w")
        bench.type("to")
        #expect(try shifts(bench, of: "01").first?.status == .started)
        bench.type("x")
        #expect(try shifts(bench, of: "01").first?.status == .ended)
        #expect(bench.text.contains("Signed off at 14:32: nothing was open"))
    }

    @Test("somebody nobody planned signs on with a reason")
    func unplanned() throws {
        let bench = try Bench("14:32", store: try Fixture.store())
        bench.type("03<Enter>w")
        bench.type("to<Enter>")
        let shift = try #require(try shifts(bench, of: "03").first { $0.status == .started })
        #expect(shift.unplannedBecause == "covering" && shift.plannedEnd == Fixture.at("20:00"))
        #expect(bench.text.contains("unplanned: Covering for somebody"))
    }

    @Test("weeks and days are paged, and one key comes back to today")
    func paging() throws {
        let bench = try roster()
        bench.type("]")
        #expect((bench.console.top as? ShiftScreen)?.first == Fixture.date + 6)
        bench.type("<Right>[[")
        #expect((bench.console.top as? ShiftScreen)?.first == Fixture.date - 7)
        bench.type("t")
        #expect((bench.console.top as? ShiftScreen)?.first == Fixture.date - 1)
    }

    @Test("a shift past its time says how long")
    func pastItsTime() throws {
        let bench = try roster()
        bench.pass(seconds: 6 * 3600)
        #expect(bench.text.contains("past its time 32 min"))
    }
}
