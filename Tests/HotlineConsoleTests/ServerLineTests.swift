import HotlineDomain
import HotlineStore
import StoreSQLite
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

/// A ferry that says what a test lets it say.
final class ScriptedFerry: DeskFerry {
    var note: FerryNote
    private(set) var wakes = 0
    /// The server's store; nil while it is out of reach.
    var server: Store?

    init(_ note: FerryNote) { self.note = note }

    func wake() { wakes += 1 }
    private(set) var looks = 0
    func look() { looks += 1 }

    func house() throws -> Store {
        guard let server else { throw Refusal(ServerRule.outOfReach, ["time": "14:02"]) }
        return server
    }
}

@Suite("What a desk says of the server")
struct ServerLineTests {
    private static let gone = StoreError.unavailable(
        path: "postgres://desk@house/hotline", detail: "connection to server at \"house\" failed: Connection refused")

    private static let changedPassword = StoreError.unavailable(
        path: "postgres://desk@house/hotline",
        detail: "connection to server at \"house\" failed: FATAL:  password authentication failed for user \"desk\"")
    private static let revoked = StoreError.noRight(
        path: "postgres://desk@house/hotline", detail: "permission denied for table event (PostgreSQL 42501)")

    private static func refusal(_ rule: ShipmentRule) -> Refusal {
        Refusal(rule, ["desk": "3", "node": "104", "sequence": "417"])
    }

    /// Every state there is, by the name its golden screens go by.
    static let states: [(name: String, note: FerryNote)] = {
        func note(_ change: (inout FerryNote) -> Void) -> FerryNote {
            var note = FerryNote(at: Fixture.at("14:32"))
            note.isConnected = true
            change(&note)
            return note
        }
        return [
            ("well", note { $0.evenAt = Fixture.at("14:31") }),
            (
                "away",
                note {
                    $0.isConnected = false
                    $0.away = .init(ServerLineTests.gone, since: Fixture.at("14:02"))
                    $0.waiting = 3
                    $0.evenAt = Fixture.at("14:01")
                }
            ),
            (
                "away-nothing",
                note {
                    $0.isConnected = false
                    $0.away = .init(ServerLineTests.gone, since: Fixture.at("14:02"))
                }
            ),
            (
                "full",
                note {
                    $0.away = .init(.diskFull(path: "postgres://desk@house/hotline"), since: Fixture.at("14:02"))
                    $0.waiting = 21
                }
            ),
            (
                "barred",
                note {
                    $0.isConnected = false
                    $0.away = .init(ServerLineTests.changedPassword, since: Fixture.at("14:02"))
                    $0.waiting = 3
                }
            ),
            (
                "no-right",
                note {
                    $0.isConnected = false
                    $0.away = .init(ServerLineTests.revoked, since: Fixture.at("14:02"))
                }
            ),
            ("catching-up", note { $0.progress = [.init(way: .fetch, done: 1200, total: 40_000)] }),
            ("sending", note { $0.progress = [.init(way: .ship, done: 500, total: 1346)] }),
            (
                "forked",
                note { $0.refused = [.init(ServerLineTests.refusal(.forked), .ship, since: Fixture.at("13:10"))] }
            ),
            (
                "key-turned",
                note { $0.refused = [.init(ServerLineTests.refusal(.keyTurned), .fetch, since: Fixture.at("13:10"))] }
            ),
            ("ailing", note { $0.ailing = .init(.diskFull(path: "hotline.db"), since: Fixture.at("14:20")) }),
            (
                "retired",
                note {
                    $0.retired = Stamp(by: "91", at: Fixture.at("13:10"))
                    $0.waiting = 2
                }
            ),
            ("clock", note { $0.clockOff = .seconds(125) }),
        ]
    }()

