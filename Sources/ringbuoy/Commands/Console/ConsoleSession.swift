import HotlineConsole
import HotlineDomain
import HotlineStore
import HotlineSwitch
import StoreSQLite
import TerminalCurses
import TerminalUI
import Wording

/// A store, a terminal and the console between them.
struct ConsoleSession {
    private let desk: Desk

    init(_ desk: Desk) { self.desk = desk }

    /// Without one there is nothing to show and no key to press.
    static func requireTerminal() throws {
        guard Environment.inputIsTerminal, Environment.outputIsTerminal else {
            throw UsageError(say("cli.first.no_terminal"))
        }
    }

    /// Comes before the store is opened: its threads must not be given the
    /// signals the terminal waits for.
    static func prepare() throws {
        try requireTerminal()
        TerminalSignals.block()
    }

    /// `seed`: simulated callers ring, for practice.
    func run(as code: String?, callersFrom seed: UInt64? = nil) throws {
        let shelf = try DraftShelf(desk.store)
        let terminal = try CursesTerminal(watching: desk.engine.bell.map { [$0] } ?? [])
        let lines = try desk.hotline.linesOpen(on: desk.today)
        let callers = seed.map { SimulatedCallers(seed: $0, lines: lines, from: Clock.now) }
        LastShipping.leave()
        let waker = terminal.waker
        let server = try ServerDesk(desk.store, ear: .others) { waker.wake() }
        server?.begin()
        defer { server?.end() }
        let runner = try ConsoleRunner(
            store: desk.store, terminal: terminal, drafts: ShelfDrafts(shelf), language: say.language,
            callers: callers, packs: ScreenPacks(desk, at: server.map { server in { try server.house() } }),
            ferry: server,
            clock: { Clock.now })
        runner.run(as: code)
        terminal.close()
    }
}
