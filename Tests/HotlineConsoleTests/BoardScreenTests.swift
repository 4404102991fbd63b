import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("The live board")
struct BoardScreenTests {
    private func wall(_ keys: String = "wv") throws -> BoardFixture { try BoardFixture(columns: 160, rows: 50, keys) }

    @Test("every part at 80x24 and all of them on a wall, in each language", arguments: Language.allCases)
    func screens(language: Language) throws {
        let small = try BoardFixture(language: language)
        for part in BoardPart.allCases {
            try Golden.expect(small.bench.text, "board-\(part.rawValue)-80x24-\(language)")
            small.bench.type("<Tab>")
        }
        // The service level of the line with nobody in time, and the hour that is now.
        small.bench.type("<Up><Right><Right><Right><Right><Right><Enter>")
        try Golden.expect(small.bench.text, "board-figure-80x24-\(language)")
        small.bench.type("<Esc><Tab><Tab><Right><Right><Enter>")
        try Golden.expect(small.bench.text, "board-hour-80x24-\(language)")
        let wall = try BoardFixture(columns: 160, rows: 50, language: language)
        try Golden.expect(wall.bench.text, "board-160x50-\(language)")
        wall.bench.type("<Right><Right><Right><Right><Right><Enter>")
        try Golden.expect(wall.bench.text, "board-figure-160x50-\(language)")
    }

    @Test("the figures are those of the test vector, with both their numbers")
    func vector() throws {
        let text = try wall().bench.text
        #expect(text.contains("6/9") && text.contains("66.7"))
        #expect(text.contains("1/9") && text.contains("11.1"))
        #expect(text.contains("10 offered = 8 answered + 1 gave up + 1 short + 0 overflowed"))
        #expect(text.contains("8: 0:16") && text.contains("8: 0:13") && text.contains("8: 0:45"), "the count leads")
    }

    @Test(
        "every figure opens to its formula and what is behind it, and closes again", arguments: BoardFigure.allCases)
    func opens(figure: BoardFigure) throws {
        let board = try wall("wv<Tab>")
        let place = BoardFigure.allCases.firstIndex(of: figure) ?? 0
        for _ in 0..<place { board.bench.type("<Down>") }
        board.bench.type("<Enter>")
        #expect(try board.screen.opened == .figure(figure))
        let formula = Say(.en)("board.formula.\(figure.rawValue)")
        #expect(board.bench.text.contains(String(formula.prefix(40))), "\(board.bench.text)")
        #expect(board.bench.text.contains("Behind it: "))
        board.bench.type("<Esc>")
        #expect(!board.bench.text.contains("Behind it: ") && board.bench.console.top is BoardScreen)
        board.bench.type("<Esc>")
        #expect(board.bench.console.top is DeskScreen)
    }

    @Test("numerator, denominator and what is left out, with the calls behind the figure")
    func parts() throws {
        let board = try wall("wv<Right><Right><Right><Right><Right><Enter>")
        let text = board.bench.text
        #expect(text.contains("A(w <= T) = 6"))
        #expect(text.contains("A + B + F + U + R = 8 + 1 + 0 + 0 + 0 = 9"))
        #expect(text.contains("b 1, L 0"))
        #expect(text.contains("Behind it: 6") && text.contains("14:05"))
        #expect(!text.contains("14:07"), "answered after 45 s, so not in the numerator")
    }

    @Test("what the switch tells meanwhile is counted without reading the day again")
    func goesOn() throws {
        let board = try wall()
        #expect(board.bench.text.contains("1:00"), "who waits has waited a minute")
        let before = try board.screen
        try board.tell("w", at: Fixture.at("14:31"), line: "eu", ended: .answered(by: "02"), after: 70)
        board.bench.pass(seconds: 30)
        let after = try board.screen
        #expect(after.board?.day.all.answered == 9 && after.board?.day.all.waiting == 0)
        #expect(try #require(after.heads).events(beyond: #require(before.heads)) == 1)
        let anew = try BoardFixture(columns: 160, rows: 50)
        try anew.tell("w", at: Fixture.at("14:31"), line: "eu", ended: .answered(by: "02"), after: 70)
        var whole = QueueDay(targets: QueueTargets(), hoursBy: Fixture.moscow)
        try anew.store.eachVisit(of: Period(day: Fixture.date)) { whole.take($0) }
        #expect(after.board?.day.all == whole.all && after.board?.day.lines == whole.lines)
    }

