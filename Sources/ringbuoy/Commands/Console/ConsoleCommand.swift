import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineStore
import Wording

/// The console at a desk.
struct ConsoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "console", abstract: say("cli.console"))

    @OptionGroup var options: StoreOptions
    @Option(name: .customLong("as"), help: ArgumentHelp(say("cli.console.as"), valueName: "code"))
    var code: String?

    func run() throws {
        try ConsoleSession.prepare()
        try ConsoleSession(options.open()).run(as: code)
    }
}
