import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A period in figures, for the house: everything, and nothing that leaves it.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "report", abstract: say("cli.report"))

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, csv }

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.stats.period"), valueName: "period"))
    var period: Period?
    @Option(help: ArgumentHelp(say("cli.report.format"), valueName: "format"))
    var format: Format?

    private var chosen: Format {
        get throws {
            guard options.json else { return format ?? .text }
            guard format == nil || format == .json else { throw UsageError(say("cli.usage.one_format")) }
            return .json
        }
    }

    func run() throws {
        let desk = try options.open(for: .readCounts)
        let period = try period ?? Period(month: desk.today)
        let report = try PeriodReport(period, from: desk.store.counts)
        switch try chosen {
        case .json: try Output.line(report.json.compact)
        case .csv: try Output.text(FigureTable.csv(report.figures))
        case .text: try ReportText(period).print(report, hotline: desk.hotline)
        }
    }
}
