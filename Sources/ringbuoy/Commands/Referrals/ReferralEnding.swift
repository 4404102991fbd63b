import ArgumentParser
import HotlineDomain
import Wording

// How a referral comes to its end: answered, ended with an outcome and its
// source, or taken back.

struct ReferralAnswer: Act {
    static let configuration = CommandConfiguration(commandName: "answer", abstract: say("cli.referral.answer"))

    @OptionGroup var named: Named<Referral>
    @Flag(help: ArgumentHelp(say("cli.referral.accepted")))
    var accepted = false
    @Option(help: ArgumentHelp(say("cli.referral.rejected", ListID.rejectedBecause.codes), valueName: "code"))
    var rejected: String?
    @Option(help: ArgumentHelp(say("cli.referral.rejected.outcome"), valueName: "code"))
    var outcome: String?
    @OptionGroup var full: FullOption

    func commands(_ referral: Referral, _ desk: Desk) throws -> [ReferralCommand] {
        full.before(try command(referral, desk))
    }

    func command(_ referral: Referral, _ desk: Desk) throws -> ReferralCommand {
        switch (accepted, rejected, outcome) {
        case (true, nil, nil): .accept
        case (false, let reason?, _): .reject(reason: reason, outcome: outcome ?? "rejected_by_provider")
        default: throw UsageError(say("cli.usage.one_answer"))
        }
    }
}

struct ReferralOutcome: Act {
    static let configuration = CommandConfiguration(commandName: "outcome", abstract: say("cli.referral.outcome"))

    @OptionGroup var named: Named<Referral>
    @Option(help: ArgumentHelp(say("cli.referral.outcome.code"), valueName: "code"))
    var outcome: String
    @Option(help: ArgumentHelp(say("cli.referral.source"), valueName: "source"))
    var source: OutcomeSource
    @Option(help: ArgumentHelp(say("cli.option.donor"), valueName: "code"))
    var donor: String?

    /// Where a fund is named, what was received is recorded with it.
    func commands(_ referral: Referral, _ desk: Desk) -> [ReferralCommand] {
        let end = command(referral, desk)
        return donor == nil ? [end] : [.deliver(service: nil, donor: donor), end]
    }

    /// Before there was an answer, the only end is that there is none.
    func command(_ referral: Referral, _ desk: Desk) -> ReferralCommand {
        let isWithoutAnswer = ["no_response", "client_unreachable"].contains(outcome)
        return referral.status == .sent && isWithoutAnswer
            ? .giveUp(outcome: outcome, source: source) : .end(outcome: outcome, source: source)
    }
}

struct ReferralRevoke: Act {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: say("cli.referral.revoke"))

    @OptionGroup var named: Named<Referral>
    @Option(help: ArgumentHelp(say("cli.referral.outcome.code"), valueName: "code"))
    var outcome = "not_applicable"
    @Option(help: ArgumentHelp(say("cli.option.reason"), valueName: "text"))
    var reason: GivenText?

    /// What was not sent yet is dropped; the provider never knew of it.
    func command(_ referral: Referral, _ desk: Desk) throws -> ReferralCommand {
        let reason = desk.written(try reason.read())
        let isUnsent = referral.status == .draft || referral.status == .ready
        return isUnsent ? .drop(reason: reason, outcome: outcome) : .revoke(reason: reason, outcome: outcome)
    }
}
