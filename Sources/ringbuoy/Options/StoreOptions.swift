import ArgumentParser
import HotlineDomain
import HotlineProfiles
import HotlineStore
import StoreSQLite
import Wording

/// Which store a command is about: taken before the nouns or behind the verb.
struct StoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("cli.option.store"), valueName: "path"))
    var store: FileName?
    @Option(help: ArgumentHelp(say("cli.option.hotline"), valueName: "code"))
    var hotline: String?
    @OptionGroup var answer: AnswerOptions

    var json: Bool { answer.json }
    var path: String {
        get throws { try store?.path ?? Environment.defaultStore() }
    }

    /// The store as it is now, for reading and for acting in it.
    func open() throws -> Desk {
        let desk = try Desk(opening: path)
        try check(desk.hotline.code)
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

/// Who does it.
struct ActorOption: ParsableArguments {
    @Option(name: .customLong("operator"), help: ArgumentHelp(say("cli.option.operator"), valueName: "code"))
    var code: String
}
