import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// One SOS: what the first minute told, and whom to call about it.
struct EscalationShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.escalation.show"))

    @Argument(help: ArgumentHelp(say("cli.escalation.id"), valueName: "escalation"))
    var id: String
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .readCalls)
        let escalation = try desk.store.escalation(named: id)
        try desk.look(at: Subject(.escalation, escalation.id.raw))
        let zone = try desk.zone()
        let call = try desk.store.call(escalation.call)
        let onDuty = try desk.store.live(at: desk.now).shiftsOn.map(\.operatorCode)
        let shown = Shown(
            escalation: escalation,
            place: options.json ? try desk.store.text(escalation.place) : try desk.store.said(escalation.place),
            emergency: EmergencyNumber.of(country: call?.content.country), country: call?.content.country,
            chain: escalation.isAcknowledged ? [] : escalation.chain(desk.hotline, onDuty: onDuty),
            toCall: escalation.toCall(desk.hotline, onDuty: onDuty, at: desk.now))
        let keeping = try desk.store.keeping(of: Subject(.escalation, escalation.id.raw))
        let divergence = try desk.store.divergence(of: Subject(.escalation, escalation.id.raw))
        let others = try Others(of: Subject(.escalation, escalation.id.raw), desk)
        if options.json {
            let row =
                escalation.row(desk, zone) + shown.row(zone) + keeping.row(zone) + divergence.row(zone)
                + others.row(zone)
            return try Output.line(row.compact)
        }
        var sheet = shown.sheet(desk, zone)
        divergence.add(to: &sheet, zone)
        try others.add(to: &sheet, .escalation, desk, zone)
        keeping.add(to: &sheet, zone)
        try sheet.print()
    }

    private struct Shown {
        let escalation: Escalation
        let place: String?
        let emergency: EmergencyNumber?
        let country: String?
        let chain: [Escalation.Step]
        let toCall: Escalation.Step?

        func row(_ zone: ZoneRules) -> JSONValue {
            [
                "answers": .object(
                    CodeLists.list(.sosQuestion).codes.map {
                        (name: $0.code, value: .string(escalation.answers[$0.code]))
                    }),
                "place": .string(place), "country": .string(country),
                "emergency_number": .string(emergency?.number),
                "emergency_number_source": .string(emergency?.source), "call_now": .string(toCall?.person),
                "chain": .array(
                    chain.map {
                        [
                            "operator": .string($0.person), "from": .time($0.from, zone),
                            "because": .string($0.because.rawValue),
                        ]
                    }),
            ]
        }

        func sheet(_ desk: Desk, _ zone: ZoneRules) -> Sheet {
            var sheet = Sheet(say("cli.sheet.escalation", ["number": escalation.callNumber]))
            let overdue = escalation.isOverdue(at: desk.now, desk.hotline.settings)
            let status = say("cli.status.escalation.\(escalation.status.rawValue)")
            sheet.add("cli.field.status", overdue ? say("cli.overdue", ["status": status]) : status)
            sheet.add("cli.field.raised", zone.spoken(escalation.raisedAt))
            sheet.add("cli.field.assignee", escalation.assignee)
            for question in CodeLists.list(.sosQuestion).codes {
                let answer = escalation.answers[question.code] ?? "not_asked"
                sheet.add(label: question.label(say.language.rawValue), ListID.answer.label(answer))
            }
            sheet.add("cli.field.place", place)
            sheet.add(
                "cli.field.emergency_number",
                emergency.map { "\($0.number) (\(ListID.country.label($0.country)))" }
                    ?? say("cli.escalation.no_number"))
            for step in chain {
                let key = step == toCall ? "cli.escalation.call_now" : "cli.escalation.call_from"
                sheet.add(
                    "cli.field.chain",
                    say(
                        key,
                        [
                            "operator": step.person, "time": zone.spoken(step.from),
                            "because": say("cli.escalation.because.\(step.because.rawValue)"),
                        ]))
            }
            sheet.add("cli.field.outcome", escalation.outcome.map { ListID.escalationOutcome.label($0) })
            return sheet
        }
    }
}
