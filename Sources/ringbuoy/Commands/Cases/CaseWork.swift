import ArgumentParser
import HotlineDomain
import HotlineStore
import Wording

struct CaseTriage: Act {
    static let configuration = CommandConfiguration(commandName: "triage", abstract: say("cli.case.triage"))

    @OptionGroup var named: Named<Case>

    func command(_ file: Case, _ desk: Desk) -> CaseCommand { .triage }
}

struct CaseHold: Act {
    static let configuration = CommandConfiguration(commandName: "hold", abstract: say("cli.case.hold"))

    @OptionGroup var named: Named<Case>
    @Option(help: ArgumentHelp(say("cli.option.reason"), valueName: "text"))
    var reason: GivenText?

    func command(_ file: Case, _ desk: Desk) throws -> CaseCommand { .hold(reason: desk.written(try reason.read())) }
}

struct CaseResume: Act {
    static let configuration = CommandConfiguration(commandName: "resume", abstract: say("cli.case.resume"))

    @OptionGroup var named: Named<Case>

    func command(_ file: Case, _ desk: Desk) -> CaseCommand { .resume }
}

struct CaseFollowUp: Act {
    static let configuration = CommandConfiguration(commandName: "follow-up", abstract: say("cli.case.follow_up"))

    @OptionGroup var named: Named<Case>

    func command(_ file: Case, _ desk: Desk) -> CaseCommand { .followUp }
}

struct CaseNote: Act {
    static let configuration = CommandConfiguration(commandName: "note", abstract: say("cli.case.note"))

    @OptionGroup var named: Named<Case>
    @Argument(help: ArgumentHelp(say("cli.case.note.text"), valueName: "text"))
    var text: GivenText

    func command(_ file: Case, _ desk: Desk) throws -> CaseCommand {
        guard let words = desk.written(try text.read()) else { throw UsageError(say("cli.usage.empty_note")) }
        return .note(words)
    }
}
