import ArgumentParser
import Crypto
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A period in figures, for the house: everything, and nothing that leaves it.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "report", abstract: say("cli.report"))

    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, csv, html }

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.stats.period"), valueName: "period"))
    var period: Period?
    @Option(help: ArgumentHelp(say("cli.report.format"), valueName: "format"))
    var format: Format?
    @Option(help: ArgumentHelp(say("cli.report.to"), valueName: "file"))
    var to: FileName?

    private var chosen: Format {
        get throws {
            guard options.json else { return format ?? .text }
            guard format == nil || format == .json else { throw UsageError(say("cli.usage.one_format")) }
            return .json
        }
    }

    func run() throws {
        let format = try chosen
        let desk = try options.open(for: .readCounts)
        let period = try period ?? Period(month: desk.today)
        guard let to else { return try Output.text(text(desk, period, format, TextSigns.ofTerminal)) }
        try desk.require(.export)
        // Before the journal says that something was taken: nothing can be, where something is already.
        let file = PrivateFile(path: to.path)
        try file.refuseWhatIsThere()
        let text = try text(desk, period, format, .ofFile)
        if desk.person != Stamp.systemCode {
            let export = AccessCommand.export(what: "report", period: period.name)
            try desk.perform([.access(export)], by: desk.person)
        }
        try file.write(Array(text.utf8))
        Output.note(say("cli.report.done", ["file": to.path]))
    }

    private func text(_ desk: Desk, _ period: Period, _ format: Format, _ signs: TextSigns) throws -> String {
        let report = try desk.internalReport(of: period)
        switch format {
        case .json: return report.json.compact + "\n"
        case .csv: return FigureTable.csv(report.now.counts.figures)
        case .html:
            let digest: ByteDigest = { Array(SHA256.hash(data: $0)) }
            return InternalPage(report, PackWords(say), digest: digest).text
        case .text:
            let text = InternalText(
                PackWords(say), signs: signs.charts, isMarked: signs.isMarked, width: signs.columns)
            return text.lines(report).map { $0 + "\n" }.joined()
        }
    }
}

extension Desk {
    /// Read at one moment; operators' figures as far as they are for whoever came in.
    func internalReport(of period: Period) throws -> InternalReport {
        let hotline = hotline
        let operators = hotline.operatorNamed(person).map(OperatorRows.init(for:)) ?? .all
        return try store.reading(period: period, at: now) { reader in
            try InternalReport(reader, of: hotline, showing: operators) { try store.zone($0.zone) }
        }
    }
}
