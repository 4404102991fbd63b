import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Repatriation missions: when, from where, whom.
struct MissionCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mission", abstract: say("cli.mission"),
        subcommands: [MissionAdd.self, MissionList.self, MissionDone.self, EntryWithdraw.self])
}

struct MissionAdd: EntryAdding {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.mission.add"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.mission.date"), valueName: "date"))
    var date: BusinessDate
    @Option(help: ArgumentHelp(say("cli.mission.country"), valueName: "code"))
    var country: String
    @OptionGroup var persons: PersonsOption
    @Option(help: ArgumentHelp(say("cli.option.donor"), valueName: "code"))
    var donor: String?

    func content(_ desk: Desk) throws -> EntryContent {
        .mission(.init(date: date, country: country, persons: try persons.counts(), donor: donor))
    }
}

struct MissionDone: Act {
    static let configuration = CommandConfiguration(commandName: "done", abstract: say("cli.mission.done"))

    @OptionGroup var named: Named<Entry>
    @Option(help: ArgumentHelp(say("cli.mission.date"), valueName: "date"))
    var date: BusinessDate?
    @OptionGroup var persons: PersonsOption

    /// As it was planned, unless something else is said.
    func command(_ entry: Entry, _ desk: Desk) throws -> EntryCommand {
        guard case .mission(let mission) = entry.content else { throw Refusal(EntryRule.unknown) }
        let counts = try persons.counts()
        return .done(
            .carriedOut(on: date ?? mission.date, persons: counts.isEmpty ? mission.persons : counts))
    }
}

struct MissionList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.mission.list"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.option.period"), valueName: "period"))
    var period: Period?

    func run() throws {
        let desk = try options.open(for: .readCounts)
        let today = try desk.today
        let found = try desk.store.entries(.mission).filter { entry in
            period.map { period in entry.content.due.map(period.contains) ?? false } ?? true
        }
        if options.json { return try Output.rows(found.map { row($0, today) }) }
        var table = TextTable(["id", "date", "country", "persons", "status"].map { say("cli.field.\($0)") })
        for entry in found {
            guard case .mission(let mission) = entry.content else { continue }
            let persons = mission.persons.map { "\(ListID.beneficiary.label($0.category)) \($0.count)" }
            table.add([
                "\(entry.id)", "\(mission.date)", ListID.country.label(mission.country),
                persons.joined(separator: ", "), entry.state(today),
            ])
        }
        try table.print()
    }

    private func row(_ entry: Entry, _ today: BusinessDate) -> JSONValue {
        guard case .mission(let mission) = entry.content else { return .null }
        return entry.row(
            today,
            [
                "date": .string("\(mission.date)"), "country": .string(mission.country),
                "donor": .string(mission.donor),
                "persons": .object(mission.persons.map { ($0.category, .number($0.count)) }),
                "total": .number(mission.persons.map(\.count).reduce(0, +)),
            ])
    }
}
