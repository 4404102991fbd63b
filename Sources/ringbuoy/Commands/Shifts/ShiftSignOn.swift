import ArgumentParser
import HotlineDomain
import HotlineStore
import Wording

/// Coming on duty: to the shift that is planned, or with a reason to one that is not.
struct ShiftSignOn: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sign-on", abstract: say("cli.shift.sign_on"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.shift.sign_on.reason", ListID.offShiftBecause.codes), valueName: "code"))
    var reason: String?
    @Option(help: ArgumentHelp(say("cli.shift.sign_on.until"), valueName: "time"))
    var until: Moment?

    /// How long an unplanned shift lasts where neither its end nor a pattern says it.
    private static let unplannedLength = Span.hours(8)

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        if let planned = try desk.store.shiftToSignOn(actor.who(options), at: desk.now) {
            if let until { try refuse(until, planned, desk) }
            try desk.perform([.shift(planned.id, .signOn)], by: actor.who(options))
            if reason != nil {
                Output.note(say("cli.shift.reason_unneeded", ["operator": try actor.who(options)]))
            }
            return try Output.tell(planned.id, desk, options)
        }
        let id = desk.newID(Shift.self)
        try desk.perform([.shift(id, .signOnUnplanned(reason: reason ?? "", end: end(desk)))], by: actor.who(options))
        try Output.tell(id, desk, options)
    }

    /// A planned shift ends when it is planned to; other hours are another shift.
    private func refuse(_ until: Moment, _ planned: Shift, _ desk: Desk) throws {
        let zone = try desk.zone()
        guard try until.instant(zone) != planned.plannedEnd else { return }
        let code = try actor.who(options)
        throw UsageError(
            say(
                "cli.usage.shift_is_planned",
                ["operator": code, "option": "--until", "time": zone.spoken(planned.plannedEnd)]))
    }

    private func end(_ desk: Desk) throws -> Instant {
        let zone = try desk.zone()
        if let until { return try until.instant(zone) }
        let running = desk.hotline.answeringPattern(at: desk.now, zone: zone)
        return running?.pattern.hours(on: running?.businessDate ?? zone.date(at: desk.now), zone: zone).upperBound
            ?? desk.now + ShiftSignOn.unplannedLength
    }
}

/// Going home with nothing open; else a handover comes first.
struct ShiftSignOff: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sign-off", abstract: say("cli.shift.sign_off"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let shift = try desk.ownShift(of: actor.who(options))
        try desk.perform([.shift(shift.id, .end)], by: actor.who(options))
        try Output.tell(shift.id, desk, options)
    }
}
