import ArgumentParser
import HotlineDomain
import Wording

/// The command line was not understood.
struct UsageError: Error, Hashable {
    let sentence: String
    /// How it is used, and where more stands.
    let hints: [String]

    init(_ sentence: String) {
        self.sentence = sentence
        hints = []
    }

    /// What the parser found. It speaks English only: its sentences are known by
    /// their wording, and said as they stand where they are not.
    /// `typed`: what it was given.
    init(parser error: any Error, typed: [String]) {
        sentence = ParserSentence(Ringbuoy.message(for: error), typed: typed).spoken
        hints = HelpText(Ringbuoy.fullMessage(for: error)).usage
    }
}

/// A sentence of the parser, taken apart to be said in another language.
struct ParserSentence {
    let english: String
    private let typed: [String]

    init(_ english: String, typed: [String]) {
        self.english = english
        self.typed = typed
    }

    var spoken: String {
        // Of a verb that is not there every option is unknown.
        if english.hasPrefix("Unknown option '"), let word = strayWord {
            return say("cli.usage.unexpected_argument", ["argument": word])
        }
        // Of two things it may be, the first is said.
        if let end = english.firstRange(of: "\n   or: ") {
            return ParserSentence(String(english[..<end.lowerBound]), typed: typed).spoken
        }
        if let parts = match("Unknown option '", "'. Did you mean '", "'?") {
            return say("cli.usage.unknown_option_near", ["option": parts[0], "nearest": parts[1]])
        }
        if let parts = match("Unknown option '", "'") {
            return say("cli.usage.unknown_option", ["option": parts[0]])
        }
        if let parts = match("The option '", "' does not take any value, but '", "' was specified.") {
            return say("cli.usage.takes_no_value", ["option": parts[0], "value": parts[1]])
        }
        if let parts = match("Value to be set with flag '", "' had already been set with flag '", "'") {
            return say("cli.usage.flag_again", ["again": parts[0], "first": parts[1]])
        }
        if let parts = match("Missing one of: '", "'") {
            return say("cli.usage.missing_one_of", ["arguments": parts[0].replacing("', '", with: ", ")])
        }
        if english == "Missing required subcommand." { return say("cli.usage.missing_verb") }
        if let parts = match("Invalid option: ", "") { return say("cli.usage.unknown_option", ["option": parts[0]]) }
        if let parts = match("The value '", "' is invalid.", more: true) {
            return say("cli.usage.bad_argument", ["value": parts[0]])
        }
        if let parts = match("Missing value for '", "'") {
            if let value = negative(behind: parts[0]) {
                return say("cli.usage.bad_value", ["value": value, "option": parts[0]]) + form(of: parts[0], "")
            }
            return say("cli.usage.missing_value", ["option": parts[0]])
        }
        if let parts = match("Missing expected argument '", "'") {
            return say("cli.usage.missing_argument", ["argument": parts[0]])
        }
        if let parts = match("Unexpected argument '", "'") {
            return say("cli.usage.unexpected_argument", ["argument": parts[0]])
        }
        if let parts = match("", " unexpected arguments: '", "'") {
            return say("cli.usage.unexpected_arguments", ["arguments": parts[1].replacing("', '", with: " ")])
        }
        if let parts = match("The value '", "' is invalid for '", "'", more: true) {
            if parts[0].isEmpty {
                return say("cli.usage.missing_value", ["option": parts[1]]) + form(of: parts[1], parts[2])
            }
            let value = say("cli.usage.bad_value", ["value": parts[0], "option": parts[1]])
            return value + form(of: parts[1], parts[2])
        }
        return english
    }

    /// The first word that is typed where a noun or a verb should stand.
    private var strayWord: String? {
        var verbs = Ringbuoy.configuration.subcommands
        for word in typed {
            guard !verbs.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            guard let verb = verbs.first(where: { $0.configuration.commandName == word })?.configuration else {
                return word
            }
            guard verb.defaultSubcommand == nil else { return nil }
            verbs = verb.subcommands
        }
        return nil
    }

    /// The parser takes `-5` for an option, and then misses the value.
    private func negative(behind option: String) -> String? {
        let name = option.prefix { $0 != " " }
        return zip(typed, typed.dropFirst()).first { $0 == name && $1.isNegative }?.1
    }

    /// How a value of this kind is written.
    private func form(of option: String, _ rest: String) -> String {
        if option.hasSuffix("<n>") { return " " + say("cli.form.count") }
        for kind in ["period", "date", "time", "hours", "ages"] where option.hasSuffix("<\(kind)>") {
            return " " + say("cli.form.\(kind)")
        }
        if option.hasSuffix("<role>") {
            return " " + say("cli.form.one_of", ["values": Role.allCases.map(\.rawValue).joined(separator: ", ")])
        }
        if option.hasSuffix("<key=value>") {
            let settings = Setting.allCases.map { "\($0.rawValue)=" }.joined(separator: ", ")
            return " " + say("cli.form.one_of", ["values": settings])
        }
        guard rest.contains("'") else { return "" }
        let values = rest.split(separator: "'").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        return " " + say("cli.form.one_of", ["values": values.joined(separator: ", ")])
    }

    /// What stands between the given pieces, when the sentence is made of them;
    /// with `more` anything may follow, and is the last part.
    private func match(_ pieces: String..., more: Bool = false) -> [String]? {
        guard let first = pieces.first, english.hasPrefix(first) else { return nil }
        var rest = english.dropFirst(first.count)
        var parts: [String] = []
        for piece in pieces.dropFirst().dropLast(more ? 0 : 1) {
            guard let found = rest.firstRange(of: piece) else { return nil }
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        if more { return parts + [String(rest)] }
        guard let last = pieces.last, rest.hasSuffix(last) else { return nil }
        return parts + [String(rest.dropLast(last.count))]
    }
}

extension String {
    /// `-5`, `-1.5`, `-3h`: no option begins with a digit.
    fileprivate var isNegative: Bool { hasPrefix("-") && dropFirst().first?.isWholeNumber == true }
}
