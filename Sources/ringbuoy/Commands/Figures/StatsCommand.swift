import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// The four figures of a period and what became of its SOS.
struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stats", abstract: say("cli.stats"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.stats.period"), valueName: "period"))
    var period: Period?
    @Option(help: ArgumentHelp(say("cli.stats.by"), valueName: "dimension"))
    var by: Dimension?

    func run() throws {
        let desk = try options.open(for: .readCounts)
        if by == .operator { try desk.require(.readOperatorCounts) }
        let period = try period ?? Period(month: desk.today)
        let stats = try Stats(period, by: by, from: desk.store.counts)
        if options.json { return try Output.line(stats.json.compact) }
        try ReportText(period).print(stats)
    }
}

extension Dimension: ExpressibleByArgument {
    public init?(argument: String) {
        guard let found = Dimension(rawValue: argument), Stats.dimensions.contains(found) else { return nil }
        self = found
    }

    public static var allValueStrings: [String] { Stats.dimensions.map(\.rawValue) }
}

extension Store {
    /// For reports: sums by key.
    var counts: CountSource { { try self.counts($0, by: $1, $2) } }
}
