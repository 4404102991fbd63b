import ArgumentParser
import Wording

/// The command line: nouns, then verbs.
struct Ringbuoy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ringbuoy", abstract: say("cli.ringbuoy"), version: Ringbuoy.version,
        subcommands: [
            ConsoleCommand.self, SignInCommand.self, SignOutCommand.self, PassphraseCommand.self,
            PracticeCommand.self, InitCommand.self, ProfileCommand.self, OperatorCommand.self,
            LineCommands.self, DonorCommands.self, SettingsCommand.self,
            CallCommands.self, EscalationCommands.self, CaseCommands.self, ReferralCommands.self,
            ProviderCommands.self, TerritoryCommands.self, StayCommands.self, MissionCommands.self,
            IndicatorCommands.self, ReturnCommands.self, TaskCommands.self, CallBackCommands.self, ShiftCommands.self,
            StatsCommand.self, ReportCommand.self, MonthCommands.self, ExportCommand.self, QueueCommand.self,
            FeedCommands.self, VerifyCommand.self,
            AuditCommand.self, BackupCommand.self, RestoreCommand.self, EraseCommand.self, RetentionCommand.self,
            KeyCommands.self, JoinCommand.self, MoveCommand.self, DeskCommands.self, KeysCommand.self,
        ])

    static let version = "0.1.0"

    @OptionGroup var options: StoreOptions

    /// Without a verb: the console, or on first run the way to one.
    func run() throws { try FirstRun(options).go() }
}
