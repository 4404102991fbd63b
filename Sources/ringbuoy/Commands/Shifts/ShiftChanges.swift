import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

// A roster that life has changed: somebody is away, two change places, a
// shift is added, the roster is planned further ahead.

/// Somebody is away; a substitute's own shift stands beside theirs.
struct ShiftCover: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "cover", abstract: say("cli.shift.cover"))

    @Argument(help: ArgumentHelp(say("cli.shift.id"), valueName: "shift"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.shift.cover.reason", ListID.absentBecause.codes), valueName: "code"))
    var reason: String
    @Option(help: ArgumentHelp(say("cli.shift.cover.by"), valueName: "code"))
    var by: String?

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let shift = try desk.store.shift(named: id)
        var commands: [Command] = [.shift(shift.id, .absent(reason: reason))]
        var substitute: ShiftID?
        if let by {
            let own = desk.newID(Shift.self)
            commands.append(.shift(own, shift.planned(for: by, insteadOf: shift.id)))
            substitute = own
        }
        try desk.perform(commands, by: actor.who(options))
        try Output.tell(substitute ?? shift.id, desk, options)
    }
}

/// Two people take each other's shift. The two rows that are cancelled stay:
/// by them the roster knows that it planned these turns once, and does not again.
struct ShiftSwap: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "swap", abstract: say("cli.shift.swap"))

    @Argument(help: ArgumentHelp(say("cli.shift.id"), valueName: "shift"))
    var first: String
    @Argument(help: ArgumentHelp(say("cli.shift.id"), valueName: "shift"))
    var second: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let (a, b) = (try desk.store.shift(named: first), try desk.store.shift(named: second))
        let (forA, forB) = (desk.newID(Shift.self), desk.newID(Shift.self))
        try desk.perform(
            [
                .shift(a.id, .cancel), .shift(b.id, .cancel), .shift(forA, a.planned(for: b.operatorCode)),
                .shift(forB, b.planned(for: a.operatorCode)),
            ], by: actor.who(options))
        try Output.done(
            options.json, ["shifts": .array([.id(forA), .id(forB)])],
            say("cli.shift.swapped", ["one": a.operatorCode, "other": b.operatorCode]))
    }
}

/// One more shift, which no roster plans.
struct ShiftAdd: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.shift.add"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(name: .customLong("for"), help: ArgumentHelp(say("cli.shift.add.for"), valueName: "code"))
    var whose: String
    @Option(help: ArgumentHelp(say("cli.shift.add.from"), valueName: "time"))
    var from: Moment
    @Option(help: ArgumentHelp(say("cli.shift.add.to"), valueName: "time"))
    var to: Moment
    @Option(help: ArgumentHelp(say("cli.shift.add.pattern"), valueName: "code"))
    var pattern: String?

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let zone = try desk.zone()
        let id = desk.newID(Shift.self)
        let (start, end) = (try from.instant(zone), try to.instant(zone))
        try desk.perform(
            [
                .shift(
                    id,
                    .plan(
                        operator: whose, pattern: pattern, businessDate: zone.date(at: start), start: start,
                        end: end, substituteFor: nil))
            ], by: actor.who(options))
        try Output.tell(id, desk, options)
    }
}

/// Shifts are planned from the roster, through the days the hotline plans ahead.
struct ShiftPlan: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "plan", abstract: say("cli.shift.plan"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .planShifts)
        let planned = try desk.store.planShifts(by: Stamp.systemCode, at: desk.now)
        try Output.done(
            options.json, ["planned": .number(planned.planned), "cancelled": .number(planned.cancelled)],
            say("cli.shift.planned", n: planned.planned))
    }
}

extension Shift {
    /// The same hours for somebody else.
    fileprivate func planned(for code: String, insteadOf absent: ShiftID? = nil) -> ShiftCommand {
        .plan(
            operator: code, pattern: pattern, businessDate: businessDate, start: plannedStart, end: plannedEnd,
            substituteFor: absent)
    }
}
