import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Has this caller called before? What is told is how many times, the last
/// date, and whether it was the same operator.
struct CallRecognise: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "recognise", abstract: say("cli.call.recognise"))

    @Argument(help: ArgumentHelp(say("cli.call.id"), valueName: "call"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @OptionGroup var fields: CallerFields
    @Option(help: ArgumentHelp(say("cli.call.recognise.forget"), valueName: "clue"))
    var forget: CallerSign?

    func run() throws {
        guard fields.isEmpty == (forget != nil) else { throw UsageError(say("cli.usage.no_clue")) }
        guard fields.standardInputs < 2 else { throw UsageError(say("cli.usage.one_standard_input")) }
        let desk = try options.open(as: actor.who(options))
        let call = try desk.store.call(named: id)
        let commands = try forget.map { [.call(call.id, .unrecognise($0))] } ?? fields.clues(call.id, desk)
        try desk.perform(commands, by: actor.who(options))
        let known = try desk.store.recognition(of: call.id)
        let today = try desk.today
        let sentence = known.map {
            say("cli.call.recognised", ["number": call.number, "known": say.recognised($0, today: today)])
        }
        let answer: JSONValue = ["id": .id(call.id)]
        try Output.done(
            options.json, known?.json.map { answer + ["recognised": $0] } ?? answer,
            sentence ?? say("cli.call.unrecognised", ["number": call.number]))
    }
}

extension CallerSign: ExpressibleByArgument {}

extension Store {
    /// Of a call as it is now.
    func recognition(of id: CallID) throws -> Recognition? { try call(id).flatMap { try recognition(of: $0) } }
}
