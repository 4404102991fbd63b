import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A service was received, and who paid for it.
struct ReferralDeliver: Act {
    static let configuration = CommandConfiguration(commandName: "deliver", abstract: say("cli.referral.deliver"))

    @OptionGroup var named: Named<Referral>
    @Option(help: ArgumentHelp(say("cli.referral.deliver.service"), valueName: "code"))
    var service: String?
    @Option(help: ArgumentHelp(say("cli.option.donor"), valueName: "code"))
    var donor: String?

    func command(_ referral: Referral, _ desk: Desk) -> ReferralCommand { .deliver(service: service, donor: donor) }
}

/// What was received in a period, who was taken in, who was brought home: each
/// by what the hotline accounts for it by, and by the fund that paid.
struct ReferralDelivered: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivered", abstract: say("cli.referral.delivered"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.stats.period"), valueName: "period"))
    var period: Period?

    private static let parts: [(measure: Measure, dimensions: [Dimension])] = [
        (.delivered, [.service, .provider, .donor]), (.admitted, [.category, .provider, .donor]),
        (.repatriated, [.category, .country, .donor]),
    ]

    func run() throws {
        let desk = try options.open(for: .readCounts)
        let period = try period ?? Period(month: desk.today)
        var answer: [(name: String, value: JSONValue)] = [("period", .text(period.name))]
        for (measure, dimensions) in ReferralDelivered.parts {
            let total = try desk.store.count(measure, period)
            var part: [(name: String, value: JSONValue)] = [("total", .number(total))]
            if !options.json { try Output.line("\(say("cli.delivered.\(measure.rawValue)")): \(total)") }
            for dimension in dimensions {
                let counts = try desk.store.counts(measure, by: dimension, period)
                let keys = counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
                part.append((dimension.rawValue, .object(keys.map { ($0, .number(counts[$0] ?? 0)) })))
                if !options.json { for key in keys { try tell(key, dimension, counts[key] ?? 0, of: total) } }
            }
            answer.append((measure.rawValue, .object(part)))
        }
        if options.json { try Output.line(JSONValue.object(answer).compact) }
    }

    private func tell(_ key: String, _ dimension: Dimension, _ count: Int, of total: Int) throws {
        let label = ReferralDelivered.label(key, dimension)
        try Output.line("  \(say("cli.field.\(dimension.rawValue)")) \(label): \(count)/\(total)")
    }

    private static func label(_ key: String, _ dimension: Dimension) -> String {
        if key == CountKey.notRecorded { return say("report.not_recorded") }
        return switch dimension {
        case .service: ListID.service.label(key)
        case .country: ListID.country.label(key)
        case .category:
            CodeLists.list(.resident).contains(key) ? ListID.resident.label(key) : ListID.beneficiary.label(key)
        default: key
        }
    }
}
