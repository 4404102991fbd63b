import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

struct EscalationList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.escalation.list"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var range: ListRange

    func run() throws {
        let desk = try options.open(for: .readCalls)
        let zone = try desk.zone()
        let found = try range.pages { before, limit in
            try desk.store.escalations(range.open ? .open : .any, from: before, limit: limit)
        }
        if options.json { return try Output.rows(found.map { $0.row(desk, zone) }) }
        var table = TextTable(["number", "raised", "status", "assignee", "outcome"].map { say("cli.field.\($0)") })
        for escalation in found {
            let overdue = escalation.isOverdue(at: desk.now, desk.hotline.settings)
            let status = say("cli.status.escalation.\(escalation.status.rawValue)")
            table.add([
                escalation.callNumber, zone.spoken(escalation.raisedAt),
                overdue ? say("cli.overdue", ["status": status]) : status, escalation.assignee ?? "-",
                ListID.escalationOutcome.label(escalation.outcome),
            ])
        }
        try table.print()
    }
}

extension Escalation {
    func row(_ desk: Desk, _ zone: ZoneRules) -> JSONValue {
        [
            "id": .id(id), "number": .string(callNumber), "call": .id(call),
            "business_date": .string(businessDate.description), "raised": .time(raisedAt, zone),
            "raised_by": .string(raisedBy), "status": .string(status.rawValue),
            "overdue": .flag(isOverdue(at: desk.now, desk.hotline.settings)), "kept_by": .string(keptBy),
            "assignee": .string(assignee), "acknowledged": .time(acknowledgedAt, zone), "outcome": .string(outcome),
            "case": .id(openedCase), "resolved": .time(resolvedAt, zone),
        ]
    }
}
