import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// What the directory may say of a provider. Lists are parted by commas.
struct ProviderFields: ParsableArguments {
    @Option(help: ArgumentHelp(say("cli.provider.name"), valueName: "text"))
    var name: String?
    @Option(help: ArgumentHelp(say("cli.provider.alias"), valueName: "text"))
    var alias: [String] = []
    @Option(help: ArgumentHelp(say("cli.provider.service"), valueName: "code"))
    var service: [String] = []
    @Option(help: ArgumentHelp(say("cli.provider.territory"), valueName: "code"))
    var territory: [String] = []
    @Option(help: ArgumentHelp(say("cli.provider.language"), valueName: "code"))
    var language: [String] = []
    @Option(help: ArgumentHelp(say("cli.provider.hours"), valueName: "hours"))
    var hours: Given<OpeningHours>?
    @Option(help: ArgumentHelp(say("cli.provider.ages"), valueName: "ages"))
    var ages: Given<Provider.Ages>?
    @Option(help: ArgumentHelp(say("cli.provider.places"), valueName: "n"))
    var places: Given<Int>?
    @Option(help: ArgumentHelp(say("cli.provider.address"), valueName: "text"))
    var address: GivenText?
    @Flag(help: ArgumentHelp(say("cli.provider.confidential")))
    var confidential = false
    @Option(help: ArgumentHelp(say("cli.provider.since"), valueName: "date"))
    var since: Given<BusinessDate>?
    @Option(help: ArgumentHelp(say("cli.provider.until"), valueName: "date"))
    var until: Given<BusinessDate>?

    /// Over what is known already: what is not given stays, and what is given
    /// as nothing is nothing from now on.
    func provider(over old: Provider, _ desk: Desk) throws -> (provider: Provider, sealed: Written?) {
        var new = old
        if let name { new.name = name }
        if !alias.isEmpty { new.aliases = alias.filter { !$0.isEmpty } }
        if !service.isEmpty { new.services = service.filter { !$0.isEmpty } }
        if !territory.isEmpty { new.territories = territory.filter { !$0.isEmpty } }
        if !language.isEmpty { new.languages = language.filter { !$0.isEmpty } }
        if let hours { new.hours = hours.value }
        if let ages { new.ages = ages.value }
        if let places { new.places = places.value }
        if let since { new.since = since.value }
        if let until { new.until = until.value }
        guard let text = try address.read() else { return (new, nil) }
        if confidential { return (new, desk.written(text)) }
        new.address = .open(text: text)
        return (new, nil)
    }
}

extension OpeningHours: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }

    var text: String { description }
}

extension Provider.Ages: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }

    var text: String { "\(from)-\(to)" }
}

extension Provider {
    /// A confidential address is a mark here: `provider show --unmask` opens it.
    func row(_ occupancy: Occupancy?) -> JSONValue {
        var (open, isConfidential): (String?, Bool) = (nil, false)
        switch address {
        case .open(let text)?: open = text
        case .confidential?: isConfidential = true
        case nil: break
        }
        return [
            "code": .string(code), "name": .string(name), "services": .strings(services),
            "aliases": .strings(aliases), "territories": .strings(territories), "languages": .strings(languages),
            "hours": .string(hours?.text), "ages": .string(ages?.text), "address": .string(open),
            "confidential": .flag(isConfidential), "since": .string(since?.description),
            "until": .string(until?.description), "places": places.map { .number($0) } ?? .null,
            "taken": occupancy.map { .number($0.taken) } ?? .null,
            "free": occupancy.map { .number($0.free) } ?? .null,
            "next_free": .string(occupancy?.nextFree?.expected?.description),
            "free_overdue_since": .string(occupancy?.nextFree?.overdueSince?.description),
        ]
    }
}
