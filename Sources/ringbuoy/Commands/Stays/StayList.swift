import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Shelters as they are now, or everybody who stays or stayed.
struct StayList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.stay.list"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.stay.provider"), valueName: "code"))
    var provider: String?
    @Flag(help: ArgumentHelp(say("cli.stay.list.past")))
    var past = false
    @Flag(help: ArgumentHelp(say("cli.stay.list.shelters")))
    var shelters = false

    func run() throws {
        let desk = try options.open(for: .readCalls)
        if let provider { _ = try desk.provider(provider) }
        if shelters { return try tellShelters(desk) }
        let zone = try desk.zone()
        let found = past ? try all(desk) : try desk.store.staysNow(at: provider)
        if options.json { return try Output.rows(found.map { $0.row(zone) }) }
        var table = TextTable(
            ["id", "provider", "category", "since", "until", "status"].map { say("cli.field.\($0)") })
        for stay in found {
            table.add([
                "\(stay.id)", stay.provider, ListID.resident.label(stay.category), stay.admittedOn.description,
                stay.expectedUntil?.description ?? "-",
                stay.leftBecause.map { ListID.leftBecause.label($0) } ?? say("cli.stay.here"),
            ])
        }
        try table.print()
    }

    private func all(_ desk: Desk) throws -> [Stay] {
        var found: [Stay] = []
        while true {
            let page = try desk.store.stays(at: provider, before: found.last, limit: 500)
            found += page
            if page.count < 500 { return found }
        }
    }

    private func tellShelters(_ desk: Desk) throws {
        let occupancies = try desk.occupancies().filter { provider == nil || $0.key == provider }
        let codes = occupancies.keys.sorted()
        if options.json { return try Output.rows(codes.map { row($0, occupancies[$0]) }) }
        var table = TextTable(["provider", "free", "places", "composition"].map { say("cli.field.\($0)") })
        for code in codes {
            guard let now = occupancies[code] else { continue }
            let groups = now.composition.map { "\(ListID.resident.label($0.category)) \($0.count)" }
            table.add([code, String(now.free), String(now.places), groups.joined(separator: ", ")])
        }
        try table.print()
    }

    private func row(_ code: String, _ now: Occupancy?) -> JSONValue {
        guard let now else { return .null }
        let groups = now.composition.map { (name: $0.category, value: JSONValue.number($0.count)) }
        return [
            "provider": .string(code), "places": .number(now.places), "taken": .number(now.taken),
            "free": .number(now.free), "next_free": .string(now.nextFree?.expected?.description),
            "free_overdue_since": .string(now.nextFree?.overdueSince?.description),
            "composition": .object(groups),
        ]
    }
}

extension Stay {
    fileprivate func row(_ zone: ZoneRules) -> JSONValue {
        [
            "id": .id(id), "provider": .string(provider), "category": .string(category), "case": .id(self.case),
            "referral": .id(referral), "donor": .string(donor), "admitted": .time(admittedAt, zone),
            "business_date": .string(admittedOn.description), "until": .string(expectedUntil?.description),
            "override": .string(overriddenBecause), "left": .time(leftAt, zone), "left_because": .string(leftBecause),
        ]
    }
}
