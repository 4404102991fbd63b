import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// The SOS ends in a coded outcome; where that is a case, the case opens in the
/// same act.
struct EscalationResolve: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "resolve", abstract: say("cli.escalation.resolve"))

    @Argument(help: ArgumentHelp(say("cli.escalation.id"), valueName: "escalation"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(help: ArgumentHelp(say("cli.escalation.outcome", ListID.escalationOutcome.codes), valueName: "code"))
    var outcome: String
    @Option(help: ArgumentHelp(say("cli.option.reason"), valueName: "text"))
    var reason: GivenText?
    @Option(name: .customLong("case"), help: ArgumentHelp(say("cli.escalation.case"), valueName: "case"))
    var caseName: String?

    func run() throws {
        let desk = try options.open(as: actor.who(options))
        let escalation = try desk.store.escalation(named: id)
        var named = try caseName.map { try desk.store.case(named: $0).id }
        var commands: [Command] = []
        if outcome == "case_opened", named == nil {
            let opened = desk.newID(Case.self)
            commands.append(.case(opened, .open(.escalation(id: escalation.id))))
            named = opened
        }
        let words = desk.written(try reason.read())
        commands.append(.escalation(escalation.id, .resolve(outcome: outcome, reason: words, openedCase: named)))
        try desk.perform(commands, by: actor.who(options))
        try tell(desk, escalation, try named.flatMap { try desk.store.case($0) })
    }

    private func tell(_ desk: Desk, _ escalation: Escalation, _ file: Case?) throws {
        let label = ListID.escalationOutcome.label(outcome)
        let answer: JSONValue = ["id": .id(escalation.id), "outcome": .string(outcome)]
        guard let file else {
            return try Output.done(
                options.json, answer,
                say("cli.escalation.resolved", ["number": escalation.callNumber, "outcome": label]))
        }
        try Output.done(
            options.json, answer + ["case": .id(file.id), "number": .string(file.number)],
            say(
                "cli.escalation.resolved_case",
                ["number": escalation.callNumber, "outcome": label, "case": file.number]))
    }
}
