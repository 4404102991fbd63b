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
        _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en, as code: String = "91"
    ) throws -> Bench {
        let bench = try Bench.onDesk(as: code, columns: columns, rows: rows, language: language)
        if bench.console.top is SignInScreen { bench.type("w") }
        try Fixture.history(bench.store)
        for donor in donors {
            try bench.store.perform([.hotline(.addDonor(donor))], by: Stamp.systemCode, at: bench.now)
        }
        try bench.store.close(Period("2009-08")!, by: "91", at: bench.now)
        bench.pass(seconds: 1)
        bench.type("p")
        idle(bench)
        bench.type("d")
        idle(bench)
        return bench
    }

    private func idle(_ bench: Bench) {
        while !bench.runner.idle.isEmpty { bench.runner.load(bench.runner.idle.removeFirst()) }
        bench.runner.show()
    }

    @Test("the screens", arguments: ScreenTests.sizes, Language.allCases)
    func screens(size: (Int, Int), language: Language) throws {
        let bench = try packs(size.0, size.1, language)
        let name = "\(size.0)x\(size.1)-\(language)"
        try Golden.expect(bench.text, "packs-\(name)")
        bench.type("<Down><Down><Enter>")
        idle(bench)
        try Golden.expect(bench.text, "pack-\(name)")
    }

    @Test("what is due stands in the order of the periods; a month that runs is told to be open")
    func due() throws {
        let bench = try packs()
        let screen = try #require(bench.console.top as? PacksScreen)
        #expect(
            screen.list.rows.map { "\($0.donor) \($0.period.name)" } == [
                "sdc 2009-09", "iom 2009-Q3", "sdc 2009-08",
            ])
        bench.type("<Enter>")
        idle(bench)
        #expect(bench.console.top is PackScreen)
        #expect(bench.text.contains("still open, may change: September 2009"))
        bench.type("<End><Home><PgDn>r")
        idle(bench)
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
        let place = try #require(screen.list.rows.firstIndex { $0.id == ["sdc", "2009-08"] })
        bench.type(String(repeating: "<Down>", count: place) + "<Enter>")
        idle(bench)
        #expect(bench.text.contains("stands against what eu has"))
    }

    @Test("who makes no packs is told whose they are")
    func duty() throws {
        let bench = try packs(as: "01")
        #expect(bench.text.contains("Packs are for the reporting officer and supervisors"))
        #expect(bench.console.top is MonthsScreen)
    }
}
