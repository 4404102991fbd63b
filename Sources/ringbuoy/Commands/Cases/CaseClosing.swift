import ArgumentParser
import HotlineDomain
import HotlineStore
import Wording

// A case is closed by two people: one proposes, another one approves.

struct CasePropose: Act {
    static let configuration = CommandConfiguration(commandName: "propose", abstract: say("cli.case.propose"))

    @OptionGroup var named: Named<Case>
    @Option(help: ArgumentHelp(say("cli.case.propose.reason", ListID.caseClosing.codes), valueName: "code"))
    var reason: String
    @Flag(help: ArgumentHelp(say("cli.case.propose.referred")))
    var referred = false
    @Option(help: ArgumentHelp(say("cli.case.override"), valueName: "text"))
    var override: GivenText?

    func command(_ file: Case, _ desk: Desk) throws -> CaseCommand {
        file.warnOfTasks()
        return .proposeClosing(reason: reason, asReferred: referred, override: desk.written(try override.read()))
    }
}

struct CaseApprove: Act {
    static let configuration = CommandConfiguration(commandName: "approve", abstract: say("cli.case.approve"))

    @OptionGroup var named: Named<Case>
    @Option(help: ArgumentHelp(say("cli.case.override"), valueName: "text"))
    var override: GivenText?

    func command(_ file: Case, _ desk: Desk) throws -> CaseCommand {
        file.warnOfTasks()
        return .approve(override: desk.written(try override.read()))
    }
}

extension Case {
    /// Tasks are no reason not to close, but nobody closes over them unawares.
    fileprivate func warnOfTasks() {
        guard !openTasks.isEmpty else { return }
        Output.note(say("cli.case.open_tasks", n: openTasks.count, ["number": number]))
    }
}

struct CaseReturn: Act {
    static let configuration = CommandConfiguration(commandName: "return", abstract: say("cli.case.return"))

    @OptionGroup var named: Named<Case>
    @Option(help: ArgumentHelp(say("cli.option.reason"), valueName: "text"))
    var reason: GivenText?

    func command(_ file: Case, _ desk: Desk) throws -> CaseCommand {
        .return(reason: desk.written(try reason.read()))
    }
}

struct CaseReopen: Act {
    static let configuration = CommandConfiguration(commandName: "reopen", abstract: say("cli.case.reopen"))

    @OptionGroup var named: Named<Case>
    @Option(help: ArgumentHelp(say("cli.reopen.reason", ListID.reopenedBecause.codes), valueName: "code"))
    var reason: String
    @Option(help: ArgumentHelp(say("cli.option.words"), valueName: "text"))
    var words: GivenText?

    func command(_ file: Case, _ desk: Desk) throws -> CaseCommand {
        .reopen(reason: reason, words: desk.written(try words.read()))
    }
}

struct CaseMerge: Act {
    static let configuration = CommandConfiguration(commandName: "merge", abstract: say("cli.case.merge"))

    @OptionGroup var named: Named<Case>
    @Option(help: ArgumentHelp(say("cli.case.merge.into"), valueName: "case"))
    var into: String

    func command(_ file: Case, _ desk: Desk) throws -> CaseCommand {
        .merge(into: try desk.store.case(named: into).id)
    }
}
