import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A verb that puts one line into a register.
protocol EntryAdding: ParsableCommand {
    var options: StoreOptions { get }
    var actor: ActorOption { get }
    func content(_ desk: Desk) throws -> EntryContent
    /// A task's words.
    var words: GivenText? { get }
}

extension EntryAdding {
    var words: GivenText? { nil }

    func run() throws {
        let desk = try options.open(as: actor.code)
        let id = desk.newID(Entry.self)
        let what = desk.written(try words.read())
        try desk.perform([.entry(id, .add(try content(desk), what: what))], by: actor.code)
        try Output.done(options.json, ["id": .id(id)], say("cli.entry.added", ["id": "\(id)"]))
    }
}

/// A verb that says what came of one line.
protocol EntryDoing: ParsableCommand {
    var id: String { get }
    var options: StoreOptions { get }
    var actor: ActorOption { get }
    func command(_ entry: Entry, _ desk: Desk) throws -> EntryCommand
}

extension EntryDoing {
    func run() throws {
        let desk = try options.open(as: actor.code)
        let entry = try desk.store.entry(named: id)
        try desk.perform([.entry(entry.id, command(entry, desk))], by: actor.code)
        let status = try desk.store.entry(entry.id)?.status ?? entry.status
        try Output.done(
            options.json, ["id": .id(entry.id), "status": .string(status.rawValue)],
            say("cli.entry.done", ["status": say("cli.entry.status.\(status.rawValue)")]))
    }
}

/// Entered by mistake, or twice: a line of whichever register.
protocol EntryWithdrawing: EntryDoing {
    var reason: String { get }
}

extension EntryWithdrawing {
    func command(_ entry: Entry, _ desk: Desk) -> EntryCommand { .withdraw(reason: reason) }
}

/// `unaccompanied_child=4`
struct PersonsOption: ParsableArguments {
    @Option(name: .customLong("person"), help: ArgumentHelp(say("cli.mission.person"), valueName: "category=n"))
    var persons: [String] = []

    func counts() throws(UsageError) -> [PersonCount] {
        var counts: [PersonCount] = []
        for text in persons {
            let figure = try NamedFigure(typed: text)
            counts.append(PersonCount(category: figure.name, count: figure.value))
        }
        return counts
    }
}

extension NamedFigure {
    /// `sessions=3`
    init(typed text: String) throws(UsageError) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let value = Int(parts[1]) else {
            throw UsageError(say("cli.usage.name_and_number", ["value": text]))
        }
        self.init(name: String(parts[0]), value: value)
    }
}

extension Entry {
    /// What every register shows of a line, before what is its own.
    func row(_ today: BusinessDate, _ own: JSONValue) -> JSONValue {
        ["id": .id(id)] + own + [
            "status": .string(status.rawValue), "overdue": .flag(isOverdue(on: today)), "added_by": .string(addedBy),
        ]
    }

    func state(_ today: BusinessDate) -> String {
        say(isOverdue(on: today) ? "cli.entry.status.overdue" : "cli.entry.status.\(status.rawValue)")
    }
}
