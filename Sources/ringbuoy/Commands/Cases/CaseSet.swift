import ArgumentParser
import HotlineConsole
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// What is known of the case as a whole.
struct CaseSet: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "set", abstract: say("cli.case.set"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @Argument(help: ArgumentHelp(say("cli.case.values"), valueName: "field=value"))
    var values: [GivenValue]
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let file = try desk.store.case(named: id)
        try desk.perform([.case(file.id, .set(person: nil, values.entries(desk)))], by: actor.who(options))
        try CaseSet.tell(desk, file.id, json: options.json)
    }

    /// What is still missing is said at once: it can be asked in the same talk.
    static func tell(_ desk: Desk, _ id: CaseID, json: Bool) throws {
        guard let file = try desk.store.case(id) else { return }
        try Output.done(
            json, ["id": .id(id), "data_quality": file.dataQuality.row],
            say("cli.case.set.done", ["number": file.number, "quality": file.dataQuality.line(say)]))
    }
}

/// The fields there are, with their codes.
struct CaseFields: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fields", abstract: say("cli.case.fields"))

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        if answer.json { return try Output.rows(CaseField.all.map(\.row)) }
        var table = TextTable(["name", "of", "kind", "standard", "label"].map { say("cli.field.\($0)") })
        for field in CaseField.all {
            table.add([
                field.name, say("cli.case.scope.\(field.scope.rawValue)"), field.kindName,
                (field.standard ?? "-") + (field.isCore ? " *" : ""), field.label(say.language.rawValue),
            ])
        }
        try table.print()
    }
}

extension CaseField {
    fileprivate var kindName: String {
        switch kind {
        case .code(let list), .sealedCode(let list): list.rawValue
        case .codes(let list): "\(list.rawValue),..."
        case .date, .sealedDate: "2009-09-14"
        case .number: "0-120"
        case .text: "-"
        }
    }

    fileprivate var row: JSONValue {
        [
            "name": .string(name), "of": .string(scope.rawValue), "group": .string(group.rawValue),
            "list": .string(list?.rawValue), "core": .flag(isCore), "sealed": .flag(isSealed),
            "standard": .string(standard), "label": .string(label(say.language.rawValue)),
        ]
    }
}

/// `gender=Feminine`; `first_name=-` reads standard input; `gender=` takes away what was known.
struct GivenValue: ExpressibleByArgument {
    private let name: String
    private let text: GivenText

    init?(argument: String) {
        guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
        name = String(argument[..<sign])
        text = GivenText(argument: String(argument[argument.index(after: sign)...]))
    }

    /// Name and value where no table of fields says what the value is.
    func pair() throws -> (name: String, value: String) { (name, try text.read() ?? "") }

    fileprivate func entry(_ desk: Desk) throws -> CaseEntry {
        let field = try CaseField.known(name)
        return try field.read(try text.read() ?? "") { desk.store.written($0, at: desk.now) }
    }
}

extension [GivenValue] {
    func entries(_ desk: Desk) throws -> [CaseEntry] { try map { try $0.entry(desk) } }
}