    @Test("the same weekday is held against the same time of day")
    func weekBefore() throws {
        let board = try wall()
        let past = try #require(try board.screen.board?.past)
        // 2 + 3 before noon and 6 from 14:10 on; the 8 of 16:20 have not come by now.
        #expect(past.date == Fixture.date - 7 && past.all.offered == 11)
        #expect(past.offered(inHour: 16) == 8)
    }

    @Test("the hours ahead are advised by the same hours of the weeks before, with what that takes for granted")
    func advice() throws {
        let board = try wall("wv<Tab><Tab><Right><Right><Enter>")
        // 8 calls in each of 7 weeks at 16 o'clock, 7 minutes each: 0.93 hours of talk, 3 people.
        #expect(board.bench.text.contains("56 calls in 7 such hours, all lines; 7:00 each, over 133 calls."))
        #expect(board.bench.text.contains("Its calls need 3."))
        #expect(board.bench.text.contains("Erlang C") && board.bench.text.contains("nobody gives up"))
    }

    @Test("a switch that is not heard is said so in words, and the mark is not colour alone")
    func linkDown() throws {
        let board = try wall()
        try board.perform(
            .linkState(
                board.store.newID(LinkState.self, at: board.bench.now),
                .begin(source: "asterisk", .down, trouble: "silent", at: board.bench.now)))
        board.bench.pass(seconds: 5)
        let why = Say(.en)("board.trouble.silent")
        #expect(board.bench.text.contains("▲ asterisk: not heard since 14:32, figures are incomplete (\(why))"))
        #expect(board.bench.text.contains("▲ 1 switch not heard"))
    }

    @Test("who gave up is taken on, is a task of the register, and is called back")
    func callBack() throws {
        let board = try BoardFixture("wvb")
        #expect(board.bench.text.contains("! nobody calls back"))
        board.bench.type("c")
        #expect(board.bench.text.contains("91 calls back"))
        let task = try #require(try board.store.entries(.task).first)
        #expect(try task.what.flatMap { try board.store.words($0)?.revealed }?.contains("Europe, 14:10") == true)
        board.bench.type("c")
        #expect(board.bench.text.contains("✓ called back by 91"))
        #expect(try board.store.entry(task.id)?.status == .done)
        board.bench.type("c")
        #expect(try board.store.entries(.task).count == 1, "nothing is left to do")
    }

    @Test("SOS that nobody has acknowledged are said with their age")
    func sos() throws {
        let board = try wall("w")
        let id = board.store.newID(Call.self, at: board.bench.now)
        let started = Fixture.at("14:20")
        let entry = CallEntry(CallContent(callClass: .sos))
        try board.store.perform(
            [
                .call(id, .enter(line: "ru", started: started, ended: started + .minutes(2), entry)),
                .escalation(board.store.newID(Escalation.self, at: board.bench.now), .raise(call: id)),
            ], by: "02", at: board.bench.now)
        board.bench.pass(seconds: 180)
        board.bench.type("v")
        #expect(board.bench.text.contains("▲ 1 SOS not acknowledged for 3 min"))
    }

    @Test("a hotline without a switch shows what was logged, and says so where waiting would stand")
    func noSwitch() throws {
        let bench = try Bench.onDesk("14:32", as: "91", columns: 80, rows: 24)
        let started = Fixture.at("14:00")
        for place in 0..<3 {
            let id = bench.store.newID(Call.self, at: bench.now)
            let content = CallContent(callClass: .nonCounselling, code: "silent")
            let from = started + .minutes(Int64(place * 5))
            try bench.store.perform(
                [
                    .call(id, .enter(line: "ru", started: from, ended: from + .minutes(4), CallEntry(content))),
                    .call(id, .finalise),
                ], by: "02", at: bench.now)
        }
        bench.pass(seconds: 1)
        bench.type("wv")
        #expect(bench.text.contains("no switch: 3 calls logged, 0 SOS, 4:00 each"))
        try Golden.expect(bench.text, "board-no-switch-80x24-en")
    }

    @Test("the board fits any window and stays what it is")
    func sizes() throws {
        let board = try BoardFixture()
        for keys in ["", "<Tab>", "<Tab>", "<Tab>", "<Tab>", "<Tab>", "<Enter>"] {
            board.bench.type(keys)
            let before = board.bench.text
            for (columns, rows) in [(1, 1), (20, 5), (60, 16), (100, 30), (150, 43), (160, 50), (300, 80), (80, 24)] {
                board.bench.resize(columns, rows)
                #expect(board.bench.surface.size == Size(columns: columns, rows: rows))
            }
            #expect(board.bench.text == before)
        }
    }
}
