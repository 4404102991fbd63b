import ArgumentParser
import Wording

/// What a switch tells, into the store.
struct FeedCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed", abstract: say("cli.feed"),
        subcommands: [FeedAsterisk.self, FeedQueueLog.self, FeedReplay.self, FeedJSONLines.self])
}
