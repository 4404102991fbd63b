import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import StoreSQLite
import Wording

struct KeyCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: say("cli.key"), subcommands: [KeyRotate.self])
}

/// A new hotline's key, when somebody may have the old one: a laptop that was
/// taken while it was open, a recovery key that was read.
struct KeyRotate: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rotate", abstract: say("cli.key.rotate"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Flag(help: ArgumentHelp(say("cli.key.rotate.lose_drafts")))
    var loseDrafts = false

    func run() throws {
        let desk = try options.openUnread()
        if case .open = desk.store.access { throw Refusal(SignInRule.storeIsOpen) }
        try desk.refuseSharedKey()
        let source = try options.identity.source ?? .terminal(prompt: say("cli.prompt.passphrase"))
        let recovery = RecoveryKey.make()
        let removed = try desk.store.turnKey(
            by: actor.who(options), source.read(), recovery: recovery, losingDrafts: loseDrafts, at: desk.now)
        try Output.done(options.json, ["without_slot": .strings(removed)], say("cli.key.rotate.done"))
        if !removed.isEmpty {
            Output.note(say("cli.key.rotate.slots", n: removed.count, ["operators": removed.joined(separator: ", ")]))
        }
        Output.note(say("cli.key.rotate.backups"))
        for line in ["recovery_first", "recovery_key", "recovery_last"] {
            Output.note(say("cli.init.\(line)", ["key": recovery.printed]))
        }
        // Last: whatever is in its way, the printed key has been told, and nobody can be told it again.
        try SignInFile(forStore: desk.engine.beside ?? desk.path).remove()
    }
}
