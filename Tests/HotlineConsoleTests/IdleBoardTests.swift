import HotlineDomain
import HotlineStore
import StoreSQLite
import Synchronization
import TerminalUI
import Testing
import Wording
import WrappingEngine

@testable import HotlineConsole

@Suite("An idle board")
struct IdleBoardTests {
    @Test("a board nobody touches wakes up once a second, and reads nothing while nothing has changed")
    func wakesOnceASecond() throws {
        let engine = CountingEngine(try SQLiteEngine.inMemory())
        let start = Fixture.at("14:32")
        let store = try Store.create(engine, hotline: Fixture.hotline, at: start) { _ in Fixture.moscow }
        try Fixture.signOn(["01", "91"], store, at: start)
        let clock = Bench.Clock(start)
        let terminal = IdleTerminal(clock, keys: "91<Enter>wv", seconds: 45, reads: { engine.reads })
        let runner = try ConsoleRunner(
            store: store, terminal: terminal, drafts: MemoryDrafts(DraftMemory()), language: .en
        ) { clock.now }
        runner.run()
        #expect(runner.console.top is BoardScreen)
        #expect(terminal.wakes == 45, "in 45 seconds")
        #expect(terminal.readsWhileIdle == 0)
        #expect(terminal.shown > 40, "the ages on it go on")
    }
}

/// Gives its keys, then nothing: time passes only while somebody waits for input.
private final class IdleTerminal: Terminal {
    let size = Size(columns: 80, rows: 24)
    let glyphs = GlyphSet.utf8
    var scheme = Scheme.monochrome
    let waker = Waker {}
    private let clock: Bench.Clock
    private var keys: [Key]
    private let seconds: Int
    private let reads: () -> Int
    private var began: Int?
    private(set) var wakes = 0
    private(set) var shown = 0
    private(set) var readsWhileIdle = 0

    init(_ clock: Bench.Clock, keys: String, seconds: Int, reads: @escaping () -> Int) {
        self.clock = clock
        self.keys = Key.keys(in: keys)!
        self.seconds = seconds
        self.reads = reads
    }

    func present(_ surface: Surface) { shown += 1 }

    func inputs(within limit: Duration?) -> [Input] {
        guard keys.isEmpty else {
            // After a form has closed, letters wait for the pause.
            clock.now = clock.now + Span(milliseconds: 800)
            return [.key(keys.removeFirst())]
        }
        guard let limit, limit > .zero else { return limit == nil ? [.hangUp] : [] }
        let (whole, rest) = limit.components
        clock.now = clock.now + Span(milliseconds: whole * 1000 + rest / 1_000_000_000_000_000)
        // The first second is over what the last key left to be done.
        guard let began else {
            began = reads()
            return []
        }
        readsWhileIdle = reads() - began
        guard wakes < seconds else { return [.hangUp] }
        wakes += 1
        return []
    }

    func ring() {}
    func redraw() {}
    func suspend() {}
    func close() {}
}

/// Counts how often anything is read.
private final class CountingEngine: WrappingEngine {
    let base: any Engine
    private let count = Mutex(0)

    init(_ base: any Engine) { self.base = base }

    var reads: Int { count.withLock { $0 } }

    func read<T>(_ body: (any Connection) throws -> T) throws -> T {
        count.withLock { $0 += 1 }
        return try base.read(body)
    }
}
