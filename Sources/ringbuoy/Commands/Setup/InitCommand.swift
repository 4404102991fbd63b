import ArgumentParser
import HotlineDomain
import HotlineProfiles
import HotlineReports
import HotlineStore
import Wording

/// A store is made and a hotline set up in it.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: say("cli.init"))

    @OptionGroup var options: StoreOptions
    @Option(help: ArgumentHelp(say("cli.init.profile"), valueName: "file"))
    var profile: String
    @Flag(name: .customLong("open"), help: ArgumentHelp(say("cli.init.open")))
    var isOpen = false

    func run() throws {
        let profile = try HotlineProfile.read(path: profile)
        try options.check(profile.hotline.code)
        let desk = try Desk(making: options.path, profile.hotline)
        let shifts = try desk.store.planShifts(by: Stamp.systemCode, at: desk.now)
        for remark in profile.remarks { Output.note(remark.sentence) }
        try Output.done(
            options.json,
            [
                "store": .string(desk.path), "hotline": .string(desk.hotline.code),
                "planned": .number(shifts.planned),
            ],
            say("cli.init.done", ["store": desk.path, "hotline": desk.hotline.name]))
        Output.note(say(isOpen ? "cli.init.is_open" : "cli.init.is_open_anyway"))
    }
}
