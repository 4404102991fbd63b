import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A verb that changes one entry of the set-up, by its code: an operator, a
/// line, a provider, a territory.
protocol SetUpAct: ParsableCommand {
    var code: String { get }
    var options: StoreOptions { get }
    var actor: AdminOption { get }
    func command(_ desk: Desk) throws -> HotlineCommand
    /// What is said when it is done.
    var done: String { get }
}

struct AdminOption: ParsableArguments {
    @Option(name: .customLong("operator"), help: ArgumentHelp(say("cli.option.admin"), valueName: "code"))
    var code: String?

    /// Where nobody is named: who signed in; in an open store the program itself.
    func who(_ desk: Desk) -> String { code ?? desk.identity.person ?? desk.signedIn ?? Stamp.systemCode }
}

extension SetUpAct {
    func run() throws {
        let desk = try options.open(as: actor.code)
        try desk.perform([.hotline(command(desk))], by: actor.who(desk))
        if try desk.store.hotline().zone != desk.hotline.zone {
            // The roster is read off the clock of the first line.
            try desk.store.planShifts(by: actor.who(desk), at: desk.now, replacing: true)
        }
        try Output.done(options.json, ["code": .string(code)], done)
    }
}
