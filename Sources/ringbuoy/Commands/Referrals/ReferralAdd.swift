import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// Somebody is to be sent to a provider, with what they said to it.
struct ReferralAdd: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: say("cli.referral.add"))

    enum ConsentCode: String, CaseIterable, ExpressibleByArgument {
        case given, refused, overridden
    }

    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: ActorOption
    @Option(name: .customLong("case"), help: ArgumentHelp(say("cli.referral.case"), valueName: "case"))
    var caseName: String?
    @Option(help: ArgumentHelp(say("cli.referral.escalation"), valueName: "escalation"))
    var escalation: String?
    @Option(help: ArgumentHelp(say("cli.referral.call"), valueName: "call"))
    var call: String?
    @Option(help: ArgumentHelp(say("cli.referral.provider"), valueName: "code"))
    var provider: String
    @Option(help: ArgumentHelp(say("cli.referral.service"), valueName: "code"))
    var service: String
    @Option(help: ArgumentHelp(say("cli.referral.urgency"), valueName: "span"))
    var urgency: Urgency = .day
    @Option(help: ArgumentHelp(say("cli.referral.consent"), valueName: "consent"))
    var consent: ConsentCode?
    @Option(help: ArgumentHelp(say("cli.referral.because", ListID.consentOverriddenBecause.codes), valueName: "code"))
    var because: String?

    func run() throws {
        if because != nil, consent != .overridden { throw UsageError(say("cli.usage.because_overridden")) }
        let desk = try options.open(as: actor.who(options))
        let id = desk.newID(Referral.self)
        var commands: [Command] = [
            .referral(id, .add(try origin(desk), provider: provider, service: service, urgency: urgency))
        ]
        if let consent { commands.append(.referral(id, .consent(decision(consent)))) }
        try desk.perform(commands, by: actor.who(options))
        let number = try desk.store.referral(id)?.number ?? "\(id)"
        try Output.done(
            options.json, ["id": .id(id), "number": .string(number)], say("cli.referral.added", ["number": number]))
    }

    private func origin(_ desk: Desk) throws -> ReferralOrigin {
        switch (caseName, escalation, call) {
        case (let name?, nil, nil): .case(id: try desk.store.case(named: name).id)
        case (nil, let name?, nil): .escalation(id: try desk.store.escalation(named: name).id)
        case (nil, nil, let name?): .call(id: try desk.store.call(named: name).id)
        default: throw UsageError(say("cli.usage.one_origin"))
        }
    }

    private func decision(_ code: ConsentCode) -> Referral.Consent {
        switch code {
        case .given: .given
        case .refused: .refused
        case .overridden: .overridden(because: because ?? "")
        }
    }
}
