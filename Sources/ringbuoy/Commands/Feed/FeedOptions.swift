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

    /// What the store keeps it under.
    func source(_ usual: String) throws -> String {
        guard let source else { return usual }
        guard !source.isEmpty, SwitchName.shown(source) == source else {
            throw UsageError(say("cli.feed.bad_source", ["value": source]))
        }
        return source
    }

    /// The profile's names, and over them those that were given.
    func names(_ hotline: Hotline) throws -> SwitchNames {
        let settings = hotline.settings
        var names = SwitchNames(lines: settings.switchLines, operators: settings.switchAgents)
        for named in try FeedOptions.pairs(lines, "line") {
            guard hotline.line(named.code) != nil else {
                throw Refusal(CallRule.unknownLine, ["line": named.code, "known": hotline.knownLines])
            }
            names.lines[SwitchName.shown(named.name)] = named.code
        }
        for named in try FeedOptions.pairs(agents, "agent") {
            guard hotline.operatorNamed(named.code) != nil else {
                throw Refusal(
                    HotlineRule.unknownActor, ["operator": named.code, "known": hotline.knownOperators])
            }
            names.operators[named.name] = named.code
        }
        return names
    }

    /// A name that is mapped twice is a slip in one of them; which one, only a person knows.
    private static func pairs(_ texts: [String], _ option: String) throws -> [SwitchName] {
        let pairs = try texts.map { try name($0, option) }
        for (place, pair) in pairs.enumerated() {
            guard let first = pairs[..<place].first(where: { $0.name == pair.name }) else { continue }
            throw UsageError(
                say(
                    "cli.feed.mapped_twice",
                    ["option": "--" + option, "name": pair.name, "first": first.code, "second": pair.code]))
        }
        return pairs
    }

    /// `line-ru=ru`; what is left of the last `=` is the switch's name.
    private static func name(_ text: String, _ option: String) throws -> SwitchName {
        guard let name = SwitchName(text) else {
            throw UsageError(say("cli.feed.bad_pair.\(option)", ["value": text]))
        }
        return name
    }
}
