import ArgumentParser
import HotlineDomain
import HotlineProfiles
import HotlineReports
import HotlineStore
import Wording

struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: say("cli.settings"), subcommands: [SettingsShow.self, SettingsSet.self])
}

/// What the hotline works with now, by the keys of a profile.
struct SettingsShow: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: say("cli.settings.show"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let settings = try options.open(for: .readSetup).hotline.settings
        if options.json {
            let members = Setting.allCases.map { ($0.rawValue, settings[$0].json) }
            return try Output.line(JSONValue.object(members.map { (name: $0.0, value: $0.1) }).compact)
        }
        var table = TextTable(["setting", "value", "may_be"].map { say("cli.field.\($0)") })
        for setting in Setting.allCases {
            let range = setting.range.map { "\($0.lowerBound)-\($0.upperBound)" } ?? ""
            let value = settings[setting].text
            table.add([setting.rawValue, value.isEmpty ? "-" : value, range])
        }
        try table.print()
    }
}

/// One setting or several at once: all of them, or none.
struct SettingsSet: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "set", abstract: say("cli.settings.set"))

    @Argument(help: ArgumentHelp(say("cli.settings.assignment"), valueName: "key=value"))
    var assignments: [SettingAssignment]
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption

    func run() throws {
        let own = try options.open(as: actor.code)
        // How long words are kept is for the whole house.
        let desk = try assignments.contains { $0.setting == .retention } ? own.house() : own
        var settings = desk.hotline.settings
        for assignment in assignments { try settings.set(assignment.setting, typed: assignment.value) }
        let wanted = assignments.map { ($0.setting, settings[$0.setting]) }
        try desk.perform(
            [.hotline(.changeSettings(Dictionary(wanted, uniquingKeysWith: { $1 })))], by: actor.who(desk))
        let changes = HotlineProfile.difference(from: desk.hotline, to: try desk.store.hotline())
        if options.json {
            let rows = changes.map { change -> JSONValue in
                ["setting": .string(change.field), "old": .string(change.old), "new": .string(change.new)]
            }
            return try Output.line(JSONValue.object([(name: "changes", value: .array(rows))]).compact)
        }
        for change in changes { try Output.line(change.text { say($0, $1) }.shown) }
        if changes.isEmpty { try Output.line(say("cli.settings.unchanged")) }
    }
}

/// `wrap_up_seconds=90`, `on_call=51,52`; nothing behind the sign empties a list.
struct SettingAssignment: ExpressibleByArgument {
    let setting: Setting
    let value: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let setting = Setting(rawValue: String(parts[0])) else { return nil }
        self.setting = setting
        value = String(parts[1])
    }
}

extension SettingValue {
    fileprivate var json: JSONValue {
        switch self {
        case .number(let number): .number(number)
        case .codes(let codes): .strings(codes)
        }
    }
}
