import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A draft that is none: it goes, and a trace of it stays.
struct CallDiscard: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "discard", abstract: say("cli.call.discard"))

    @Argument(help: ArgumentHelp(say("cli.call.id"), valueName: "call"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.call.discard.reason", ListID.discardedBecause.codes), valueName: "code"))
    var reason: String

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let call = try desk.store.call(named: id)
        try desk.perform([.call(call.id, .discard(reason: reason))], by: actor.who(options))
        try Output.done(
            options.json, ["id": .id(call.id)], say("cli.call.discarded", ["number": call.number]))
    }
}
