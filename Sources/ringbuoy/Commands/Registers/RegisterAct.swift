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
        let desk = try options.open(as: actor.who(options))
        let id = desk.newID(Entry.self)
        let what = desk.written(try words.read())
        try desk.perform([.entry(id, .add(try content(desk), what: what))], by: actor.who(options))
        try Output.done(options.json, ["id": .id(id)], say("cli.entry.added", ["id": "\(id)"]))
    }
}

/// Entered by mistake, or twice: a line of whichever register.
struct EntryWithdraw: Act {
    static let configuration = CommandConfiguration(commandName: "withdraw", abstract: say("cli.entry.withdraw"))

    @OptionGroup var named: Named<Entry>
    @Option(help: ArgumentHelp(say("cli.entry.reason", ListID.discardedBecause.codes), valueName: "code"))
    var reason: String

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
        say(isOverdue(on: today) ? "cli.status.entry.overdue" : "cli.status.entry.\(status.rawValue)")
    }
}
