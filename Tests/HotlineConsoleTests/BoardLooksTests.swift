import HotlineDomain
import HotlineReports
import HotlineStore
import HotlineSwitch
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

/// What a supervisor must be able to read off the board on any screen.
@Suite("The board's looks")
struct BoardLooksTests {
    private func wall(_ keys: String = "wv", _ language: Language = .en) throws -> BoardFixture {
        try BoardFixture(columns: 160, rows: 50, language: language, keys)
    }

    @Test("somebody who writes up a call at the desk is in wrap-up, though the switch takes them for free")
    func wrapUp() throws {
        let desk = try Bench.onDesk()
        let phone = BenchSwitch(desk)
        try phone.tell(phone.waits("1"), phone.rings("1"))
        desk.type("<C-n>")
        try phone.tell(phone.answers("1"))
        desk.wait(.seconds(60))
        try phone.tell(phone.hangsUp("1"))
        let id = desk.store.newID(OperatorState.self, at: desk.now)
        let free = OperatorStateCommand.begin(
            operator: "01", source: "switch", state: "available", reason: nil, at: desk.now)
        try desk.store.perform([.operatorState(id, free)], by: Stamp.systemCode, at: desk.now)
        desk.wait(.seconds(30))
        func state() throws -> OperatorNow? {
            try desk.store.operatorsNow(at: desk.now).first { $0.operator == "01" }
        }
        let writing = try #require(try state())
        #expect(writing.state == "wrap_up" && writing.since == desk.now - .seconds(30) && writing.line == "ru")
        desk.type("<F5>1<Enter>")
        #expect(try state()?.state == "available")
    }

    @Test("the part in time stays on a small screen, however wide the figures are", arguments: Language.allCases)
    func levelStays(language: Language) throws {
        let board = try BoardFixture(language: language)
        let screen = try board.screen
        let wide = BoardColumns(
            width: 80, headings: { _ in 9 }, cells: { $0 == .serviceLevel ? 22 : 9 }, names: 30)
        #expect(wide.shown.contains(.serviceLevel) && wide.shown.contains(.longestWait))
        #expect(wide.widths.reduce(wide.name + 1, +) <= 80)
        #expect(screen.columnsShown.contains(.serviceLevel))
        // What is under the cursor is what opens.
        for place in screen.columnsShown.indices {
            let other = try BoardFixture(language: language)
            other.bench.type(String(repeating: "<Right>", count: place) + "<Enter>")
            #expect(try other.screen.opened == .figure(screen.columnsShown[place]))
        }
    }

    @Test("who gave up has waited, and waits no more", arguments: Language.allCases)
    func gaveUp(language: Language) throws {
        let board = try BoardFixture(language: language, "wvb<Enter>")
        let say = Say(language)
        let rows = board.bench.surface.lines
        #expect(rows.contains { $0.contains(say("board.waited")) && $0.contains("0:40") })
        #expect(!rows.dropLast().contains { $0.contains(say("queue.waiting")) && $0.contains("0:40") })
    }

    @Test("the bar names c beside those who gave up, and Esc inside a figure", arguments: Language.allCases)
    func bar(language: Language) throws {
        let board = try BoardFixture(language: language, "wvb")
        #expect(board.bench.surface.lines[23].contains(" c "))
        board.bench.type("<Enter>")
        #expect(board.bench.surface.lines[23].contains("Esc ") && board.bench.surface.lines[23].contains(" c "))
        board.bench.type("<Esc><Tab><Enter>")
        #expect(board.bench.surface.lines[23].contains("Esc "))
    }

    @Test("occupancy is said in lengths of time, not in bare seconds")
    func occupancy() throws {
        let text = try wall().bench.text
        #expect(text.contains("30:00/12:52:00"))
        #expect(!text.contains("46,320"))
    }

    @Test("an answered caller whose wait nobody can tell is named beside the waits it is left out of")
    func unknownWait() throws {
        let board = try wall("")
        try board.tell("set", at: Fixture.at("14:13"), ended: .answered(by: "01"), after: -3_600)
        board.bench.type("wv<Right><Right><Right><Right><Right><Enter>")
        #expect(board.bench.text.contains(Say(.en)("queue.wait_unknown", n: 1)), "\(board.bench.text)")
    }

    @Test("the bars of the waits have room on a wall", arguments: Language.allCases)
    func bars(language: Language) throws {
        let lines = try wall("wv", language).bench.surface.lines
        let longest = lines.map { line in line.count { $0 == "\u{2588}" || $0 == "\u{2591}" } }.max() ?? 0
        #expect(longest >= 10)
    }

    @Test("hours of which nothing was measured say so", arguments: Language.allCases)
    func unmeasured(language: Language) throws {
        let bench = try Bench.onDesk("14:32", as: "91", columns: 80, rows: 24, language: language)
        bench.type("wv<Tab><Tab>")
        while !bench.runner.idle.isEmpty { bench.runner.load(bench.runner.idle.removeFirst()) }
        bench.runner.show()
        let words = Say(language)("board.hour.unmeasured")
        #expect(bench.text.contains(words), "\(bench.text)")
    }

