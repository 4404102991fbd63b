import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

struct DonorCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "donor", abstract: say("cli.donor"),
        subcommands: [DonorList.self, DonorShow.self, DonorAdd.self, DonorChange.self])
}

struct DonorList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.donor.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let donors = try options.open(for: .readSetup).hotline.donors
        if options.json { return try Output.rows(donors.map(\.row)) }
        var table = TextTable(
            ["code", "name", "period", "due_day", "language", "indicators", "until"].map { say("cli.field.\($0)") })
        for donor in donors {
            table.add([
                donor.code, donor.name, say("pack.length.\(donor.calendar.rawValue)"), String(donor.dueDay),
                donor.language, String(donor.indicators.count), donor.until?.description ?? "-",
            ])
        }
        try table.print()
    }
}

/// One donor in full, with every figure it asks for.
struct DonorShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.donor.show"))

    @Argument(help: ArgumentHelp(say("cli.donor.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions

    func run() throws {
        let donor = try options.open(for: .readSetup).donorThere(code)
        if options.json {
            let indicators: JSONValue = .array(donor.indicators.map(\.row))
            return try Output.line((donor.row + ["indicators": indicators]).compact)
        }
        var sheet = Sheet(donor.name)
        sheet.add("cli.field.code", donor.code)
        sheet.add(
            "cli.field.services", donor.services.map { ListID.service.label($0) }.joined(separator: ", ").nonEmpty)
        sheet.add("cli.field.projects", donor.projects.joined(separator: ", ").nonEmpty)
        sheet.add("cli.field.period", say("pack.length.\(donor.calendar.rawValue)"))
        sheet.add("cli.field.due_day", String(donor.dueDay))
        sheet.add("cli.field.language", ListID.language.label(donor.language))
        sheet.add(
            "cli.field.families",
            donor.families.map { say("pack.family.\($0.rawValue)") }.joined(separator: ", ").nonEmpty)
        sheet.add("cli.field.iati_activity", donor.iatiActivity)
        sheet.add("cli.field.iati_organisation", donor.iatiOrganisation)
        sheet.add("cli.field.since", donor.since?.description)
        sheet.add("cli.field.until", donor.until?.description)
        try sheet.print()
        var table = TextTable(["code", "donors_code", "wording", "target", "source"].map { say("cli.field.\($0)") })
        for indicator in donor.indicators {
            table.add([
                indicator.code, indicator.donorsCode ?? "-",
                indicator.wording[say.language.rawValue] ?? indicator.wording["en"] ?? "-",
                indicator.target.map { String($0) } ?? "-", indicator.source.text,
            ])
        }
        if !donor.indicators.isEmpty { try table.print() }
    }
}

/// A verb that sets one donor, new or as it is from now on.
protocol DonorAct: SetUpAct {}

extension DonorAct {
    var done: String { say("cli.donor.done", ["donor": code]) }
}

struct DonorAdd: DonorAct {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.donor.add"))

    @Argument(help: ArgumentHelp(say("cli.donor.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @OptionGroup var fields: DonorFields

    func command(_ desk: Desk) throws -> HotlineCommand {
        .addDonor(fields.donor(over: Donor(code: code, name: "")))
    }
}

struct DonorChange: DonorAct {
    static let configuration = CommandConfiguration(commandName: "change", abstract: say("cli.donor.change"))

    @Argument(help: ArgumentHelp(say("cli.donor.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @OptionGroup var fields: DonorFields

    func command(_ desk: Desk) throws -> HotlineCommand {
        .changeDonor(fields.donor(over: try desk.donorThere(code)))
    }
}

extension Desk {
    func donorThere(_ code: String) throws(Refusal) -> Donor {
        if let found = hotline.donor(code) { return found }
        throw Refusal(DonorRule.unknown, ["donor": code, "known": hotline.knownDonors])
    }
}
