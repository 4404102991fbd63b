import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

struct TerritoryCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "territory", abstract: say("cli.territory"),
        subcommands: [TerritoryList.self, TerritoryAdd.self, TerritoryImport.self])
}

struct TerritoryList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.territory.list"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.territory.named"), valueName: "text"))
    var named: String?

    func run() throws {
        let desk = try options.open(for: .readSetup)
        let today = try desk.today
        let found =
            try named.map { try desk.hotline.territories(typed: $0, on: today) }
            ?? desk.hotline.territories.sorted { $0.code < $1.code }
        if options.json { return try Output.rows(found.map(row)) }
        var table = TextTable(
            ["code", "name", "within", "since", "until", "coordinator"].map { say("cli.field.\($0)") })
        for territory in found {
            table.add([
                territory.code, territory.name, territory.within ?? "-", territory.since?.description ?? "-",
                territory.until?.description ?? "-", territory.coordinator ?? "-",
            ])
        }
        try table.print()
    }

    private func row(_ territory: Territory) -> JSONValue {
        [
            "code": .string(territory.code), "name": .string(territory.name),
            "aliases": .strings(territory.aliases), "within": .string(territory.within),
            "since": .string(territory.since?.description), "until": .string(territory.until?.description),
            "coordinator": .string(territory.coordinator),
        ]
    }
}

/// A new territory.
struct TerritoryAdd: SetUpAct {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.territory.add"))

    @Argument(help: ArgumentHelp(say("cli.territory.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @Option(help: ArgumentHelp(say("cli.territory.name"), valueName: "text"))
    var name: String
    @Option(help: ArgumentHelp(say("cli.provider.alias"), valueName: "text"))
    var alias: [String] = []
    @Option(help: ArgumentHelp(say("cli.territory.within"), valueName: "code"))
    var within: String?
    @Option(help: ArgumentHelp(say("cli.territory.coordinator"), valueName: "office"))
    var coordinator: String?
    @Option(help: ArgumentHelp(say("cli.provider.since"), valueName: "date"))
    var since: BusinessDate?
    @Option(help: ArgumentHelp(say("cli.provider.until"), valueName: "date"))
    var until: BusinessDate?

    func command(_ desk: Desk) -> HotlineCommand {
        .addTerritory(
            Territory(
                code: code, name: name, aliases: alias, within: within, since: since, until: until,
                coordinator: coordinator))
    }

    var done: String { say("cli.territory.done", ["territory": code]) }
}

struct TerritoryImport: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: say("cli.territory.import"))

    @Argument(help: ArgumentHelp(say("cli.provider.file"), valueName: "file"))
    var file: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption

    static let columns = ["code", "name", "aliases", "within", "coordinator", "since", "until"]

    func run() throws {
        let table = try CSVFile(file, columns: TerritoryImport.columns, required: ["code", "name"])
        let desk = try options.open(as: actor.code)
        let count = try desk.take(table, by: actor.who(desk)) { row, hotline throws(BadCell) in
            let territory = Territory(
                code: row.text("code") ?? "", name: row.text("name") ?? "", aliases: row.list("aliases"),
                within: row.text("within"), since: try row.date("since"), until: try row.date("until"),
                coordinator: row.text("coordinator"))
            return hotline.territory(territory.code) == nil ? .addTerritory(territory) : .changeTerritory(territory)
        }
        try Output.done(options.json, ["rows": .number(count)], say("cli.territory.imported", n: count))
    }
}
