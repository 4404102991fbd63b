import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A verb that changes one escalation and nothing else.
protocol EscalationAct: ParsableCommand {
    var id: String { get }
    var options: StoreOptions { get }
    var actor: ActorOption { get }
    func command(_ escalation: Escalation, _ desk: Desk) throws -> EscalationCommand
}

extension EscalationAct {
    func run() throws {
        let desk = try options.open()
        let escalation = try desk.store.escalation(named: id)
        try desk.perform([.escalation(escalation.id, command(escalation, desk))], by: actor.code)
        guard let changed = try desk.store.escalation(escalation.id) else { return }
        let status = say("cli.status.escalation.\(changed.status.rawValue)")
        try Output.done(
            options.json, ["id": .id(changed.id), "status": .string(changed.status.rawValue)],
            say("cli.escalation.done", ["number": changed.callNumber, "status": status]))
    }
}

struct EscalationAssign: EscalationAct {
    static let configuration = CommandConfiguration(commandName: "assign", abstract: say("cli.escalation.assign"))

    @Argument(help: ArgumentHelp(say("cli.escalation.id"), valueName: "escalation"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.escalation.to"), valueName: "code"))
    var to: String

    func command(_ escalation: Escalation, _ desk: Desk) -> EscalationCommand { .assign(to: to) }
}

struct EscalationAcknowledge: EscalationAct {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: say("cli.escalation.acknowledge"))

    @Argument(help: ArgumentHelp(say("cli.escalation.id"), valueName: "escalation"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func command(_ escalation: Escalation, _ desk: Desk) -> EscalationCommand { .acknowledge }
}

struct EscalationReassign: EscalationAct {
    static let configuration = CommandConfiguration(
        commandName: "reassign", abstract: say("cli.escalation.reassign"))

    @Argument(help: ArgumentHelp(say("cli.escalation.id"), valueName: "escalation"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.escalation.to"), valueName: "code"))
    var to: String

    func command(_ escalation: Escalation, _ desk: Desk) -> EscalationCommand { .reassign(to: to) }
}

struct EscalationReopen: EscalationAct {
    static let configuration = CommandConfiguration(commandName: "reopen", abstract: say("cli.escalation.reopen"))

    @Argument(help: ArgumentHelp(say("cli.escalation.id"), valueName: "escalation"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.reopen.reason", ListID.reopenedBecause.codes), valueName: "code"))
    var reason: String
    @Option(help: ArgumentHelp(say("cli.option.words"), valueName: "text"))
    var words: GivenText?

    func command(_ escalation: Escalation, _ desk: Desk) throws -> EscalationCommand {
        .reopen(reason: reason, words: desk.written(try words.read()))
    }
}
