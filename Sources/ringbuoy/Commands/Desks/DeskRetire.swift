import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A desk works no more: its machine is lost, or nobody sits there. Told at the server, from wherever.
struct DeskRetire: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retire", abstract: say("cli.desk.retire"), discussion: say("cli.desk.retire.discussion"))

    @Argument(help: ArgumentHelp(say("cli.desk.retire.desk"), valueName: "desk"))
    var named: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
        let code = try actor.who(options)
        let house = try options.open(as: code).house()
        let desk = try found(house.store.desks())
        try house.perform([.access(.retireDesk(desk.mark))], by: code)
        try Output.done(
            options.json, ["desk": .number(desk.mark.number), "name": .text(desk.name), "retired_by": .text(code)],
            say("cli.desk.retire.done", ["desk": desk.mark.description, "name": desk.name]))
    }

    /// By its number, else by its name: of several that had it the one that works.
    private func found(_ desks: [EnrolledDesk]) throws(Refusal) -> EnrolledDesk {
        let ofName = desks.filter { folded($0.name) == folded(named) }
        let known =
            desks.first { $0.mark.description == named } ?? ofName.first { $0.retired == nil } ?? ofName.last
        guard let known else { throw Refusal(DeskRule.unknown, ["desk": named]) }
        return known
    }
}
