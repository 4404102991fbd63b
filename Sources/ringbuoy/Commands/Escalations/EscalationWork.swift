import ArgumentParser
import HotlineDomain
import HotlineStore
import Wording

struct EscalationAssign: Act {
    static let configuration = CommandConfiguration(commandName: "assign", abstract: say("cli.escalation.assign"))

    @OptionGroup var named: Named<Escalation>
    @Option(help: ArgumentHelp(say("cli.escalation.to"), valueName: "code"))
    var to: String

    func command(_ escalation: Escalation, _ desk: Desk) -> EscalationCommand { .assign(to: to) }
}

struct EscalationAcknowledge: Act {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: say("cli.escalation.acknowledge"))

    @OptionGroup var named: Named<Escalation>

    func command(_ escalation: Escalation, _ desk: Desk) -> EscalationCommand { .acknowledge }
}

struct EscalationReassign: Act {
    static let configuration = CommandConfiguration(
        commandName: "reassign", abstract: say("cli.escalation.reassign"))

    @OptionGroup var named: Named<Escalation>
    @Option(help: ArgumentHelp(say("cli.escalation.to"), valueName: "code"))
    var to: String

    func command(_ escalation: Escalation, _ desk: Desk) -> EscalationCommand { .reassign(to: to) }
}

struct EscalationReopen: Act {
    static let configuration = CommandConfiguration(commandName: "reopen", abstract: say("cli.escalation.reopen"))

    @OptionGroup var named: Named<Escalation>
    @Option(help: ArgumentHelp(say("cli.reopen.reason", ListID.reopenedBecause.codes), valueName: "code"))
    var reason: String
    @Option(help: ArgumentHelp(say("cli.option.words"), valueName: "text"))
    var words: GivenText?

    func command(_ escalation: Escalation, _ desk: Desk) throws -> EscalationCommand {
        .reopen(reason: reason, words: desk.written(try words.read()))
    }
}
