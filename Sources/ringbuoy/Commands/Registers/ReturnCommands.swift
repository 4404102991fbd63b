import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// What territories report for a period, and which did not.
struct ReturnCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: say("cli.return"),
        subcommands: [ReturnAdd.self, ReturnList.self, ReturnDone.self, EntryWithdraw.self])
}

/// Asked of some territories, or of every one that is part of the work then.
struct ReturnAdd: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.return.add"))

    @Argument(help: ArgumentHelp(say("cli.return.subject"), valueName: "subject"))
    var subject: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.option.period"), valueName: "period"))
    var period: Period
    @Option(help: ArgumentHelp(say("cli.return.due"), valueName: "date"))
    var due: BusinessDate
    @Option(help: ArgumentHelp(say("cli.return.territory"), valueName: "code"))
    var territory: [String] = []

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let all = desk.hotline.territories.filter { $0.covers(period.last) }.map(\.code)
        let asked = territory.isEmpty ? all : territory
        let commands: [Command] = asked.map { code in
            let content = EntryContent.return(
                .init(territory: code, subject: subject, first: period.first, last: period.last, due: due))
            return .entry(desk.newID(Entry.self), .add(content, what: nil))
        }
        try desk.perform(commands, by: actor.who(options))
        try Output.done(options.json, ["asked": .number(asked.count)], say("cli.return.asked", n: asked.count))
    }
}

struct ReturnDone: Act {
    static let configuration = CommandConfiguration(commandName: "done", abstract: say("cli.return.done"))

    @OptionGroup var named: Named<Entry>
    @Option(help: ArgumentHelp(say("cli.return.received"), valueName: "date"))
    var received: BusinessDate?
    @Option(help: ArgumentHelp(say("cli.return.figure"), valueName: "name=n"))
    var figure: [String] = []
    @Flag(help: ArgumentHelp(say("cli.return.none")))
    var none = false

    func command(_ entry: Entry, _ desk: Desk) throws -> EntryCommand {
        if none { return .done(.notReceived) }
        let figures = try figure.map { try NamedFigure(typed: $0) }
        return .done(.received(on: try received ?? desk.today, figures: figures))
    }
}

struct ReturnList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.return.list"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.return.subject"), valueName: "subject"))
    var subject: String?
    @Option(help: ArgumentHelp(say("cli.option.period"), valueName: "period"))
    var period: Period?
    @Flag(help: ArgumentHelp(say("cli.return.missing")))
    var missing = false

    private typealias Line = (entry: Entry, asked: EntryContent.TerritoryReturn)

    func run() throws {
        let desk = try options.open(for: .readCounts)
        let today = try desk.today
        let asked: [Line] = try desk.store.entries(.return).compactMap { entry in
            guard case .return(let asked) = entry.content, subject == nil || asked.subject == subject,
                period == nil || (asked.first == period?.first && asked.last == period?.last)
            else { return nil }
            return (entry, asked)
        }
        let shown = missing ? asked.filter { !$0.asked.isReceived } : asked
        if options.json { return try Output.rows(shown.map { row($0, today) }) }
        var table = TextTable(
            ["id", "territory", "subject", "period", "status", "figures"].map { say("cli.field.\($0)") })
        for line in shown {
            table.add([
                "\(line.entry.id)", desk.hotline.territory(line.asked.territory)?.name ?? line.asked.territory,
                line.asked.subject, "\(line.asked.first)/\(line.asked.last)", state(line, today),
                line.asked.figures.map { "\($0.name) \($0.value)" }.joined(separator: ", "),
            ])
        }
        try table.print()
        let received = asked.count { $0.asked.isReceived }
        try Output.line(say("cli.return.answered", ["n": String(received), "of": String(asked.count)]))
    }

    private func state(_ line: Line, _ today: BusinessDate) -> String {
        if case .done = line.entry.status, !line.asked.isReceived { return say("cli.return.no_response") }
        return line.entry.state(today)
    }

    private func row(_ line: Line, _ today: BusinessDate) -> JSONValue {
        let asked = line.asked
        var received: BusinessDate?
        if case .received(let date, _) = asked.answer { received = date }
        return line.entry.row(
            today,
            [
                "territory": .string(asked.territory), "subject": .string(asked.subject),
                "first": .string("\(asked.first)"), "last": .string("\(asked.last)"), "due": .string("\(asked.due)"),
                "received": .string(received?.description), "no_response": .flag(asked.answer == .some(.none)),
                "figures": .object(asked.figures.map { ($0.name, .number($0.value)) }),
            ])
    }
}

extension EntryContent.TerritoryReturn {
    fileprivate var isReceived: Bool {
        if case .received = answer { return true }
        return false
    }

    fileprivate var figures: [NamedFigure] {
        if case .received(_, let figures) = answer { return figures }
        return []
    }
}
