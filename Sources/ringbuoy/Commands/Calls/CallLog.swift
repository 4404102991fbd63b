import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A call that is over goes into the journal: entered, raised where it is an
/// SOS, and finalised in one act.
struct CallLog: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "log", abstract: say("cli.call.log"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.call.line"), valueName: "code"))
    var line: String?
    @Option(help: ArgumentHelp(say("cli.call.visit"), valueName: "visit"))
    var visit: String?
    @OptionGroup var fields: CallFields
    @OptionGroup var caller: CallerFields

    func run() throws {
        guard fields.standardInputs + caller.standardInputs < 2 else {
            throw UsageError(say("cli.usage.one_standard_input"))
        }
        let desk = try options.open(as: actor.who(options))
        let known = try knownVisit(desk)
        let line =
            try line ?? known?.line(of: desk.hotline) ?? desk.hotline.linesOpen(on: desk.today).first?.code ?? ""
        let zone = try desk.zone(ofLine: line)
        var entry = try fields.entry(over: nil, desk, zone)
        complete(&entry.content)

        let id = desk.newID(Call.self)
        var commands = try begin(id, line, known, &entry, desk, zone)
        var escalation: EscalationID?
        if entry.content.callClass == .sos {
            let raised = desk.newID(Escalation.self)
            commands.append(.escalation(raised, .raise(call: id)))
            escalation = raised
        }
        commands += try caller.clues(id, desk)
        commands.append(.call(id, .finalise))
        try desk.perform(commands, by: actor.who(options))
        try tell(desk.store.call(id), id, escalation, desk)
    }

    private func knownVisit(_ desk: Desk) throws -> Visit? {
        guard let visit else { return nil }
        guard line == nil, fields.started == nil, fields.minutes == nil else {
            throw UsageError(say("cli.usage.visit_knows"))
        }
        guard let known = try VisitID(visit).flatMap(desk.store.visit) else { throw Refusal(CallRule.unknownVisit) }
        return known
    }

    /// A call entered with its times, or one made of a visit that the switch knows the times of.
    private func begin(
        _ id: CallID, _ line: String, _ visit: Visit?, _ entry: inout CallEntry, _ desk: Desk, _ zone: ZoneRules
    ) throws -> [Command] {
        guard let visit else {
            let (started, ended) = try times(desk.now, zone)
            return [.call(id, .enter(line: line, started: started, ended: ended, entry))]
        }
        let usual = desk.hotline.line(line)
        entry.content.country = entry.content.country ?? visit.facts.knownCountry ?? usual?.countries.first
        entry.content.language = entry.content.language ?? visit.facts.knownLanguage ?? usual?.languages.first
        return [.call(id, .answer(visit.id)), .call(id, .save(entry))]
    }

    /// Unless its start was typed, the call has just ended.
    private func times(_ now: Instant, _ zone: ZoneRules) throws -> (started: Instant, ended: Instant) {
        let duration = fields.duration ?? .minutes(1)
        if let started = try fields.started?.instant(zone) { return (started, started + duration) }
        return (now - duration, now)
    }

    /// A code of its own says that a call is non-counselling; any other class
    /// has the outcome it mostly has.
    private func complete(_ content: inout CallContent) {
        if content.callClass == nil, content.code != nil { content.callClass = .nonCounselling }
        guard content.outcome == nil, let callClass = content.callClass else { return }
        content.outcome = callClass.usualOutcome
    }

    private func tell(_ call: Call?, _ id: CallID, _ escalation: EscalationID?, _ desk: Desk) throws {
        let known = try call.flatMap { try desk.store.recognition(of: $0) }
        if options.json {
            var answer: JSONValue = ["id": .id(id)]
            if let escalation { answer = answer + ["escalation": .id(escalation)] }
            if let known = known?.json { answer = answer + ["recognised": known] }
            try Output.line(answer.compact)
        } else {
            let key = escalation == nil ? "cli.call.logged" : "cli.call.logged_sos"
            let number = call?.number ?? "\(id)"
            try Output.line(say(key, ["number": number]))
            if let known {
                let sentence = say.recognised(known, today: try desk.today)
                try Output.line(say("cli.call.recognised", ["number": number, "known": sentence]))
            }
        }
        guard let call, call.placement.offShift, call.content.callClass != .nonCounselling,
            call.content.offShiftReason == nil
        else { return }
        Output.note(say("cli.call.off_shift", ["number": call.number, "operator": call.operatorCode]))
    }
}

extension CallClass {
    /// What comes of most calls of this class; nil where an outcome is not asked for.
    var usualOutcome: String? {
        switch self {
        case .information: "information_given"
        case .counselling: "consultation_given"
        case .sos: "escalated"
        case .followUp, .professional: "no_further_action"
        case .nonCounselling: nil
        }
    }
}

extension Visit {
    /// Nil for a queue that is mapped to none of the hotline's lines.
    fileprivate func line(of hotline: Hotline) -> String? { hotline.line(facts.line)?.code }
}
