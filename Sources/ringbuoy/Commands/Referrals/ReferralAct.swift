import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import Wording

/// A verb that changes one referral and nothing else. Who does it, where that
/// is not said: who keeps it.
protocol ReferralAct: ParsableCommand {
    var id: String { get }
    var options: StoreOptions { get }
    var actor: KeeperOption { get }
    func command(_ referral: Referral, _ desk: Desk) throws -> ReferralCommand
}

struct KeeperOption: ParsableArguments {
    @Option(name: .customLong("operator"), help: ArgumentHelp(say("cli.option.keeper"), valueName: "code"))
    var code: String?
}

extension ReferralAct {
    func run() throws {
        let desk = try options.open()
        let referral = try desk.store.referral(named: id)
        try desk.perform([.referral(referral.id, command(referral, desk))], by: actor.code ?? referral.addedBy)
        guard let changed = try desk.store.referral(referral.id) else { return }
        let status = say("cli.status.referral.\(changed.status.rawValue)")
        try Output.done(
            options.json, ["id": .id(changed.id), "status": .string(changed.status.rawValue)],
            say("cli.referral.done", ["number": changed.number, "status": status]))
    }
}

struct ReferralSend: ReferralAct {
    static let configuration = CommandConfiguration(commandName: "send", abstract: say("cli.referral.send"))

    @Argument(help: ArgumentHelp(say("cli.referral.id"), valueName: "referral"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: KeeperOption

    func command(_ referral: Referral, _ desk: Desk) -> ReferralCommand { .send }
}

struct ReferralStart: ReferralAct {
    static let configuration = CommandConfiguration(commandName: "start", abstract: say("cli.referral.start"))

    @Argument(help: ArgumentHelp(say("cli.referral.id"), valueName: "referral"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: KeeperOption

    func command(_ referral: Referral, _ desk: Desk) -> ReferralCommand { .start }
}

struct ReferralChase: ReferralAct {
    static let configuration = CommandConfiguration(commandName: "chase", abstract: say("cli.referral.chase"))

    @Argument(help: ArgumentHelp(say("cli.referral.id"), valueName: "referral"))
    var id: String
    @OptionGroup var options: StoreOptions
    @OptionGroup var actor: KeeperOption

    func command(_ referral: Referral, _ desk: Desk) -> ReferralCommand { .chase }
}
