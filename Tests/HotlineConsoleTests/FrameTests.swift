import HotlineStore
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

@Suite("What stands at the same place on every screen")
struct FrameTests {
    @Test(
        "while something lies over the screen the last line names its keys, not those that wait under it",
        arguments: [("<C-p>", "Enter take"), ("?", "PgDn more"), ("n<F5>", "Enter take")])
    func overlayKeys(keys: String, own: String) throws {
        let bench = try Bench.onDesk()
        bench.type(keys)
        let bar = bench.surface.lines[23]
        #expect(bar.contains(own) && bar.contains("Esc back") && bar.contains("F9 SOS"), "\(bar)")
        #expect(!bar.contains("n new") && !bar.contains("F2 "), "\(bar)")
        bench.type("<Esc>")
        #expect(!bench.surface.lines[23].contains(own))
    }

    @Test("with a caller on the line the keys for that call are in sight at 80 columns", arguments: Language.allCases)
    func callKeys(language: Language) throws {
        let bench = try Bench.onDesk(language: language)
        bench.type("n")
        let say = Say(language)
        for (key, label) in [("F2", "call.save"), ("F3", "call.hold"), ("F4", "call.end"), ("F5", "call.close_as")] {
            #expect(bench.surface.lines[23].contains("\(key) \(say(label))"))
        }
        bench.type("<Esc>")
        #expect(bench.surface.lines[23].contains("e \(say("desk.end"))"))
    }

    @Test("today's count is said whole or not at all: cut, it reads as another count", arguments: Language.allCases)
    func wholeCount(language: Language) throws {
        let bench = try Bench.onDesk(language: language)
        bench.type("s<Esc>")
        bench.pass(seconds: 360)
        let said = Frame.alarms(bench.console.situation).last?.text ?? ""
        let first = said.split(separator: " ")[0]
        for columns in Console.sizeMin.columns...100 {
            bench.resize(columns, 24)
            let line = bench.surface.lines[1]
            #expect(!line.contains(first) || line.contains(said), "\(line)")
        }
        #expect(bench.surface.lines[1].contains(said))
    }

    @Test("where there is no room alarms say less, step by step, and none is cut", arguments: Language.allCases)
    func wholeAlarms(language: Language) throws {
        let bench = try Bench.onDesk(with: ["41"], language: language)
        bench.type("s<Esc>")
        let callers = BenchSwitch(bench)
        try callers.tell(callers.waits("a"), callers.waits("b"))
        bench.pass(seconds: 3 * 3600)
        var console = bench.console
        let escalation = try #require(console.situation.live.escalations.first)
        let ahead = try #require(console.situation.live.uncovered.first)
        for count in [1, 12] {
            console.situation.live.escalations = Array(repeating: escalation, count: count)
            for missing in [0, 3] {
                console.situation.live.shiftsAhead = Array(repeating: ahead, count: missing)
                let alarms = Frame.alarms(console.situation).filter { $0.role != .faint }
                for columns in Console.sizeMin.columns...120 {
                    var surface = Surface(Size(columns: columns, rows: 24))
                    Frame.draw(console, on: &surface)
                    let line = surface.lines[1]
                    for (place, alarm) in alarms.enumerated() where place == 0 || columns >= 80 {
                        #expect(alarm.forms.contains { line.contains($0) }, "\(columns): \(line)")
                    }
                }
            }
        }
    }

    @Test("a form with more fields than the screen has rows says where it goes on")
    func longForm() throws {
        let bench = try Bench.onDesk(rows: 20)
        bench.type("n")
        #expect(bench.text.contains("↓") && !bench.text.contains("↑"))
        for _ in 0..<12 { bench.type("<Tab>") }
        #expect(bench.text.contains("↑") && !bench.text.contains("↓"))
        bench.resize(80, 24)
        #expect(!bench.text.contains("↑") && !bench.text.contains("↓"))
    }

    @Test("a window that is too small still says how late an SOS is", arguments: Language.allCases)
    func tooSmall(language: Language) throws {
        let bench = try Bench.onDesk(language: language)
        bench.type("s<Esc>")
        bench.pass(seconds: 420)
        let alarm = try #require(Frame.alarms(bench.console.situation).first)
        bench.resize(40, 10)
        for word in alarm.text.split(separator: " ") { #expect(bench.text.contains(word), "\(word)") }
        #expect(bench.text.contains("60x16"))
    }

    @Test("a message of several lines takes the rule up with it: over the keys stands nothing else")
    func longNotice() throws {
        let bench = try Bench.onDesk()
        bench.runner.handle(
            .failed(.failed(detail: String(repeating: "a long way to go and more of it ", count: 5))))
        bench.runner.show()
        let lines = bench.surface.lines
        let first = try #require(lines.firstIndex { $0.contains("▲ ") && $0.contains("a long way") })
        #expect(first < 22 && lines[first].hasPrefix("─") && lines[first].hasSuffix("─"))
        #expect(!lines[22].contains("─"), "\(lines[22])")
    }
}
