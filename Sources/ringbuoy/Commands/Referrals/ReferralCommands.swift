import ArgumentParser
import Wording

struct ReferralCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "referral", abstract: say("cli.referral"),
        subcommands: [
            ReferralList.self, ReferralShow.self, ReferralAdd.self, ReferralSend.self, ReferralAnswer.self,
            ReferralStart.self, ReferralChase.self, ReferralDeliver.self, ReferralOutcome.self, ReferralRevoke.self,
            ReferralDelivered.self,
        ])
}
