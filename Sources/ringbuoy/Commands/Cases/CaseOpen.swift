import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A case that no escalation opened: somebody walked in, or was referred in.
/// It is marked so in every count.
struct CaseOpen: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: say("cli.case.open"))

    enum Origin: String, CaseIterable, ExpressibleByArgument {
        case walkIn = "walk_in"
        case referredIn = "referred_in"
    }

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.case.origin"), valueName: "origin"))
    var origin: Origin

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let id = desk.newID(Case.self)
        try desk.perform([.case(id, .open(origin == .walkIn ? .walkIn : .referredIn))], by: actor.who(options))
        let number = try desk.store.case(id)?.number ?? "\(id)"
        try Output.done(
            options.json, ["id": .id(id), "number": .string(number)], say("cli.case.opened", ["number": number]))
    }
}
