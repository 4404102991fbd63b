import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Figures that were promised, and those of others that stand beside them.
struct IndicatorCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator", abstract: say("cli.indicator"),
        subcommands: [IndicatorAdd.self, IndicatorList.self, IndicatorDone.self, EntryWithdraw.self])
}

struct IndicatorAdd: EntryAdding {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.indicator.add"))

    @Argument(help: ArgumentHelp(say("cli.indicator.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.option.period"), valueName: "period"))
    var period: Period
    @Option(help: ArgumentHelp(say("cli.indicator.target"), valueName: "n"))
    var target: Int?
    @Flag(help: ArgumentHelp(say("cli.indicator.cumulative")))
    var cumulative = false

    func content(_ desk: Desk) -> EntryContent {
        .indicator(
            .init(code: code, first: period.first, last: period.last, target: target, cumulative: cumulative))
    }
}

struct IndicatorDone: Act {
    static let configuration = CommandConfiguration(commandName: "done", abstract: say("cli.indicator.done"))

    @OptionGroup var named: Named<Entry>
    @Option(help: ArgumentHelp(say("cli.indicator.actual"), valueName: "n"))
    var actual: Int
    @Option(help: ArgumentHelp(say("cli.indicator.source"), valueName: "text"))
    var source: String
    @Option(help: ArgumentHelp(say("cli.indicator.as_of"), valueName: "date"))
    var asOf: BusinessDate?

    func command(_ entry: Entry, _ desk: Desk) throws -> EntryCommand {
        .done(.measured(actual: actual, source: source, asOf: try asOf ?? desk.today))
    }
}

struct IndicatorList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.indicator.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .readCounts)
        let today = try desk.today
        let found = try desk.store.entries(.indicator)
        if options.json { return try Output.rows(found.map { row($0, today) }) }
        var table = TextTable(
            ["id", "code", "period", "actual", "target", "source", "status"].map { say("cli.field.\($0)") },
            rightAligned: [3, 4])
        for entry in found {
            guard case .indicator(let indicator) = entry.content else { continue }
            let source = [indicator.source, indicator.asOf.map { "\($0)" }].compactMap(\.self)
            table.add([
                "\(entry.id)", indicator.code, "\(indicator.first)/\(indicator.last)",
                indicator.actual.map { String($0) } ?? "-", indicator.target.map { String($0) } ?? "-",
                source.joined(separator: ", "), entry.state(today),
            ])
        }
        try table.print()
    }

    private func row(_ entry: Entry, _ today: BusinessDate) -> JSONValue {
        guard case .indicator(let indicator) = entry.content else { return .null }
        return entry.row(
            today,
            [
                "code": .string(indicator.code), "first": .string("\(indicator.first)"),
                "last": .string("\(indicator.last)"), "target": indicator.target.map { .number($0) } ?? .null,
                "actual": indicator.actual.map { .number($0) } ?? .null, "cumulative": .flag(indicator.cumulative),
                "source": .string(indicator.source), "as_of": .string(indicator.asOf?.description),
            ])
    }
}
