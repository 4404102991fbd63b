import ArgumentParser
import FoundationEssentials
import Wording

/// An option that takes one value and was given two. The parser would keep the
/// last without a word, and a figure would be of something else than was asked.
enum RepeatedOption {
    static func refuse(_ arguments: [String]) throws {
        let typed = arguments.prefix { $0 != "--" }
        let names = typed.filter { $0.hasPrefix("--") }.map(name)
        // The parser's own description is read only where a name stands twice.
        guard Set(names).count < names.count else { return }
        var command = try JSONDecoder().decode(Description.self, from: Data(Ringbuoy._dumpHelp().utf8)).command
        var given: Set<String> = []
        var rest = typed[...]
        while let argument = rest.popFirst() {
            if let verb = command.subcommands?.first(where: { $0.commandName == argument }) {
                command = verb
            } else if let option = command.option(name(argument)) {
                if !argument.contains("=") { rest = rest.dropFirst() }
                guard given.insert(name(argument)).inserted || option.isRepeating else {
                    throw UsageError(say("cli.usage.given_twice", ["option": name(argument)]))
                }
            }
        }
    }

    /// `--limit` of `--limit=3`.
    private static func name(_ argument: String) -> String { String(argument.prefix { $0 != "=" }) }

    /// What the parser says of its commands.
    private struct Description: Decodable {
        let command: Command

        struct Command: Decodable {
            let commandName: String
            let subcommands: [Command]?
            let arguments: [Argument]?

            func option(_ name: String) -> Argument? {
                arguments?.first { $0.kind == "option" && $0.names?.contains { "--" + $0.name == name } == true }
            }
        }

        struct Argument: Decodable {
            let kind: String
            let isRepeating: Bool
            let names: [Name]?
        }

        struct Name: Decodable {
            let name: String
        }
    }
}
