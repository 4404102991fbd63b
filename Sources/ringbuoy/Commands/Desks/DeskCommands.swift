import ArgumentParser
import Wording

/// A desk that has joined a server, and how it stands with it.
struct DeskCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: say("cli.desk"),
        subcommands: [DeskStatus.self, DeskSync.self, DeskList.self, DeskRetire.self, DeskRole.self])
}
