import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

struct ReferralList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.referral.list"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var range: ListRange
    @Flag(help: ArgumentHelp(say("cli.referral.list.no_response")))
    var noResponse = false

    func run() throws {
        let desk = try options.open(for: .readCalls)
        let zone = try desk.zone()
        let found =
            noResponse
            ? try desk.store.referralsWithoutResponse(at: desk.now)
            : try range.pages { before, limit in
                try desk.store.referrals(range.open ? .open : .any, from: before, limit: limit)
            }
        if options.json { return try Output.rows(found.map { $0.row(zone) }) }
        var table = TextTable(["number", "provider", "service", "status", "outcome"].map { say("cli.field.\($0)") })
        for referral in found {
            let status = say("cli.status.referral.\(referral.status.rawValue)")
            table.add([
                referral.number, referral.provider, ListID.service.label(referral.service),
                referral.hasNoResponse(at: desk.now) ? say("cli.no_response", ["status": status]) : status,
                ListID.referralOutcome.label(referral.outcome),
            ])
        }
        try table.print()
    }
}

struct ReferralShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.referral.show"))

    @Argument(help: ArgumentHelp(say("cli.referral.id"), valueName: "referral"))
    var id: String
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .readCalls)
        let referral = try desk.store.referral(named: id)
        let zone = try desk.zone()
        let keeping = try desk.store.keeping(of: Subject(.referral, referral.id.raw))
        let divergence = try desk.store.divergence(of: Subject(.referral, referral.id.raw))
        let others = try Others(of: Subject(.referral, referral.id.raw), desk)
        if options.json {
            return try Output.line(
                (referral.row(zone) + keeping.row(zone) + divergence.row(zone) + others.row(zone)).compact)
        }
        var sheet = Sheet(say("cli.sheet.referral", ["number": referral.number]))
        sheet.add("cli.field.status", say("cli.status.referral.\(referral.status.rawValue)"))
        divergence.add(to: &sheet, zone)
        try others.add(to: &sheet, .referral, desk, zone)
        sheet.add("cli.field.provider", desk.hotline.provider(referral.provider)?.name ?? referral.provider)
        sheet.add("cli.field.service", ListID.service.label(referral.service))
        sheet.add("cli.field.consent", referral.consent.map { say("cli.consent.\($0.code)") })
        sheet.add("cli.field.sent", referral.sentAt.map(zone.spoken))
        sheet.add("cli.field.due", referral.status == .sent ? referral.dueAt.map(zone.spoken) : nil)
        sheet.add("cli.field.answered", referral.answered.map { "\(zone.spoken($0.at)), \($0.by)" })
        sheet.add(
            "cli.field.override", referral.fullOverriddenBecause.map { ListID.fullOverriddenBecause.label($0) })
        for received in referral.delivered {
            sheet.add(
                "cli.field.delivered",
                [ListID.service.label(received.service), received.donor ?? "-", "\(received.businessDate)"]
                    .joined(separator: ", "))
        }
        sheet.add("cli.field.outcome", referral.outcome.map { ListID.referralOutcome.label($0) })
        sheet.add("cli.field.kept_by", referral.keptBy)
        keeping.add(to: &sheet, zone)
        try sheet.print()
    }
}

extension Referral {
    func row(_ zone: ZoneRules) -> JSONValue {
        var because: String?
        if case .overridden(let code) = consent { because = code }
        let origin = origin.subject
        return [
            "id": .id(id), "number": .string(number), "origin": .string(origin.kind.rawValue),
            "origin_id": .id(CaseID(raw: origin.id)), "provider": .string(provider), "service": .string(service),
            "urgency": .string(urgency.rawValue), "status": .string(status.rawValue),
            "consent": .string(consent?.code), "consent_because": .string(because), "sent": .time(sentAt, zone),
            "due": .time(dueAt, zone), "chases": .number(chases), "rejected_because": .string(rejectedBecause),
            "outcome": .string(outcome), "source": .string(source?.rawValue), "added_by": .string(addedBy),
            "kept_by": .string(keptBy), "answered": .time(answered?.at, zone),
            "answered_by": .string(answered?.by), "override": .string(fullOverriddenBecause),
            "delivered": .array(
                delivered.map {
                    [
                        "service": .string($0.service), "donor": .string($0.donor),
                        "business_date": .string("\($0.businessDate)"),
                    ]
                }),
        ]
    }
}
