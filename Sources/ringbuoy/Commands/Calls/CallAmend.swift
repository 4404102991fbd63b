import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A final call is put right: what is typed replaces what stood there, and the
/// journal keeps both.
struct CallAmend: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "amend", abstract: say("cli.call.amend"))

    @Argument(help: ArgumentHelp(say("cli.call.id"), valueName: "call"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.call.amend.reason", ListID.amendedBecause.codes), valueName: "code"))
    var reason: String
    @Option(help: ArgumentHelp(say("cli.call.amend.revision"), valueName: "n"))
    var revision: Count?
    @OptionGroup var fields: CallFields

    func run() throws {
        guard fields.standardInputs < 2 else { throw UsageError(say("cli.usage.one_standard_input")) }
        let desk = try options.open(as: actor.who(options))
        let call = try desk.store.call(named: id)
        let zone = try desk.zone(ofLine: call.line)
        let started = try fields.started?.instant(zone) ?? call.started
        let duration = fields.duration ?? (call.ended ?? call.started) - call.started
        let entry = try fields.entry(over: call, desk, zone)
        try desk.perform(
            [
                .call(
                    call.id,
                    .amend(
                        revision: revision?.value ?? call.revision, reason: reason, started: started,
                        ended: started + duration, entry))
            ], by: actor.who(options))
        let amended = try desk.store.call(named: call.number)
        try Output.done(
            options.json, ["id": .id(call.id), "revision": .number(amended.revision)],
            say("cli.call.amended", ["number": call.number, "revision": String(amended.revision)]))
    }
}
