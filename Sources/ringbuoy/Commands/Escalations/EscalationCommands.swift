import ArgumentParser
import Wording

struct EscalationCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "escalation", abstract: say("cli.escalation"),
        subcommands: [
            EscalationList.self, EscalationShow.self, EscalationRaise.self, EscalationSet.self, EscalationAssign.self,
            EscalationAcknowledge.self,
            EscalationReassign.self, EscalationResolve.self, EscalationReopen.self,
        ])
}
