import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineStore
import Wording

/// The console at a desk.
struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "console", abstract: say("cli.console"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        try ConsoleSession.prepare()
        try ConsoleSession(options.openUnread().staying()).run(as: options.identity.person)
    }
}
