import ArgumentParser
import HotlineConsole
import Wording

/// The key tables of the console, as the page of the manual they are.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "keys", abstract: say("cli.keys"))

    @OptionGroup var options: AnswerOptions

    func run() throws { try Output.text(KeysManual.text(say.language)) }
}
