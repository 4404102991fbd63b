import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

struct StayCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stay", abstract: say("cli.stay"),
        subcommands: [StayAdmit.self, StayExpect.self, StayLeave.self, StayList.self])
}

/// Somebody is taken in.
struct StayAdmit: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "admit", abstract: say("cli.stay.admit"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.stay.provider"), valueName: "code"))
    var provider: String
    @Option(help: ArgumentHelp(say("cli.stay.category", ListID.resident.codes), valueName: "code"))
    var category: String
    @Option(name: .customLong("case"), help: ArgumentHelp(say("cli.stay.case"), valueName: "case"))
    var caseName: String?
    @Option(help: ArgumentHelp(say("cli.stay.referral"), valueName: "referral"))
    var referral: String?
    @Option(help: ArgumentHelp(say("cli.option.donor"), valueName: "code"))
    var donor: String?
    @Option(help: ArgumentHelp(say("cli.stay.at"), valueName: "time"))
    var at: Moment?
    @Option(help: ArgumentHelp(say("cli.stay.until"), valueName: "date"))
    var until: BusinessDate?
    @Option(help: ArgumentHelp(say("cli.stay.override", ListID.fullOverriddenBecause.codes), valueName: "code"))
    var override: String?

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let id = desk.newID(Stay.self)
        let admission = Admission(
            provider: provider, category: category, at: try at?.instant(desk.zone()) ?? desk.now,
            case: try caseName.map { try desk.store.case(named: $0).id },
            referral: try referral.map { try desk.store.referral(named: $0).id }, donor: donor, expectedUntil: until,
            overriddenBecause: override)
        try desk.perform([.stay(id, .admit(admission))], by: actor.who(options))
        try Output.tell(id, provider, desk, options)
    }
}

/// When a place is expected to be free again.
struct StayExpect: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "expect", abstract: say("cli.stay.expect"))

    @Argument(help: ArgumentHelp(say("cli.stay.id"), valueName: "stay"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.stay.until"), valueName: "date"))
    var until: BusinessDate?

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let stay = try desk.store.stay(named: id)
        try desk.perform([.stay(stay.id, .expect(until: until))], by: actor.who(options))
        try Output.tell(stay.id, stay.provider, desk, options)
    }
}

/// Somebody left.
struct StayLeave: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "leave", abstract: say("cli.stay.leave"))

    @Argument(help: ArgumentHelp(say("cli.stay.id"), valueName: "stay"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.stay.because", ListID.leftBecause.codes), valueName: "code"))
    var because: String
    @Option(help: ArgumentHelp(say("cli.stay.at"), valueName: "time"))
    var at: Moment?

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let stay = try desk.store.stay(named: id)
        try desk.perform(
            [.stay(stay.id, .leave(at: try at?.instant(desk.zone()) ?? desk.now, because: because))],
            by: actor.who(options))
        try Output.tell(stay.id, stay.provider, desk, options)
    }
}

extension Output {
    /// How the shelter stands now.
    fileprivate static func tell(
        _ id: StayID, _ provider: String, _ desk: Desk, _ options: StoreOptions
    ) throws {
        guard let now = try desk.occupancies()[provider] else { return }
        let words = ["provider": provider, "taken": String(now.taken), "places": String(now.places)]
        try done(
            options.json,
            ["id": .id(id), "provider": .string(provider), "places": .number(now.places), "free": .number(now.free)],
            say("cli.stay.done", words))
    }
}

extension Store {
    func stay(named name: String) throws -> Stay {
        guard let id = StayID(name), let found = try stay(id) else { throw Refusal(StayRule.unknown) }
        return found
    }

    func entry(named name: String) throws -> Entry {
        guard let id = EntryID(name), let found = try entry(id) else { throw Refusal(EntryRule.unknown) }
        return found
    }
}
