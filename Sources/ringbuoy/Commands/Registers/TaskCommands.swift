import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// What somebody of the hotline is to do by a day.
struct TaskCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task", abstract: say("cli.task"),
        subcommands: [TaskAdd.self, TaskList.self, TaskAssign.self, TaskDone.self])
}

struct TaskAdd: EntryAdding {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.task.add"))

    @Argument(help: ArgumentHelp(say("cli.task.what"), valueName: "text"))
    var what: GivenText
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.task.responsible"), valueName: "code"))
    var responsible: String?
    @Option(help: ArgumentHelp(say("cli.task.due"), valueName: "date"))
    var due: BusinessDate

    var words: GivenText? { what }

    func content(_ desk: Desk) throws -> EntryContent {
        .task(.init(responsible: try responsible ?? actor.who(options), due: due))
    }
}

struct TaskAssign: Act {
    static let configuration = CommandConfiguration(commandName: "assign", abstract: say("cli.task.assign"))

    @OptionGroup var named: Named<Entry>
    @Option(help: ArgumentHelp(say("cli.task.responsible"), valueName: "code"))
    var to: String

    func command(_ entry: Entry, _ desk: Desk) -> EntryCommand { .assign(to: to) }
}

struct TaskDone: Act {
    static let configuration = CommandConfiguration(commandName: "done", abstract: say("cli.task.done"))

    @OptionGroup var named: Named<Entry>

    func command(_ entry: Entry, _ desk: Desk) -> EntryCommand { .done(.did) }
}

struct TaskList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.task.list"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.task.responsible"), valueName: "code"))
    var responsible: String?
    @Flag(help: ArgumentHelp(say("cli.task.all")))
    var all = false

    func run() throws {
        let desk = try options.open(for: .readCalls)
        let today = try desk.today
        let found = try desk.store.entries(.task, openOnly: !all).filter { entry in
            guard case .task(let task) = entry.content else { return false }
            return responsible == nil || task.responsible == responsible
        }
        if options.json { return try Output.rows(try found.map { try row($0, today, desk) }) }
        var table = TextTable(["id", "due", "responsible", "status", "what"].map { say("cli.field.\($0)") })
        for entry in found {
            guard case .task(let task) = entry.content else { continue }
            let what = try words(entry, desk) ?? "-"
            table.add([
                "\(entry.id)", "\(task.due)", task.responsible, entry.state(today), what.replacing("\n", with: " "),
            ])
        }
        try table.print()
    }

    /// What is to be done is read by whose task it is, and by who reads others' words.
    private func words(_ entry: Entry, _ desk: Desk) throws -> String? {
        guard case .task(let task) = entry.content, task.responsible == desk.person || desk.may(.readOthersCalls)
        else { return nil }
        return try desk.store.text(entry.what)
    }

    private func row(_ entry: Entry, _ today: BusinessDate, _ desk: Desk) throws -> JSONValue {
        guard case .task(let task) = entry.content else { return .null }
        let row = entry.row(
            today,
            [
                "what": .string(try words(entry, desk)), "responsible": .string(task.responsible),
                "due": .string("\(task.due)"),
            ])
        // Of a caller who gave up and is to be called back.
        return task.visit == nil ? row : row + ["visit": .id(task.visit)]
    }
}
