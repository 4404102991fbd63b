import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

struct LineCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "line", abstract: say("cli.line"),
        subcommands: [LineList.self, LineAdd.self, LineChange.self, LineClose.self, LineReopen.self])
}

struct LineList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.line.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let lines = try options.open(for: .readSetup).hotline.lines
        if options.json { return try Output.rows(lines.map(row)) }
        var table = TextTable(["code", "name", "dialled", "hours", "until"].map { say("cli.field.\($0)") })
        for line in lines {
            table.add([
                line.code, line.name, line.dialled, "\(line.hours.from)-\(line.hours.to)",
                line.until?.description ?? "-",
            ])
        }
        try table.print()
    }

    private func row(_ line: Line) -> JSONValue {
        [
            "code": .string(line.code), "name": .string(line.name), "dialled": .string(line.dialled),
            "countries": .strings(line.countries), "languages": .strings(line.languages), "zone": .string(line.zone),
            "from": .string("\(line.hours.from)"), "to": .string("\(line.hours.to)"),
            "since": .string("\(line.since)"), "until": .string(line.until?.description),
        ]
    }
}

/// A verb that sets one line, new or as it is from now on.
protocol LineAct: SetUpAct {}

extension LineAct {
    var done: String { say("cli.line.done", ["line": code]) }
}

struct LineAdd: LineAct {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.line.add"))

    @Argument(help: ArgumentHelp(say("cli.line.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @Option(help: ArgumentHelp(say("cli.line.hours"), valueName: "hours"))
    var hours: OpeningHours
    @OptionGroup var fields: LineFields

    func command(_ desk: Desk) throws -> HotlineCommand {
        let new = Line(
            code: code, name: "", dialled: "", countries: [], languages: [], zone: desk.hotline.zone, hours: hours,
            since: try desk.today)
        return .addLine(fields.line(over: new))
    }
}

struct LineChange: LineAct {
    static let configuration = CommandConfiguration(commandName: "change", abstract: say("cli.line.change"))

    @Argument(help: ArgumentHelp(say("cli.line.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @Option(help: ArgumentHelp(say("cli.line.hours"), valueName: "hours"))
    var hours: OpeningHours?
    @OptionGroup var fields: LineFields

    func command(_ desk: Desk) throws -> HotlineCommand {
        var line = fields.line(over: try desk.lineThere(code))
        line.hours = hours ?? line.hours
        return .changeLine(line)
    }
}

/// No call comes in on it after its last day; what came in before stays.
struct LineClose: LineAct {
    static let configuration = CommandConfiguration(commandName: "close", abstract: say("cli.line.close"))

    @Argument(help: ArgumentHelp(say("cli.line.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @Option(help: ArgumentHelp(say("cli.line.close.until"), valueName: "date"))
    var until: BusinessDate?

    func command(_ desk: Desk) throws -> HotlineCommand {
        var line = try desk.lineThere(code)
        line.until = try until ?? desk.today
        return .changeLine(line)
    }
}

struct LineReopen: LineAct {
    static let configuration = CommandConfiguration(commandName: "reopen", abstract: say("cli.line.reopen"))

    @Argument(help: ArgumentHelp(say("cli.line.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption

    func command(_ desk: Desk) throws -> HotlineCommand {
        var line = try desk.lineThere(code)
        line.until = nil
        return .changeLine(line)
    }
}

extension Desk {
    fileprivate func lineThere(_ code: String) throws(Refusal) -> Line {
        if let found = hotline.line(code) { return found }
        throw Refusal(LineRule.unknown, ["line": code, "known": hotline.knownLines])
    }
}
