import HotlineDomain
import HotlineReports
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("Packs for donors on the screen")
struct PacksScreenTests {
    private let donors = [
        Donor(
            code: "sdc", name: "Swiss Agency", calendar: .month, dueDay: 10, language: "ro",
            families: [.language, .topic],
            indicators: [
                DonorIndicator(
                    code: "calls", wording: ["en": "Calls", "ro": "Apeluri", "ru": "Звонки"], target: 900,
                    source: .counted(.calls, of: nil))
            ]),
        Donor(code: "iom", name: "Migration Fund", calendar: .quarter, dueDay: 15),
    ]

    /// August is closed, September runs.
    private func packs(
        _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en, as code: String = "91",
        isClosed: Bool = true
    ) throws -> Bench {
        let bench = try Bench.onDesk(as: code, columns: columns, rows: rows, language: language)
        if bench.console.top is SignInScreen { bench.type("w") }
        try Fixture.history(bench.store)
        for donor in donors {
            try bench.store.perform([.hotline(.addDonor(donor))], by: Stamp.systemCode, at: bench.now)
        }
        if isClosed { try bench.store.close(Period("2009-08")!, by: "91", at: bench.now) }
        bench.pass(seconds: 1)
        bench.type("p")
        bench.rest()
        bench.type("d")
        bench.rest()
        return bench
    }

    @Test("the screens", arguments: ScreenTests.sizes, Language.allCases)
    func screens(size: (Int, Int), language: Language) throws {
        let bench = try packs(size.0, size.1, language)
        let name = "\(size.0)x\(size.1)-\(language)"
        try Golden.expect(bench.text, "packs-\(name)")
        bench.type("<Enter>")
        bench.rest()
        try Golden.expect(bench.text, "pack-\(name)")
    }

