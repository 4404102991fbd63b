import ArgumentParser
import HotlineDomain
import HotlineProfiles
import HotlineStore
import StoreSQLite
import Wording

/// Which store a command is about: taken before the nouns or behind the verb.
///
/// Few groups within it: of a group within groups the parser, as it is built for tests, proves the names anew for
/// each one around it, several times over, which was half of what a verb took.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("cli.option.store"), valueName: "path"))
    var store: FileName?
    @Option(help: ArgumentHelp(say("cli.option.hotline"), valueName: "code"))
    var hotline: String?
    /// A group of its own: so one that was given before the nouns reaches verbs that need no store.
    @OptionGroup var answer: AnswerOptions
    @Option(name: .customLong("as"), help: ArgumentHelp(say("cli.option.as"), valueName: "code"))
    var person: String?
    @Option(help: ArgumentHelp(say("cli.option.passphrase_file"), valueName: "file"))
    var passphraseFile: String?
    @Option(name: .customLong("passphrase-fd"), help: ArgumentHelp(say("cli.option.passphrase_fd"), valueName: "n"))
    var passphraseDescriptor: Int32?

    var json: Bool { answer.json }
    var identity: IdentityOptions {
        IdentityOptions(person: person, passphraseFile: passphraseFile, passphraseDescriptor: passphraseDescriptor)
    }
    var path: String {
        get throws { try store?.path ?? Environment.defaultStore() }
    }

    /// The store as it is now, for a person: whoever `--operator` names, else
    /// `--as`, else who signed in before.
    func open(as code: String? = nil) throws -> Desk {
        let desk = try openUnread()
        try desk.identity.prove(code ?? identity.person, desk)
        return desk
    }

    /// For somebody whose duty this is.
    func open(for duty: Duty) throws -> Desk {
        let desk = try open()
        try desk.require(duty)
        return desk
    }

    /// The store as it is now, for what tells nobody's words and no list:
    /// proving it, copying it, coming in.
    func openUnread() throws -> Desk {
        let desk = try Desk(opening: path, identity: Identity(person: identity.person, source: identity.source))
        try check(desk.hotline.code)
        LastShipping.watch(desk.store)
        if desk.engine.onlyReads { Output.note(say("cli.only_reads")) }
        return desk
    }

    /// A store holds one hotline: naming another one is a mistake to be told of.
    func check(_ code: String) throws(Refusal) {
        guard let hotline, hotline != code else { return }
        throw Refusal(HotlineRule.otherHotline, ["hotline": code, "other": hotline])
    }
}

/// How a command answers: all there is to say where it needs no store.
struct AnswerOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("cli.option.lang"), valueName: "language"))
    var lang: Language?
    @Flag(help: ArgumentHelp(say("cli.option.json")))
    var json = false
}

/// How it is said who does something.
protocol NamingOption: ParsableArguments {
    /// Whom `--operator` names, else `--as`; nil where nobody is named, and that is no mistake.
    func person(_ options: StoreOptions) throws -> String?
}

/// Who does it: somebody has to be named.
struct ActorOption: NamingOption {
    @Option(name: .customLong("operator"), help: ArgumentHelp(say("cli.option.operator"), valueName: "code"))
    var code: String?

    func person(_ options: StoreOptions) throws -> String? { try who(options) }

    func who(_ options: StoreOptions) throws -> String {
        if let code = code ?? options.identity.person { return code }
        throw UsageError(say("cli.usage.missing_argument", ["argument": "--operator <code>"]))
    }
}
