import ArgumentParser
import HotlineDomain
import HotlineSwitch
import Wording

/// What every feed needs to be told: which store, and what the switch's queues
/// and agents are called in the hotline.
struct FeedOptions: ParsableArguments {
    @OptionGroup var options: StoreOptions
    @Option(name: .customLong("line"), help: ArgumentHelp(say("cli.feed.line"), valueName: "queue=line"))
    var lines: [String] = []
    @Option(name: .customLong("agent"), help: ArgumentHelp(say("cli.feed.agent"), valueName: "name=code"))
    var agents: [String] = []
    @Option(help: ArgumentHelp(say("cli.feed.source"), valueName: "name"))
    var source: String?

    /// The profile's names, and over them those that were given.
    func names(_ hotline: Hotline) throws -> SwitchNames {
        var names = SwitchNames()
        for pair in try FeedOptions.pairs(lines, "--line") {
            guard hotline.line(pair.value) != nil else {
                throw Refusal(CallRule.unknownLine, ["line": pair.value, "known": hotline.knownLines])
            }
            names.lines[pair.name] = pair.value
        }
        for pair in try FeedOptions.pairs(agents, "--agent") {
            guard hotline.operatorNamed(pair.value) != nil else {
                throw Refusal(
                    HotlineRule.unknownActor, ["operator": pair.value, "known": hotline.knownOperators])
            }
            names.operators[pair.name] = pair.value
        }
        return names
    }

    /// A name that is mapped twice is a slip in one of them; which one, only a person knows.
    private static func pairs(_ texts: [String], _ option: String) throws -> [(name: String, value: String)] {
        let pairs = try texts.map(pair)
        for (place, pair) in pairs.enumerated() {
            guard let first = pairs[..<place].first(where: { $0.name == pair.name }) else { continue }
            throw UsageError(
                say(
                    "cli.feed.mapped_twice",
                    ["option": option, "name": pair.name, "first": first.value, "second": pair.value]))
        }
        return pairs
    }

    /// `line-ru=ru`; what is left of the last `=` is the switch's name.
    private static func pair(_ text: String) throws -> (name: String, value: String) {
        guard let place = text.lastIndex(of: "="), place > text.startIndex, text.index(after: place) < text.endIndex
        else { throw UsageError(say("cli.feed.bad_pair", ["value": text])) }
        return (String(text[..<place]), String(text[text.index(after: place)...]))
    }
}
