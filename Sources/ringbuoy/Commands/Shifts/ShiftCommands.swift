import ArgumentParser
import Wording

struct ShiftCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shift", abstract: say("cli.shift"),
        subcommands: [
            ShiftShow.self, ShiftConfirm.self, ShiftSignOn.self, ShiftSignOff.self, HandoverCommands.self,
            ShiftCover.self, ShiftSwap.self, ShiftAdd.self, ShiftCancel.self, ShiftPlan.self, ShiftEnd.self,
        ])
}