    @Test(
        "each state stands in the second line of the desk, by mark and word; Ctrl-V opens the whole of it",
        arguments: states.indices, [(80, 24), (160, 50)])
    func golden(state: Int, size: (columns: Int, rows: Int)) throws {
        let (name, note) = ServerLineTests.states[state]
        for language in Language.allCases {
            let bench = try Bench.onDesk(
                columns: size.columns, rows: size.rows, language: language, ferry: ScriptedFerry(note))
            let place = "\(size.columns)x\(size.rows)-\(language.rawValue)"
            let line = bench.surface.lines[1]
            if note.isWell { #expect(!line.contains("!")) } else { #expect(line.contains("! ")) }
            bench.type("<C-v>")
            try Golden.expect(bench.text, "server-\(name)-\(place)")
        }
    }

    @Test("the line is there on every screen, changes within a second and goes when all is well")
    func everyScreen() throws {
        let ferry = ScriptedFerry(ServerLineTests.states[0].note)
        let bench = try Bench.onDesk(ferry: ferry)
        #expect(!bench.surface.lines[1].contains("server"))
        ferry.note = ServerLineTests.states[1].note
        bench.pass(seconds: 1)
        for keys in ["", "c", "<Esc>o", "<Esc>f", "<Esc>t", "<Esc>n"] {
            bench.type(keys)
            #expect(bench.surface.lines[1].contains("! server out of reach since 14:02; 3 acts wait"), "\(keys)")
        }
        ferry.note = ServerLineTests.states[0].note
        bench.pass(seconds: 1)
        #expect(!bench.surface.lines[1].contains("server"))
    }

    @Test(
        "an SOS, callers and an uncovered shift come first; the server says less, step by step, and is never cut",
        arguments: Language.allCases)
    func room(language: Language) throws {
        let ferry = ScriptedFerry(ServerLineTests.states[1].note)
        let bench = try Bench.onDesk(language: language, ferry: ferry)
        bench.type("s<Esc>")
        bench.pass(seconds: 400)
        let alarms = Frame.alarms(bench.console.situation).filter { $0.role != .faint }
        for columns in 80...140 {
            bench.resize(columns, 24)
            let line = bench.surface.lines[1]
            for alarm in alarms { #expect(alarm.forms.contains { line.contains($0) }, "\(columns): \(line)") }
        }
    }

    @Test("the opened text goes on as things change, and Esc closes it without a letter lost")
    func opened() throws {
        let ferry = ScriptedFerry(ServerLineTests.states[1].note)
        let bench = try Bench.onDesk(ferry: ferry)
        bench.type("n")
        for _ in 0..<9 { bench.type("<Tab>") }
        bench.write("asks")
        bench.type("<C-v>")
        #expect(bench.text.contains("the connection was refused") && bench.text.contains("3 acts of this desk"))
        ferry.note.waiting = 4
        bench.pass(seconds: 1)
        #expect(bench.text.contains("4 acts of this desk"))
        bench.type("<Esc>")
        #expect(!bench.text.contains("the connection was refused") && bench.text.contains("asks"))
    }

    @Test("a store that was moved is told with its new place, and never that it comes back by itself")
    func moved() throws {
        for (place, told) in [
            ("postgres://desk@new/hotline", "join --again postgres://desk@new"), ("/b.db", "into a file"),
        ] {
            var note = ServerLineTests.states[1].note
            note.away = .init(.moved(path: "postgres://desk@house/hotline", to: place), since: Fixture.at("14:02"))
            let text = ServerWords(Say(.en)) { _ in "14:02" }.text(of: note).joined(separator: "\n")
            #expect(text.contains(told) && !text.contains("by themselves"), "\(text)")
            #expect(!text.contains("Out of reach") && text.contains("as soon as this is mended"), "\(text)")
        }
    }

    @Test(
        "what does not pass by itself is never promised to, says what to do, and shows the key",
        arguments: Language.allCases)
    func barred(language: Language) throws {
        let say = Say(language)
        for (name, note) in ServerLineTests.states where ["barred", "no-right"].contains(name) {
            let text = ServerWords(say) { _ in "14:02" }.text(of: note)
            #expect(!text.contains(say("server.goes_on")) && text.contains(say("server.goes_on.mended")), "\(text)")
            let mend = name == "barred" ? say("server.mend.password") : say("server.mend.right", ["role": "desk"])
            #expect(text.contains(mend), "\(text)")
            let bench = try Bench.onDesk(language: language, ferry: ScriptedFerry(note))
            #expect(bench.surface.lines[1].contains("(Ctrl-V)"), "\(bench.surface.lines[1])")
        }
    }

    @Test("a clock that is two days off is two days off, however long the server took to answer")
    func clockRounded() {
        let words = ServerWords(Say(.en)) { _ in "14:02" }
        for (milliseconds, age) in [
            (172_800_000, "2 d"), (172_799_960, "2 d"), (172_800_040, "2 d"), (-172_799_960, "2 d"),
            (125_000, "2 min"), (119_970, "2 min"), (3_599_980, "1 h"), (86_399_980, "1 d"),
            (5_400_000, "1 h 30 min"),
        ] {
            var note = FerryNote(at: Fixture.at("14:32"))
            note.isConnected = true
            note.clockOff = Span(milliseconds: Int64(milliseconds))
            #expect(words.text(of: note)[0].contains(" \(age) "), "\(milliseconds): \(words.text(of: note))")
        }
    }

    @Test("a store that was never asked for says at most how much waits, and its line nothing of it")
    func unasked() {
        var note = ServerLineTests.states[1].note
        note.isUnasked = true
        let words = ServerWords(Say(.en)) { _ in "14:02" }
        #expect(words.text(of: note).contains { $0.hasPrefix("At most 3 acts") })
        #expect(words.line(of: note, key: "^V")[0] == "server out of reach since 14:02")
    }

    @Test("a box says that there is more only where there is")
    func more() throws {
        let bench = try Bench.onDesk(ferry: ScriptedFerry(ServerLineTests.states[1].note))
        bench.type("<C-v>")
        #expect(!bench.surface.lines[23].contains("PgDn"))
        bench.type("<Esc>?")
        #expect(bench.surface.lines[23].contains("PgDn"))
        for _ in 0..<9 { bench.type("<PgDn>") }
        #expect(!bench.surface.lines[23].contains("PgDn"))
    }

    @Test("every act here is told to the ferry at once")
    func wakes() throws {
        let ferry = ScriptedFerry(ServerLineTests.states[0].note)
        let bench = try Bench.onDesk(ferry: ferry)
        let before = ferry.wakes
        bench.type("s")
        #expect(ferry.wakes > before)
        let after = ferry.wakes
        bench.pass(seconds: 1)
        #expect(ferry.wakes == after)
    }

    @Test("a desk that works by itself says nothing, and says so when it is asked")
    func alone() throws {
        let bench = try Bench.onDesk()
        #expect(Frame.alarms(bench.console.situation).count == 1)
        bench.type("<C-v>")
        #expect(bench.text.contains("This desk works by itself"))
    }
}
