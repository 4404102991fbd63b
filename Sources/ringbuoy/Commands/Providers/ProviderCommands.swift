import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

struct ProviderCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider", abstract: say("cli.provider"),
        subcommands: [
            ProviderList.self, ProviderShow.self, ProviderAdd.self, ProviderChange.self, ProviderImport.self,
        ])
}

/// The directory, or those of it that would do, the best first.
struct ProviderList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.provider.list"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.provider.list.service"), valueName: "code"))
    var service: String?
    @Option(help: ArgumentHelp(say("cli.provider.list.place"), valueName: "text"))
    var place: String?
    @Option(help: ArgumentHelp(say("cli.provider.list.language"), valueName: "code"))
    var language: String?
    @Option(help: ArgumentHelp(say("cli.provider.list.age"), valueName: "years"))
    var age: Int?
    @Option(help: ArgumentHelp(say("cli.provider.list.text"), valueName: "text"))
    var text: String?
    @Flag(help: ArgumentHelp(say("cli.provider.list.free")))
    var free = false
    @Flag(help: ArgumentHelp(say("cli.provider.list.all")))
    var all = false

    func run() throws {
        let desk = try options.open(for: .readSetup)
        let occupancies = try desk.occupancies()
        let found = try providers(desk, occupancies.mapValues(\.taken))
        if options.json { return try Output.rows(found.map { $0.row(occupancies[$0.code]) }) }
        var table = TextTable(["code", "name", "services", "free"].map { say("cli.field.\($0)") })
        for provider in found {
            let services = provider.services.map { ListID.service.label($0) }
            let places = occupancies[provider.code].map { "\($0.free)/\($0.places)" } ?? "-"
            table.add([provider.code, provider.name, services.joined(separator: ", "), places])
        }
        try table.print()
    }

    private func providers(_ desk: Desk, _ taken: [String: Int]) throws -> [Provider] {
        let asksNothing = service == nil && place == nil && language == nil && age == nil && text == nil && !free
        if asksNothing, all { return desk.hotline.providers.sorted { $0.code < $1.code } }
        let today = try desk.today
        let search = ProviderSearch(
            service: try service?.checked(in: .service),
            territories: try place.map { try desk.hotline.territories(typed: $0, on: today) },
            language: try language?.checked(in: .language), age: age, mustBeFree: free, text: text ?? "")
        let found = desk.hotline.providers(search, on: today, taken: taken)
        return asksNothing ? found.sorted { $0.code < $1.code } : found
    }
}

extension Hotline {
    /// The territories that are called so; refused with the nearest where none is.
    func territories(typed: String, on date: BusinessDate) throws(Refusal) -> [Territory] {
        let found = territories(named: typed, on: date)
        if !found.isEmpty { return found }
        let nearest = nearestTerritories(to: String(typed.prefix(60))).joined(separator: ", ")
        throw Refusal(TerritoryRule.unknown, ["territory": typed, "known": nearest.isEmpty ? "-" : nearest])
    }
}

/// One provider in full. A confidential address is shown only to who asks for
/// it, and that is in the journal.
struct ProviderShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.provider.show"))

    @Argument(help: ArgumentHelp(say("cli.provider.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @Flag(help: ArgumentHelp(say("cli.provider.unmask")))
    var unmask = false

    func run() throws {
        let desk = try options.open(for: .readSetup)
        let provider = try desk.provider(code)
        let occupancy = try desk.occupancies()[code]
        let address = try address(of: provider, desk)
        if options.json {
            let row = provider.row(occupancy)
            return try Output.line((unmask ? row + ["unmasked": .string(address)] : row).compact)
        }
        var sheet = Sheet(provider.name)
        sheet.add("cli.field.code", provider.code)
        sheet.add("cli.field.aliases", provider.aliases.joined(separator: ", ").nonEmpty)
        sheet.add("cli.field.services", provider.services.map { ListID.service.label($0) }.joined(separator: ", "))
        sheet.add(
            "cli.field.territories",
            provider.territories.map { desk.hotline.territory($0)?.name ?? $0 }.joined(separator: ", ").nonEmpty)
        sheet.add(
            "cli.field.languages",
            provider.languages.map { ListID.language.label($0) }.joined(separator: ", ").nonEmpty)
        sheet.add("cli.field.hours", provider.hours?.text)
        sheet.add("cli.field.ages", provider.ages?.text)
        sheet.add("cli.field.free", occupancy.map { "\($0.free)/\($0.places)" })
        sheet.add("cli.field.address", address)
        sheet.add("cli.field.since", provider.since?.description)
        sheet.add("cli.field.until", provider.until?.description)
        try sheet.print()
    }

    /// Who opens a sealed one is in the journal before it is shown.
    private func address(of provider: Provider, _ desk: Desk) throws -> String? {
        switch provider.address {
        case .open(let text)?: return text
        case .confidential(let words)?:
            guard unmask else { return say("cli.provider.masked") }
            try desk.require(.unmask)
            try desk.store.perform([.access(.unmask(Subject(.hotline, words.raw)))], by: desk.person, at: desk.now)
            return try desk.store.words(words)?.revealed
        case nil: return nil
        }
    }
}

extension Desk {
    func provider(_ code: String) throws(Refusal) -> Provider {
        if let found = hotline.provider(code) { return found }
        let known = hotline.providers.map(\.code).sorted().joined(separator: ", ")
        throw Refusal(ProviderRule.unknown, ["provider": code, "known": known.isEmpty ? "-" : known])
    }
}

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }
}

/// A verb that sets one entry of the directory, new or as it is from now on.
protocol ProviderAct: SetUpAct {}

extension ProviderAct {
    var done: String { say("cli.provider.done", ["provider": code]) }
}

struct ProviderAdd: ProviderAct {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.provider.add"))

    @Argument(help: ArgumentHelp(say("cli.provider.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @OptionGroup var fields: ProviderFields

    func command(_ desk: Desk) throws -> HotlineCommand {
        let (provider, address) = try fields.provider(over: Provider(code: code, name: "", services: []), desk)
        return .addProvider(provider, confidentialAddress: address)
    }
}

struct ProviderChange: ProviderAct {
    static let configuration = CommandConfiguration(commandName: "change", abstract: say("cli.provider.change"))

    @Argument(help: ArgumentHelp(say("cli.provider.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @OptionGroup var fields: ProviderFields

    func command(_ desk: Desk) throws -> HotlineCommand {
        let (provider, address) = try fields.provider(over: desk.provider(code), desk)
        return .changeProvider(provider, confidentialAddress: address)
    }
}
