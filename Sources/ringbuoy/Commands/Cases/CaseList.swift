import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

struct CaseList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.case.list"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var range: ListRange

    func run() throws {
        let desk = try options.open(for: .readCases)
        let zone = try desk.zone()
        let found = try range.pages { before, limit in
            try desk.store.cases(range.open ? .open : .any, from: before, limit: limit)
        }
        if options.json { return try Output.rows(found.map { $0.row(zone) }) }
        var table = TextTable(["number", "opened", "origin", "status", "referred"].map { say("cli.field.\($0)") })
        for file in found {
            table.add([
                file.number, zone.spoken(file.openedAt), say("cli.origin.\(file.origin.code)"),
                say("cli.status.case.\(file.status.rawValue)"), file.referredOn?.description ?? "-",
            ])
        }
        try table.print()
    }
}

extension Case {
    func row(_ zone: ZoneRules) -> JSONValue {
        var escalation: EscalationID?
        if case .escalation(let id) = origin { escalation = id }
        return [
            "id": .id(id), "number": .string(number), "origin": .string(origin.code), "escalation": .id(escalation),
            "opened": .time(openedAt, zone), "business_date": .string(businessDate.description),
            "status": .string(status.rawValue), "closing_reason": .string(closing?.reason),
            "proposed_by": .string(closing?.proposedBy), "merged_into": .id(mergedInto),
            "referred_on": .string(referredOn?.description),
        ]
    }
}
