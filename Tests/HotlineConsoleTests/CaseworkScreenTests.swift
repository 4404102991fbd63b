import HotlineDomain
import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("SOS, cases and referrals as one sees them")
struct CaseworkScreenTests {
    /// What is typed on the desk to get there.
    static let screens: [(name: String, keys: String)] = [
        ("escalations", "o"), ("escalation", "o<Enter>"), ("escalation-resolve", "o<Enter>ar2"), ("cases", "f"),
        ("case", "f<Enter>"), ("case-person", "f<Enter><Down><Enter>"), ("case-task", "f<Enter>d"),
        ("escalation-first-minute", "o<Enter>m"), ("case-propose", "f<Enter>tp1"), ("referrals", "r"),
        ("referral", "r<Enter>"),
        ("referral-new", "f<Enter>fpsych<Enter><Tab><Tab>raza<Enter>"), ("providers", "rp"),
    ]

    @Test("each screen, small and large, in each language", arguments: screens, Language.allCases)
    func screen(screen: (name: String, keys: String), language: Language) throws {
        for (columns, rows) in [(80, 24), (160, 50)] {
            let work = try Casework()
            let file = try work.openCase()
            try work.refer(file)
            try work.walkIn()
            try work.store.perform(
                [
                    .case(
                        file,
                        .note(
                            work.store.written(
                                "The sister in Bendery will be at the station.", at: Fixture.at("14:35"))))
                ],
                by: "41", at: Fixture.at("14:35"))
            try work.fill(file)
            let bench = try work.desk("17:40", columns: columns, rows: rows, language: language)
            bench.type("s<F2>")
            bench.pass(seconds: 400)
            bench.type(screen.keys)
            try Golden.expect(bench.text, "\(screen.name)-\(columns)x\(rows)-\(language)")
        }
    }

    @Test("no size is too small or too large for any of them", arguments: screens)
    func sizes(screen: (name: String, keys: String)) throws {
        let work = try Casework()
        try work.refer(try work.openCase())
        let bench = try work.desk()
        bench.type(screen.keys)
        for (columns, rows) in [(20, 5), (1, 1), (60, 16), (99, 24), (100, 24), (400, 120), (80, 24)] {
            bench.resize(columns, rows)
        }
        #expect(bench.console.screens.count > 1)
    }
}
