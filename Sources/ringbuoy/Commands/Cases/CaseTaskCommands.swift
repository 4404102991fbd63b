import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

// What is to be done in a case, by whom and by when.

struct CaseTaskCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task", abstract: say("cli.case.task"),
        subcommands: [CaseTaskAdd.self, CaseTaskGive.self, CaseTaskDone.self, CaseTaskList.self])
}

struct CaseTaskAdd: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.case.task.add"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @Argument(help: ArgumentHelp(say("cli.case.task.what"), valueName: "text"))
    var what: GivenText
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.case.task.to"), valueName: "code"))
    var to: String?
    @Option(help: ArgumentHelp(say("cli.case.task.due"), valueName: "date"))
    var due: BusinessDate?

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let file = try desk.store.case(named: id)
        let words = desk.store.written(try what.read() ?? "", at: desk.now)
        let add = try CaseCommand.addTask(words, responsible: to ?? actor.who(options), due: due)
        let events = try desk.perform([.case(file.id, add)], by: actor.who(options))
        let number = events.compactMap(\.taskAdded).first ?? 0
        try Output.done(
            options.json, ["id": .id(file.id), "task": .number(number)],
            say("cli.case.task.added", ["number": file.number, "task": String(number)]))
    }
}

extension Event {
    fileprivate var taskAdded: Int? {
        if case .case(_, .taskAdded(let number, _, _, _)) = self { number } else { nil }
    }
}

/// A verb about one task of a case.
protocol CaseTaskAct: ParsableCommand {
    var task: NamedCaseTask { get }
    func command(_ desk: Desk) throws -> CaseCommand
    /// The catalogue key of what is said when it is done.
    static var said: String { get }
    /// Whose it is from then on; nil where that stays as it is.
    var to: String? { get }
}

/// Which task of which case, in which store, and who does it.
struct NamedCaseTask: ParsableArguments {
    @OptionGroup var `case`: Named<Case>
    @Argument(help: ArgumentHelp(say("cli.case.task.number"), valueName: "task"))
    var number: Int
}

extension CaseTaskAct {
    func run() throws {
        let (named, number) = (task.case, task.number)
        let desk = try named.options.open(as: named.actor.who(named.options))
        let file = try desk.store.case(named: named.id)
        try desk.perform([.case(file.id, command(desk))], by: named.actor.who(named.options))
        let responsible = JSONValue.object(to.map { [(name: "responsible", value: .string($0))] } ?? [])
        try Output.done(
            named.options.json, ["id": .id(file.id), "task": .number(number)] + responsible,
            say(Self.said, ["number": file.number, "task": String(number), "operator": to ?? ""]))
    }
}

struct CaseTaskGive: CaseTaskAct {
    static let configuration = CommandConfiguration(commandName: "give", abstract: say("cli.case.task.give"))
    static let said = "cli.case.task.given"

    @OptionGroup var task: NamedCaseTask
    @Option(name: .customLong("to"), help: ArgumentHelp(say("cli.case.task.to"), valueName: "code"))
    var receiver: String

    var to: String? { receiver }
    func command(_ desk: Desk) -> CaseCommand { .giveTask(task.number, to: receiver) }
}

struct CaseTaskDone: CaseTaskAct {
    static let configuration = CommandConfiguration(commandName: "done", abstract: say("cli.case.task.done"))
    static let said = "cli.case.task.finished"

    @OptionGroup var task: NamedCaseTask
    @Option(help: ArgumentHelp(say("cli.option.words"), valueName: "text"))
    var result: GivenText?

    var to: String? { nil }
    func command(_ desk: Desk) throws -> CaseCommand {
        .finishTask(task.number, result: desk.written(try result.read()))
    }
}

struct CaseTaskList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.case.task.list"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @OptionGroup var options: StoreOptions
    @Flag(help: ArgumentHelp(say("cli.list.open")))
    var open = false

    func run() throws {
        let desk = try options.open()
        let file = try desk.store.case(named: id)
        try desk.look(at: Subject(.case, file.id.raw))
        let zone = try desk.zone()
        let tasks = file.tasks.filter { !open || !$0.isDone }
        if options.json { return try Output.rows(tasks.map { try $0.row(file, desk, zone) }) }
        var table = TextTable(["number", "status", "until", "responsible", "task"].map { say("cli.field.\($0)") })
        for task in tasks {
            table.add([
                String(task.number), try file.state(of: task, desk), task.due?.description ?? "-", task.responsible,
                try desk.store.said(task.what) ?? "-",
            ])
        }
        try table.print()
    }
}

extension Case {
    func state(of task: CaseTask, _ desk: Desk) throws -> String {
        if task.isDone { return say("cli.case.task.is_done") }
        return try isOverdue(task, desk) ? say("cli.task.overdue") : say("cli.task.open")
    }
}
