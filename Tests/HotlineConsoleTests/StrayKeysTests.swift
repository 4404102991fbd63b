import HotlineDomain
import HotlineStore
import TerminalUI
import Testing

@testable import HotlineConsole

@Suite("A hand that goes on writing after the form has closed")
struct StrayKeysTests {
    /// Shorter than the pause, as letters follow each other.
    private static let typing = Span(milliseconds: 120)

    private func desk(after form: String) throws -> Bench {
        let bench = try Bench.onDesk()
        bench.type(form)
        #expect(bench.console.top is DeskScreen)
        return bench
    }

    @Test("raises no SOS and logs no call, and one notice says so", arguments: ["n11<F2>", "n1<Esc>", "n<F5>2"])
    func letters(form: String) throws {
        let bench = try desk(after: form)
        let before = try bench.calls()
        bench.type(Key.keys(in: "s1n ask 5<Enter>")!, every: StrayKeysTests.typing)
        #expect(try bench.calls() == before)
        #expect(try bench.store.escalations(limit: 1).isEmpty)
        #expect(bench.console.top is DeskScreen)
        #expect(bench.console.notice?.key == "keys.stray")
    }

    @Test("after a pause a key is a command again")
    func pause() throws {
        let bench = try desk(after: "n11<F2>")
        bench.type(["s"], every: StrayKeysTests.typing)
        bench.type(["1"], every: StrayKeys.pause)
        #expect(try bench.calls().count == 2)
        #expect(try bench.calls().contains { $0.content.code == "silent" })
    }

    @Test("a hand that certainly writes may stop for a word, and still does nothing")
    func writing() throws {
        let bench = try desk(after: "n11<F2>")
        bench.type(["a", "s"], every: StrayKeysTests.typing)
        bench.type(["s"], every: Span(milliseconds: 1_400))
        #expect(try bench.store.escalations(limit: 1).isEmpty)
        bench.type(["s"], every: StrayKeys.pauseInWriting)
        #expect(try bench.store.escalations(limit: 10).count == 1)
    }

    @Test("SOS, Ctrl keys, Esc and the arrows act at once", arguments: ["<F9>", "<C-o>"])
    func sos(key: String) throws {
        let bench = try desk(after: "n11<F2>")
        bench.type(Key.keys(in: "ab" + key)!, every: StrayKeysTests.typing)
        #expect(try bench.store.escalations(limit: 10).count == 1)
        // Its call is open, and one writes at once.
        bench.type(["2"], every: StrayKeysTests.typing)
        #expect(bench.text.contains("Counselling"))
    }

    @Test("the palette opens at once and takes letters")
    func palette() throws {
        let bench = try desk(after: "n11<F2>")
        bench.type(Key.keys(in: "<C-p>roster")!, every: StrayKeysTests.typing)
        guard case .palette = bench.console.overlay else {
            Issue.record("no palette")
            return
        }
        #expect(bench.text.contains("roster"))
    }

    @Test("what an SOS has to say is not written over by it")
    func alarmStays() throws {
        let bench = try Bench.onDesk()
        bench.type("n3<F2>")
        bench.type(["a", "b"], every: StrayKeysTests.typing)
        #expect(bench.console.notice?.key == "sos.raised")
    }

    @Test("a question over a form is not answered by the letters that were meant for it")
    func question() throws {
        let work = try Casework()
        let bench = try work.desk()
        bench.type("o<Enter>at91<Enter>")
        bench.type(Key.keys(in: "<F2>yy")!, every: StrayKeysTests.typing)
        #expect(try work.theEscalation().assignee == "41")
        bench.type(["y"], every: StrayKeys.pauseInWriting)
        #expect(try work.theEscalation().assignee == "91")
    }

    @Test("a clock that is set back leaves no desk deaf")
    func clockSetBack() {
        var keys = StrayKeys()
        keys.begin(at: Instant(seconds: 10_000))
        let isTaken = keys.take("s", at: Instant(seconds: 5_000))
        #expect(!isTaken)
    }

    /// Every way out of a form that saves.
    private static let closings = ["n11<F2>", "n3<F2>", "n2<F2>", "n<F8>1", "n<F5>1", "b13:05<Tab>13:12<Tab>11<F2>"]

    @Test("no burst of letters does anything, whatever they are", arguments: 1...60)
    func noBurstDoesAnything(seed: UInt64) throws {
        var random = Seeded(seed)
        let closing = StrayKeysTests.closings[Int(seed) % StrayKeysTests.closings.count]
        let bench = try Bench.onDesk()
        bench.type(closing)
        #expect(!bench.console.isInForm, "seed \(seed): \(closing) left the form open")
        let screens = bench.console.screens.count
        let events = try bench.store.engine.changeMark()
        let letters = Array(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-=!/:?. ыіșț".unicodeScalars)
        for _ in 0..<200 {
            bench.wait(Span(milliseconds: Int64.random(in: 0..<700, using: &random)))
            let key: Key =
                switch Int.random(in: 0..<10, using: &random) {
                case 0: .enter
                case 1: .backspace
                case 2: .paste("s1\n")
                default: .character(letters.randomElement(using: &random)!)
                }
            bench.runner.take(.key(key))
        }
        #expect(try bench.store.engine.changeMark() == events, "seed \(seed)")
        #expect(bench.console.screens.count == screens, "seed \(seed)")
        #expect(bench.console.overlay == nil && !bench.console.top.isWriting, "seed \(seed)")
        #expect(bench.runner.isRunning, "seed \(seed)")
    }
}

/// Numbers that are the same for the same seed (SplitMix64).
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
