import ArgumentParser
import HotlineDomain
import HotlineStore
import Wording

/// Who does it, where it is not who added the referral.
struct KeeperOption: NamingOption {
    @Option(name: .customLong("operator"), help: ArgumentHelp(say("cli.option.keeper"), valueName: "code"))
    var code: String?

    func person(_ options: StoreOptions) -> String? { code ?? options.identity.person }
}

struct ReferralSend: Act {
    static let configuration = CommandConfiguration(commandName: "send", abstract: say("cli.referral.send"))

    @OptionGroup var named: Named<Referral>
    @OptionGroup var full: FullOption

    func command(_ referral: Referral, _ desk: Desk) -> ReferralCommand { .send }
    func commands(_ referral: Referral, _ desk: Desk) -> [ReferralCommand] { full.before(.send) }
}

/// A shelter without a free place is asked all the same, for a reason.
struct FullOption: ParsableArguments {
    @Option(
        name: .customLong("override"),
        help: ArgumentHelp(say("cli.referral.override", ListID.fullOverriddenBecause.codes), valueName: "code"))
    var because: String?

    func before(_ command: ReferralCommand) -> [ReferralCommand] {
        (because.map { [.overrideFull(because: $0)] } ?? []) + [command]
    }
}

struct ReferralStart: Act {
    static let configuration = CommandConfiguration(commandName: "start", abstract: say("cli.referral.start"))

    @OptionGroup var named: Named<Referral>

    func command(_ referral: Referral, _ desk: Desk) -> ReferralCommand { .start }
}

struct ReferralChase: Act {
    static let configuration = CommandConfiguration(commandName: "chase", abstract: say("cli.referral.chase"))

    @OptionGroup var named: Named<Referral>

    func command(_ referral: Referral, _ desk: Desk) -> ReferralCommand { .chase }
}