    @Test("what can be given stands first, then what runs; a month that runs is told to be open")
    func due() throws {
        let bench = try packs()
        let screen = try #require(bench.console.top as? PacksScreen)
        #expect(
            screen.lines.map { "\($0.donor) \($0.period.name)" } == [
                "sdc 2009-08", "sdc 2009-09", "iom 2009-Q3",
            ])
        #expect(bench.text.contains("can be given: 1"))
        bench.type("<Down><Enter>")
        bench.rest()
        #expect(bench.console.top is PackScreen)
        #expect(bench.text.contains("still open, may change   September 2009"))
        bench.type("<End><Home><PgDn>r")
        bench.rest()
        bench.type("<Esc><Esc><Esc>")
        #expect(bench.console.top is DeskScreen)
    }

    @Test("what stands in the way of a pack is said in its place")
    func refused() throws {
        let bench = try packs()
        try bench.store.perform(
            [.hotline(.changeSettings([.packsWindows: .codes(["language=month"])]))], by: Stamp.systemCode,
            at: bench.now)
        let table = Release(recipient: "eu", window: "2009-08", family: "language", grouping: ["ru", "OTHER"])
        let closing = try #require(try bench.store.closings().first)
        let contents = PackContents(
            period: closing.period,
            terms: PackTerms(
                try bench.store.hotline(), donor: Donor(code: "eu", name: "EU"), since: closing.month),
            months: [PackContents.Month(month: closing.month, digest: closing.digest)], tables: [table],
            manifest: "00")
        try bench.store.perform(
            [.pack(bench.store.newID(PackRelease.self, at: bench.now), .release(contents))], by: "91", at: bench.now)
        bench.pass(seconds: 1)
        #expect(bench.text.contains("given, 91"))
        let screen = try #require(bench.console.top as? PacksScreen)
        let place = try #require(screen.lines.firstIndex { $0.id == ["sdc", "2009-08"] })
        bench.type(String(repeating: "<Down>", count: place) + "<Enter>")
        bench.rest()
        #expect(bench.text.contains("stands against what eu has"))
    }

    @Test("who makes no packs is told whose they are")
    func duty() throws {
        let bench = try packs(as: "01")
        #expect(bench.text.contains("Packs are for the reporting officer and supervisors"))
        #expect(bench.console.top is MonthsScreen)
    }

    @Test("of years of packs the reader sees first what can be given, then what waits for a month, newest first")
    func order() throws {
        let stamp = Stamp(by: "71", at: Fixture.at("10:00"))
        func line(_ period: String, _ state: PackLine.State, isReady: Bool = false) throws -> PackLine {
            PackLine(
                donor: "sdc", name: "SDC", period: try #require(Period(period)), isReady: isReady, state: state)
        }
        let day = try #require(BusinessDate("2009-09-10"))
        let lines = try [
            line("2009-07", .given(stamp), isReady: true), line("2004-01", .overdue(day)),
            line("2009-05", .overdue(day)),
            line("2008-10/2009-09", .running(day + 45)), line("2009-09", .running(day + 30)),
            line("2009-06", .overdue(day), isReady: true), line("2009-08", .due(day + 5), isReady: true),
            line("2009-04", .given(stamp), isReady: true),
        ]
        let sorted = lines.sorted()
        #expect(
            sorted.map { $0.period.name } == [
                "2009-08", "2009-06", "2009-05", "2004-01", "2009-09", "2008-10/2009-09", "2009-07", "2009-04",
            ])
    }

    @Test("the cursor stands on packs alone, and goes on to the next one when its own is given")
    func cursor() throws {
        let bench = try packs()
        func name() throws -> String? { try #require(bench.console.top as? PacksScreen).selected?.period.name }
        #expect(try name() == "2009-08")
        bench.type("<Up>")
        #expect(try name() == "2009-08")
        bench.type("<Down>")
        #expect(try name() == "2009-09")
        bench.type("<Up><End><Home>")
        #expect(try name() == "2009-08")
        let closing = try #require(try bench.store.closings().first)
        let contents = PackContents(
            period: closing.period,
            terms: PackTerms(try bench.store.hotline(), donor: donors[0], since: closing.month),
            months: [PackContents.Month(month: closing.month, digest: closing.digest)], tables: [], manifest: "00")
        try bench.store.perform(
            [.pack(bench.store.newID(PackRelease.self, at: bench.now), .release(contents))], by: "91", at: bench.now)
        bench.pass(seconds: 1)
        #expect(bench.text.contains("given: 1"))
        #expect(try name() == "2009-09")
    }

    @Test("no year is cut from a line of the list, however narrow the screen", arguments: Language.allCases)
    func wholeYears(language: Language) throws {
        let situation = try packs(80, 24, language).console.situation
        let year = try #require(Period("2009-10/2010-09"))
        let lines = try [year, #require(Period("2010-Q4")), #require(Period("2009-09"))].map { period in
            PackLine(
                donor: "iom", name: "A name that is longer than any line has room for", period: period,
                isReady: false, state: .running(BusinessDate("2010-12-28")!))
        }
        for width in [80, 160] {
            var surface = Surface(Size(columns: width, rows: 1))
            PackColumns(lines, width: width, situation).draw(lines[0], on: &surface, situation)
            #expect(surface.lines[0].contains("2009 \u{2013} ") && surface.lines[0].contains("2010  "))
            let due = situation.shortDay(BusinessDate("2010-12-28")!)
            #expect(surface.lines[0].hasSuffix(due) || surface.lines[0].hasSuffix(due + " "), "\(surface.lines)")
            #expect(surface.lines[0].contains("A name"))
        }
    }

    @Test(
        "months that are open are named small inside a line, and one after the other as one",
        arguments: [
            (Language.en, "August 2009 \u{2013} September 2009"), (.ro, "august 2009 \u{2013} septembrie 2009"),
            (.ru, "август 2009 \u{2013} сентябрь 2009"),
        ])
    func openMonths(language: Language, named: String) throws {
        let bench = try packs(80, 24, language, isClosed: false)
        let screen = try #require(bench.console.top as? PacksScreen)
        let place = try #require(screen.lines.firstIndex { $0.period.name == "2009-Q3" })
        bench.type(String(repeating: "<Down>", count: place) + "<Enter>")
        bench.rest()
        #expect(bench.text.contains(named), "\(bench.text)")
    }

    @Test("open months are counted one at a time, keys go first, and what takes long says how far it is")
    func oneByOne() throws {
        let bench = try packs(isClosed: false)
        let screen = try #require(bench.console.top as? PacksScreen)
        let place = try #require(screen.lines.firstIndex { $0.period.name == "2009-Q3" })
        bench.type(String(repeating: "<Down>", count: place) + "<Enter>")
        bench.runner.loadIdle()
        bench.runner.show()
        #expect(!bench.text.contains("being counted"))
        bench.wait(Span(milliseconds: 150))
        bench.runner.loadIdle()
        bench.runner.show()
        #expect((bench.console.top as? PackScreen)?.view == nil)
        #expect(bench.text.contains("being counted   1 of"), "\(bench.text)")
        // Whoever goes back meanwhile is back at once.
        bench.type("<Esc>")
        #expect(bench.console.top is PacksScreen)
        bench.rest()
        bench.type("<Enter>")
        bench.rest()
        #expect(!bench.text.contains("being counted") && bench.text.contains("still open, may change"))
    }
}
