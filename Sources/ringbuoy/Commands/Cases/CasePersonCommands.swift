import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

// The people in a case: each with a pseudonym, a role and what is known.

struct CasePersonCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: say("cli.case.person"),
        subcommands: [CasePersonAdd.self, CasePersonSet.self, CasePersonList.self])
}

struct CasePersonAdd: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.case.person.add"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @Argument(help: ArgumentHelp(say("cli.case.values"), valueName: "field=value"))
    var values: [GivenValue] = []
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.case.person.role", ListID.caseRole.codes), valueName: "code"))
    var role: String
    @Option(help: ArgumentHelp(say("cli.case.person.pseudonym"), valueName: "text"))
    var pseudonym: GivenText

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let file = try desk.store.case(named: id)
        let words = desk.store.written(try pseudonym.read() ?? "", at: desk.now)
        let add = CaseCommand.addPerson(role: role, pseudonym: words, try values.entries(desk))
        let events = try desk.perform([.case(file.id, add)], by: actor.who(options))
        let number = events.compactMap(\.personAdded).first ?? 0
        try Output.done(
            options.json, ["id": .id(file.id), "person": .number(number)],
            say("cli.case.person.added", ["number": file.number, "person": String(number)]))
    }
}

struct CasePersonSet: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "set", abstract: say("cli.case.person.set"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @Argument(help: ArgumentHelp(say("cli.case.person.number"), valueName: "person"))
    var number: Int
    @Argument(help: ArgumentHelp(say("cli.case.values"), valueName: "field=value"))
    var values: [GivenValue] = []
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.case.person.role", ListID.caseRole.codes), valueName: "code"))
    var role: String?
    @Option(help: ArgumentHelp(say("cli.case.person.pseudonym"), valueName: "text"))
    var pseudonym: GivenText?

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let file = try desk.store.case(named: id)
        let words = desk.written(try pseudonym.read())
        var commands: [Command] = []
        if role != nil || words != nil {
            commands.append(.case(file.id, .changePerson(number, role: role, pseudonym: words)))
        }
        let entries = try values.entries(desk)
        if !entries.isEmpty { commands.append(.case(file.id, .set(person: number, entries))) }
        if commands.isEmpty { throw UsageError(say("cli.usage.nothing_to_set")) }
        try desk.perform(commands, by: actor.who(options))
        try CaseSet.tell(desk, file.id, json: options.json)
    }
}

struct CasePersonList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.case.person.list"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open()
        let file = try desk.store.case(named: id)
        try desk.look(at: Subject(.case, file.id.raw))
        if options.json { return try Output.rows(file.people.map { try $0.row(desk.store) }) }
        for person in file.people {
            var sheet = Sheet(try person.title(desk.store))
            try person.add(to: &sheet, desk.store)
            try sheet.print()
        }
    }
}

extension Event {
    fileprivate var personAdded: Int? {
        if case .case(_, .personAdded(let number, _, _)) = self { number } else { nil }
    }
}

extension CasePerson {
    /// `1  Lilia, the one it is about`
    func title(_ store: Store) throws -> String {
        let name = try store.said(pseudonym) ?? "-"
        return "\(number)  \(name), \(ListID.caseRole.label(role))"
    }

    func add(to sheet: inout Sheet, _ store: Store) throws {
        try values.add(to: &sheet, store)
        let derived = contexts.map { ListID.gbvContext.label($0) }.joined(separator: ", ")
        if !derived.isEmpty { sheet.add("cli.field.contexts", derived) }
    }
}

extension [String: CaseValue] {
    func add(to sheet: inout Sheet, _ store: Store) throws {
        for field in CaseField.all {
            guard let value = try self[field.name]?.spoken(field, store) else { continue }
            sheet.add(label: field.label(say.language.rawValue), value)
        }
    }
}