    @Test("many sources push nothing away: those that are not heard come first, and the rest is a number")
    func manyLinks() throws {
        let board = try BoardFixture()
        for name in ["night", "old", "other"] {
            let id = board.store.newID(LinkState.self, at: board.bench.now)
            let down = LinkStateCommand.begin(source: name, .down, trouble: "silent", at: board.bench.now)
            try board.perform(.linkState(id, down))
        }
        board.bench.pass(seconds: 5)
        let text = board.bench.text
        #expect(text.contains("\u{25B2} night: not heard") && text.contains("3 more sources"))
        #expect(text.contains("SOS open") && text.contains("while open") && text.contains("3 switches not heard"))
        #expect(!text.contains("asterisk: heard"))
    }

    @Test("beside the other parts what somebody does is read to its end", arguments: Language.allCases)
    func narrowPeople(language: Language) throws {
        let board = try wall("w", language)
        try board.perform(
            .operatorState(
                board.store.newID(OperatorState.self, at: board.bench.now),
                .begin(operator: "02", source: "asterisk", state: "on_call", reason: nil, at: board.bench.now)))
        try board.tell("t", at: board.bench.now - .seconds(30), ended: .answered(by: "02"), after: 9, talk: -1)
        board.bench.type("v")
        let label = try #require(CodeLists.list(.operatorState).code("on_call")?.label(language.rawValue))
        #expect(board.bench.text.contains("\u{25CF} \(label)"), "\(board.bench.text)")
    }

    @Test("without a switch there are no columns of it, nobody is said to have given up, and the hours say why")
    func noSwitch() throws {
        let bench = try Bench.onDesk("14:32", as: "91", columns: 80, rows: 24)
        bench.type("wv")
        #expect(bench.text.contains("no switch: 0 calls logged, 0 SOS") && !bench.text.contains(" each"))
        #expect(!bench.text.contains("longest") && !bench.text.lowercased().contains("gave up:"))
        bench.type("<Tab><Tab>")
        while !bench.runner.idle.isEmpty { bench.runner.load(bench.runner.idle.removeFirst()) }
        bench.runner.show()
        #expect(bench.text.contains("No switch: only what was logged is counted."))
        let before = try #require(bench.surface.lines.first { $0.hasPrefix(" before") })
        #expect(!before.contains("0"))
    }

    @Test("time signed off is no part of what an operator did")
    func signedOff() throws {
        let board = try BoardFixture("w")
        let at = board.bench.now - .minutes(5)
        try board.perform(
            .operatorState(
                board.store.newID(OperatorState.self, at: at),
                .begin(operator: "02", source: "asterisk", state: "signed_off", reason: nil, at: at)))
        board.bench.type("v<Tab><Tab><Tab><Tab><Down><Enter>")
        #expect(board.bench.text.contains("Break") && !board.bench.text.contains("Signed off"))
    }

    @Test("lengths are rounded, clocks that run are cut")
    func rounded() throws {
        let board = try wall()
        // The median of 10 and 15 seconds is 12.5.
        #expect(board.bench.text.contains("8: 0:13"))
        #expect(Span(milliseconds: 1_500).secondsRounded == 2 && Span(milliseconds: 1_499).secondsRounded == 1)
        #expect(Span(milliseconds: 1_999).seconds == 1 && Span(milliseconds: -500).secondsRounded == 0)
    }

    @Test("a line that has closed is left out, unless somebody called it in the period")
    func closedLines() throws {
        let board = try wall("w")
        var hotline = try board.store.hotline()
        var closed = hotline.lines[0]
        (closed.code, closed.name) = ("old", "Old line")
        closed.until = Fixture.date - 10
        hotline.lines.append(closed)
        func codes(_ day: QueueDay, _ period: Period, _ logged: [String: LoggedCalls] = [:]) -> [String?] {
            QueueLine.of(day, hotline, in: period, isFed: true, logged: logged, at: board.bench.now).map(\.line)
        }
        let none = QueueDay(targets: QueueTargets())
        #expect(codes(none, Period(day: Fixture.date)) == ["ru", "eu"])
        #expect(codes(none, Period(month: Fixture.date)) == ["ru", "eu", "old"], "it was open in that month")
        #expect(codes(none, Period(day: Fixture.date), ["old": LoggedCalls(calls: 1)]) == ["ru", "eu", "old"])
        var told = none
        let at = board.bench.now
        try board.tell("late", at: at, line: "old", ended: .abandoned, after: 9)
        try board.store.eachVisit(of: Period(day: Fixture.date)) { told.take($0) }
        #expect(codes(told, Period(day: Fixture.date)).contains("old"))
    }
}
