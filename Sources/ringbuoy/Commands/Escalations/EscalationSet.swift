import ArgumentParser
import HotlineDomain
import HotlineStore
import Wording

/// The first minute: what was asked and answered, and where the caller is.
struct EscalationSet: Act {
    static let configuration = CommandConfiguration(commandName: "set", abstract: say("cli.escalation.set"))

    @OptionGroup var named: Named<Escalation>
    @Argument(
        help: ArgumentHelp(
            say("cli.escalation.set.answers", ListID.sosQuestion.codes), valueName: "question=answer"))
    var answers: [GivenValue] = []
    @Option(help: ArgumentHelp(say("cli.escalation.set.place"), valueName: "text"))
    var place: GivenText?

    func command(_ escalation: Escalation, _ desk: Desk) throws -> EscalationCommand {
        let pairs = try answers.map { try $0.pair() }
        return .assess(
            Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last }),
            place: desk.written(try place.read()))
    }
}
