import ArgumentParser
import HotlineDomain
import HotlineReports
import Wording

struct ProviderCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider", abstract: say("cli.provider"), subcommands: [ProviderList.self])
}

struct ProviderList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.provider.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let providers = try options.open().hotline.providers.sorted { $0.code < $1.code }
        if options.json { return try Output.rows(providers.map(row)) }
        var table = TextTable(["code", "name", "services"].map { say("cli.field.\($0)") })
        for provider in providers {
            let services = provider.services.map { ListID.service.label($0) }
            table.add([provider.code, provider.name, services.joined(separator: ", ")])
        }
        try table.print()
    }

    private func row(_ provider: Provider) -> JSONValue {
        [
            "code": .string(provider.code), "name": .string(provider.name), "services": .strings(provider.services),
            "aliases": .strings(provider.aliases),
        ]
    }
}
