import ArgumentParser
import HotlineDomain
import HotlineStore
import HotlineReports
import Wording

struct OperatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operator", abstract: say("cli.operator"),
        subcommands: [
            OperatorAdd.self, OperatorList.self, OperatorChange.self, OperatorSlot.self, OperatorDisable.self,
            OperatorEnable.self,
        ])
}

struct OperatorList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.operator.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .readSetup)
        let people = desk.hotline.operators.sorted { $0.code < $1.code }
        // An open store has no passphrases, so nobody has a slot to be without.
        let slots = try desk.store.about().isOpen ? nil : Set(desk.store.slotOwners())
        if options.json {
            return try Output.line(JSONValue.array(people.map { row($0, slots) }).compact)
        }
        var table = TextTable(["code", "roles", "status"].map { say("cli.field.\($0)") })
        for person in people {
            let roles = person.roles.map { say("cli.role.\($0.rawValue)") }.joined(separator: ", ")
            let status = say(person.active ? "cli.operator.active" : "cli.operator.disabled")
            let hasNone = person.active && slots.map { !$0.contains(person.code) } ?? false
            table.add([person.code, roles, hasNone ? "\(status), \(say("cli.operator.no_slot"))" : status])
        }
        try table.print()
    }

    private func row(_ person: Operator, _ slots: Set<String>?) -> JSONValue {
        [
            "code": .string(person.code), "roles": .strings(person.roles.map(\.rawValue)),
            "active": .flag(person.active),
        ]
    }
}

/// A verb that changes one operator.
protocol OperatorAct: SetUpAct {
    var command: HotlineCommand { get }
}

extension OperatorAct {
    func command(_ desk: Desk) -> HotlineCommand { command }
}

struct OperatorAdd: OperatorAct {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.operator.add"))

    @Argument(help: ArgumentHelp(say("cli.operator.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @Option(help: ArgumentHelp(say("cli.operator.role"), valueName: "role"))
    var role: [Role]

    var command: HotlineCommand { .addOperator(Operator(code: code, roles: role)) }
    var done: String { say("cli.operator.added", ["operator": code]) }
}

struct OperatorChange: OperatorAct {
    static let configuration = CommandConfiguration(commandName: "change", abstract: say("cli.operator.change"))

    @Argument(help: ArgumentHelp(say("cli.operator.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption
    @Option(help: ArgumentHelp(say("cli.operator.role"), valueName: "role"))
    var role: [Role]

    var command: HotlineCommand { .changeOperator(code: code, roles: role) }
    var done: String { say("cli.operator.changed", ["operator": code]) }
}

struct OperatorDisable: OperatorAct {
    static let configuration = CommandConfiguration(commandName: "disable", abstract: say("cli.operator.disable"))

    @Argument(help: ArgumentHelp(say("cli.operator.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption

    var command: HotlineCommand { .disableOperator(code: code) }
    var done: String { say("cli.operator.now_disabled", ["operator": code]) }
}

struct OperatorEnable: OperatorAct {
    static let configuration = CommandConfiguration(commandName: "enable", abstract: say("cli.operator.enable"))

    @Argument(help: ArgumentHelp(say("cli.operator.code"), valueName: "code"))
    var code: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: AdminOption

    var command: HotlineCommand { .enableOperator(code: code) }
    var done: String { say("cli.operator.now_enabled", ["operator": code]) }
}
