import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A verb that changes one case and nothing else.
protocol CaseAct: ParsableCommand {
    var id: String { get }
    var options: StoreOptions { get }
    var actor: ActorOption { get }
    func command(_ file: Case, _ desk: Desk) throws -> CaseCommand
}

extension CaseAct {
    func run() throws {
        let desk = try options.open()
        let file = try desk.store.case(named: id)
        try desk.perform([.case(file.id, command(file, desk))], by: actor.code)
        guard let changed = try desk.store.case(file.id) else { return }
        let status = say("cli.status.case.\(changed.status.rawValue)")
        try Output.done(
            options.json, ["id": .id(changed.id), "status": .string(changed.status.rawValue)],
            say("cli.case.done", ["number": changed.number, "status": status]))
    }
}

struct CaseTriage: CaseAct {
    static let configuration = CommandConfiguration(commandName: "triage", abstract: say("cli.case.triage"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func command(_ file: Case, _ desk: Desk) -> CaseCommand { .triage }
}

struct CaseHold: CaseAct {
    static let configuration = CommandConfiguration(commandName: "hold", abstract: say("cli.case.hold"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.option.reason"), valueName: "text"))
    var reason: GivenText?

    func command(_ file: Case, _ desk: Desk) throws -> CaseCommand { .hold(reason: desk.written(try reason.read())) }
}

struct CaseResume: CaseAct {
    static let configuration = CommandConfiguration(commandName: "resume", abstract: say("cli.case.resume"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func command(_ file: Case, _ desk: Desk) -> CaseCommand { .resume }
}

struct CaseFollowUp: CaseAct {
    static let configuration = CommandConfiguration(commandName: "follow-up", abstract: say("cli.case.follow_up"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func command(_ file: Case, _ desk: Desk) -> CaseCommand { .followUp }
}

struct CaseNote: CaseAct {
    static let configuration = CommandConfiguration(commandName: "note", abstract: say("cli.case.note"))

    @Argument(help: ArgumentHelp(say("cli.case.id"), valueName: "case"))
    var id: String
    @Argument(help: ArgumentHelp(say("cli.case.note.text"), valueName: "text"))
    var text: GivenText
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption

    func command(_ file: Case, _ desk: Desk) throws -> CaseCommand {
        guard let words = desk.written(try text.read()) else { throw UsageError(say("cli.usage.empty_note")) }
        return .note(words)
    }
}
