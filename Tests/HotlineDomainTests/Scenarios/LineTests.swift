import Testing

@testable import HotlineDomain

@Suite("Lines come and go")
struct LineTests {
    private func enter(_ desk: Desk, _ time: String, _ date: String, line: String = "md") throws -> String? {
        let start = Desk.instant(date, time)
        let call = CallCommand.enter(line: line, started: start, ended: start + .minutes(1), .silent)
        return try desk.refusal(of: .call(CallID(raw: 1), call))?.rule
    }

    @Test("a line is added, takes calls and is changed; what changes nothing leaves no event")
    func addAndChange() throws {
        var desk = Desk()
        try desk.does(.hotline(.addLine(.spare)), by: "21")
        #expect(desk.hotline?.lines.map(\.code) == ["md", "pt", "it"])
        try desk.does(.call(desk.id(), .start(line: "it", at: desk.now, country: "IT", language: "ro")))
        let renamed = Line.spare.with { $0.name = "Italia" }
        #expect(try desk.does(.hotline(.changeLine(renamed)), by: "21") == [.hotline(.lineSet(line: renamed))])
        #expect(desk.hotline?.line("it")?.name == "Italia")
        #expect(try desk.does(.hotline(.changeLine(renamed)), by: "21") == [])
    }

    @Test("the last minute of a line's last day is its own, one minute later is not")
    func lastDay() throws {
        var desk = Desk(at: "2009-09-15", "09:00")
        try desk.closeLine(on: "2009-09-14")
        #expect(try enter(desk, "23:59", "2009-09-14") == nil)
        #expect(try enter(desk, "00:00", "2009-09-15") == "call.after_line_closed")
        #expect(try enter(desk, "00:00", "2009-09-15", line: "pt") == nil)
    }

    @Test("the night that begins on the last day still belongs to the line")
    func lastNight() throws {
        var desk = Desk(at: "2009-09-16", "09:00")
        try desk.does(.hotline(.addLine(.spare.with { $0.until = .september })), by: "21")
        #expect(try enter(desk, "01:30", "2009-09-15", line: "it") == nil)
        #expect(try enter(desk, "01:30", "2009-09-16", line: "it") == "call.after_line_closed")
        let open = { (line: Line, date: String, time: String) in
            line.isOpen(at: ZoneRulesTests.chisinau.wallClock(at: Desk.instant(date, time)))
        }
        let line = Line.spare.with { $0.until = .september }
        #expect(open(line, "2009-09-15", "01:59") && !open(line, "2009-09-15", "18:00"))
        #expect(!open(line, "2009-09-15", "02:00") && open(line, "2009-09-14", "18:00"))
    }

    @Test("a call of a line that was closed meanwhile is still ended and amended, and moved to another line")
    func closedMeanwhile() throws {
        var desk = Desk()
        let (talking, final) = (try desk.startCall(), try desk.finalCall())
        try desk.closeLine(on: "2009-09-01")
        try desk.does(.call(talking, .end(at: desk.now)))
        let call = desk.records.call(final)!
        let amendment = CallCommand.amend(
            revision: 1, reason: "review", started: call.started, ended: call.ended! - .seconds(1),
            CallEntry(call.content))
        try desk.does(.call(final, amendment), by: "09")
        #expect(try desk.refusal(of: .call(talking, .changeLine(to: "md")))?.rule == "call.after_line_closed")
        try desk.does(.call(talking, .changeLine(to: "pt")))
    }

    @Test("a profile that does not know a line leaves it there, and one that was closed stays closed")
    func profile() throws {
        var desk = Desk()
        try desk.does(.hotline(.addLine(.spare)), by: "21")
        try desk.closeLine(on: "2009-09-14")
        try desk.does(.hotline(.apply(.example)), by: "21")
        #expect(desk.hotline?.line("it") == .spare)
        #expect(desk.hotline?.line("md")?.until == .september)
        try desk.does(.hotline(.changeLine(Hotline.example.lines[0])), by: "21")
        #expect(desk.hotline?.line("md")?.until == nil)
    }
}
