import ArgumentParser
import HotlineDomain
import HotlineReports
import Wording

struct LineCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "line", abstract: say("cli.line"), subcommands: [LineList.self])
}

struct LineList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.line.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let lines = try options.open(for: .readSetup).hotline.lines
        if options.json { return try Output.rows(lines.map(row)) }
        var table = TextTable(["code", "name", "dialled", "hours"].map { say("cli.field.\($0)") })
        for line in lines { table.add([line.code, line.name, line.dialled, "\(line.hours.from)-\(line.hours.to)"]) }
        try table.print()
    }

    private func row(_ line: Line) -> JSONValue {
        [
            "code": .string(line.code), "name": .string(line.name), "dialled": .string(line.dialled),
            "countries": .strings(line.countries), "languages": .strings(line.languages), "zone": .string(line.zone),
            "from": .string("\(line.hours.from)"), "to": .string("\(line.hours.to)"),
            "since": .string("\(line.since)"),
        ]
    }
}
