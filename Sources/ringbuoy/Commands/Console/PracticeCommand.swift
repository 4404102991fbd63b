import ArgumentParser
import FoundationEssentials
import HotlineDomain
import HotlinePractice
import HotlineProfiles
import HotlineReports
import HotlineStore
import StoreSQLite
import Wording

/// A year of made-up calls to practise with, and then a live shift.
struct PracticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "practice", abstract: say("cli.practice"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.practice.seed"), valueName: "n"))
    var seed: UInt64 = 1
    @Flag(help: ArgumentHelp(say("cli.practice.no_console")))
    var noConsole = false

    private var path: String {
        get throws { try StorePlace(options.store?.path ?? Environment.practiceStore()).file() }
    }

    func run() throws {
        let path = try path
        if noConsole {
            if Environment.exists(path) { throw StoreError.exists(path: path) }
            try make()
            return try Output.done(options.json, ["store": .text(path)], say("cli.practice.done", ["store": path]))
        }
        try ConsoleSession.requireTerminal()
        guard Environment.exists(path) else {
            try make()
            return try Program.startOver(["practice", "--store", path, "--seed", String(seed)])
        }
        try goOn()
    }

    /// A live shift in the year that is there. A real hotline is no place to practise in.
    private func goOn() throws {
        let path = try path
        try ConsoleSession.prepare()
        let desk = try Desk(opening: path)
        try requirePractice(desk)
        try PracticeYear.liveShift(in: desk.store, now: desk.now)
        try ConsoleSession(desk).run(as: nil, callersFrom: seed)
    }

    /// Whoever had to wait finds the year there and goes on as if it were its own.
    private func make() throws {
        let path = try path
        let turn = try MakingTurn(at: path)
        defer { turn.end() }
        if Environment.exists(path) { return try requirePractice(Desk(opening: path)) }
        try write()
    }

    private func requirePractice(_ desk: Desk) throws {
        guard try desk.store.about().isPractice else {
            throw UsageError(say("cli.practice.not_practice", ["store": desk.path]))
        }
    }

    /// In a folder beside it until it is whole: whoever is killed meanwhile
    /// finds no half a year under its name.
    private func write() throws {
        let path = try path
        let folder = path + ".making"
        try? FileManager.default.removeItem(atPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let engine = try SQLiteEngine.open(path: folder + "/practice.db", create: .new)
        defer { engine.close() }
        let store = try PracticeYear.create(
            in: engine, seed: seed, zoneNamed: { try ZoneRules.named($0) },
            progress: Progress.shown("cli.practice.progress"))
        try store.backup(to: path, at: Clock.now, clock: { Clock.now })
    }
}
