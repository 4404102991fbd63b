import ArgumentParser
import Wording

struct CallCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: say("cli.call"),
        subcommands: [
            CallLog.self, CallList.self, CallVisits.self, CallShow.self, CallAmend.self, CallRecognise.self,
            CallDiscard.self,
        ])
}
