import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A way in for an operator: a first one, a new one for a lost passphrase, or
/// none at all. With the printed recovery key when nobody else can issue one.
struct OperatorSlot: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "slot", abstract: say("cli.operator.slot"))

    @Argument(help: ArgumentHelp(say("cli.operator.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @OptionGroup var new: NewPassphrase
    @Flag(help: ArgumentHelp(say("cli.operator.slot.remove")))
    var remove = false
    @Option(help: ArgumentHelp(say("cli.operator.slot.recovery_file"), valueName: "file"))
    var recoveryFile: String?
    @Flag(help: ArgumentHelp(say("cli.operator.slot.recover")))
    var recover = false

    func run() throws {
        if recover, recoveryFile != nil { throw UsageError(say("cli.usage.one_recovery_key")) }
        if remove, new.isGiven { throw UsageError(say("cli.usage.remove_makes_none")) }
        let desk = try recover || recoveryFile != nil ? recovered() : options.open(as: actor.code)
        let issuer = actor.who(desk)
        if remove {
            try desk.store.removeSlot(of: code, by: issuer, at: desk.now)
        } else {
            try desk.store.issueSlot(for: code, new.read(for: code), by: issuer, at: desk.now)
        }
        try Output.done(
            options.json, ["code": .string(code)],
            say(remove ? "cli.operator.slot.removed" : "cli.operator.slot.done", ["operator": code]))
    }

    /// The printed key stands for the admin whose slot is made anew.
    private func recovered() throws -> Desk {
        let desk = try options.openUnread()
        let typed =
            try recoveryFile.map { try PassphraseSource.file($0).line() }
            ?? PassphraseSource.terminal(prompt: say("cli.prompt.recovery_key")).line()
        try desk.store.recover(typed: typed, as: actor.code ?? code, at: desk.now)
        return desk
    }
}
