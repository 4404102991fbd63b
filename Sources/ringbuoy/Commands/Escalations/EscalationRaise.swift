import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// An SOS raised from a call that is not final yet.
struct EscalationRaise: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "raise", abstract: say("cli.escalation.raise"))

    @Argument(help: ArgumentHelp(say("cli.call.id"), valueName: "call"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let call = try desk.store.call(named: id)
        let escalation = desk.newID(Escalation.self)
        try desk.perform([.escalation(escalation, .raise(call: call.id))], by: actor.who(options))
        try Output.done(
            options.json, ["id": .id(escalation)], say("cli.escalation.raised", ["number": call.number]))
    }
}
