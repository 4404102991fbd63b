import HotlineDomain
import HotlineStore
import HotlineSwitch
import TerminalUI
import Testing
import Wording

@testable import HotlineConsole

/// A console at a scripted terminal: a test types and reads the screen.
final class Bench {
    let store: Store
    let terminal: ScriptedTerminal
    let drafts: MemoryDrafts
    let runner: ConsoleRunner
    private let clock: Clock
    /// Keys pressed so far.
    private(set) var pressed = 0

    final class Clock {
        var now: Instant
        init(_ now: Instant) { self.now = now }
    }

    init(
        _ time: String = "14:32", store: Store? = nil, columns: Int = 80, rows: Int = 24, language: Language = .en,
        glyphs: GlyphSet = .utf8, memory: DraftMemory = DraftMemory(), callers: SimulatedCallers? = nil,
        packs: (any PackWriter)? = nil, ferry: (any DeskFerry)? = nil
    ) throws {
        let clock = Clock(Fixture.at(time))
        self.clock = clock
        self.store = try store ?? Fixture.store()
        terminal = ScriptedTerminal(columns: columns, rows: rows, glyphs: glyphs)
        drafts = MemoryDrafts(memory)
        runner = try ConsoleRunner(
            store: self.store, terminal: terminal, drafts: drafts, language: language, callers: callers,
            packs: packs, ferry: ferry
        ) { clock.now }
        runner.begin()
        runner.show()
    }

    /// On the desk in the middle of the planned day shift, with colleagues on.
    static func onDesk(
        _ time: String = "14:32", as code: String = "01", with colleagues: [String] = ["02", "41"], columns: Int = 80,
        rows: Int = 24, language: Language = .en, glyphs: GlyphSet = .utf8, memory: DraftMemory = DraftMemory(),
        callers: SimulatedCallers? = nil, packs: (any PackWriter)? = nil, ferry: (any DeskFerry)? = nil
    ) throws -> Bench {
        let store = try Fixture.store()
        try Fixture.signOn(colleagues + [code], store, at: Fixture.at("08:00"))
        let bench = try Bench(
            time, store: store, columns: columns, rows: rows, language: language, glyphs: glyphs, memory: memory,
            callers: callers, packs: packs, ferry: ferry)
        bench.type("\(code)<Enter>")
        bench.pressed = 0
        return bench
    }

    var now: Instant { clock.now }
    var text: String { terminal.text }
    var surface: Surface { terminal.surfaces.last! }
    var console: Console { runner.console }

    /// Presses keys written as in `Key.keys(in:)`, as somebody who looks at the
    /// screen: after a form has closed, letters wait for the pause.
    func type(_ notation: String) {
        for key in Key.keys(in: notation)! {
            pressed += 1
            if key.writes || key == .enter, console.strayKeys.isWaiting(at: now) { wait(console.strayKeys.pause) }
            runner.take(.key(key))
            runner.show()
        }
    }

    /// Letters of a text: typed, not counted as keys.
    func write(_ text: String) {
        let before = pressed
        for scalar in text.unicodeScalars {
            runner.take(.key(.character(scalar)))
            runner.show()
        }
        pressed = before
    }

    /// Presses keys as a hand that does not look: each so long after the one before.
    func type(_ keys: [Key], every span: Span) {
        for key in keys {
            wait(span)
            runner.take(.key(key))
            runner.show()
        }
    }

    /// Time passes, too short for the clock to tick.
    func wait(_ span: Span) { clock.now = clock.now + span }

    func resize(_ columns: Int, _ rows: Int) {
        terminal.resize(columns: columns, rows: rows)
        for input in terminal.inputs(within: .zero) { runner.take(input) }
        runner.show()
    }

    func pass(seconds: Int64) {
        clock.now = clock.now + .seconds(seconds)
        runner.tick()
        runner.show()
    }

    /// Nobody types: what could wait is read.
    func rest() {
        while !runner.idle.isEmpty { runner.loadIdle() }
        runner.show()
    }

    /// Today's calls, newest first.
    func calls() throws -> [Call] { try store.calls(limit: 50).calls }
    func lastCall() throws -> Call { try #require(try calls().first) }
    func note(of call: Call) throws -> String? { try call.content.note.flatMap { try store.words($0)?.revealed } }
}
