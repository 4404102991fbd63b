import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import StoreSQLite
import Wording

/// One passphrase for the commands that follow, until nobody used it for a while.
struct SignInCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sign-in", abstract: say("cli.sign_in"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
        let desk = try options.openUnread()
        if case .open = desk.store.access { throw Refusal(SignInRule.storeIsOpen) }
        let source = try options.identity.source ?? .terminal(prompt: say("cli.prompt.passphrase"))
        try desk.store.signIn(actor.who(options), source.read(), at: desk.now)
        try SignInFile(forStore: desk.engine.beside ?? desk.path).write(
            SignInFile.Content(person: actor.who(options), usedAt: desk.now, key: desk.store.handOn()))
        try Output.done(
            options.json, ["operator": .text(actor.who(options))],
            say("cli.sign_in.done", n: desk.hotline.settings.idleLockSeconds / 60, ["operator": actor.who(options)]))
    }
}

struct SignOutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sign-out", abstract: say("cli.sign_out"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.openUnread()
        let file = try SignInFile(forStore: desk.engine.beside ?? desk.path)
        if let found = file.read() {
            // Gone first: a key that opens nothing any more is not left lying either.
            file.remove()
            do {
                try desk.store.resume(found.person, found.key)
                try desk.store.signOut(at: desk.now)
            } catch is Refusal, StoreError.wrongKey {
                // Whoever signed in was disabled since, or the slot or the key is another.
            }
        }
        try Output.done(options.json, [:], say("cli.sign_out.done"))
    }
}

/// A new passphrase for one's own slot.
struct PassphraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "passphrase", abstract: say("cli.passphrase"))

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @OptionGroup var new: NewPassphrase

    func run() throws {
        let desk = try options.openUnread()
        if case .open = desk.store.access { throw Refusal(SignInRule.storeIsOpen) }
        let source = try options.identity.source ?? .terminal(prompt: say("cli.prompt.passphrase"))
        let old = try source.read()
        // A wrong one is refused before anybody thinks of another one.
        try desk.store.signIn(actor.who(options), old, at: desk.now)
        try desk.store.changePassphrase(of: actor.who(options), from: old, to: new.read(), at: desk.now)
        try Output.done(
            options.json, ["operator": .text(actor.who(options))],
            say("cli.passphrase.done", ["operator": actor.who(options)]))
    }
}

/// A passphrase that is not yet anybody's: typed twice, or read from elsewhere.
struct NewPassphrase: ParsableArguments {
    @Option(help: ArgumentHelp(say("cli.option.new_passphrase_file"), valueName: "file"))
    var newPassphraseFile: String?
    @Option(
        name: .customLong("new-passphrase-fd"),
        help: ArgumentHelp(say("cli.option.new_passphrase_fd"), valueName: "n"))
    var newPassphraseDescriptor: Int32?

    /// It need not be typed.
    var isGiven: Bool { newPassphraseFile != nil || newPassphraseDescriptor != nil }

    /// `code`: whose, where it is not that of whoever acts.
    func read(for code: String? = nil) throws -> Passphrase {
        switch (newPassphraseFile, newPassphraseDescriptor) {
        case (let file?, nil): return try PassphraseSource.file(file).read()
        case (nil, let number?): return try PassphraseSource.descriptor(number).read()
        case (.some, .some): throw UsageError(say("cli.usage.one_passphrase"))
        case (nil, nil): return try NewPassphrase.typed(for: code)
        }
    }

    /// Twice, since nobody sees it. Asked for again until both are the same and
    /// good enough: whatever would be asked next might show what is typed.
    static func typed(for code: String? = nil) throws -> Passphrase {
        var triesLeft = triesMax
        while true {
            triesLeft -= 1
            do {
                let first = try PassphraseSource.terminal(prompt: prompt(for: code)).line()
                let passphrase = Passphrase(first)
                try passphrase.check()
                let again = try PassphraseSource.terminal(prompt: say("cli.prompt.again")).line()
                guard first == again else { throw UsageError(say("cli.usage.passphrases_differ")) }
                return passphrase
            } catch {
                guard triesLeft > 0, PassphraseSource.hasTerminal else { throw error }
                for line in Complaint(error).lines { Output.note(line) }
            }
        }
    }

    /// Somebody who never gets it right has another reason.
    private static let triesMax = 5

    private static func prompt(for code: String?) -> String {
        code.map { say("cli.prompt.new_passphrase_of", ["operator": $0]) } ?? say("cli.prompt.new_passphrase")
    }
}
