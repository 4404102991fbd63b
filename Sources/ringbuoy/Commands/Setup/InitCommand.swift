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
    var profile: FileName
    @Flag(name: .customLong("open"), help: ArgumentHelp(say("cli.init.open")))
    var isOpen = false

    func run() throws {
        let profile = try HotlineProfile.read(path: profile.path)
        try options.check(profile.hotline.code)
        let turn = try MakingTurn(at: options.path)
        let (desk, planned, isNew) = try desk(for: profile.hotline)
        turn.end()
        for remark in profile.remarks { Output.note(remark.sentence) }
        try Output.done(
            options.json,
            [
                "store": .string(desk.path), "hotline": .string(desk.hotline.code),
                "planned": .number(planned),
            ],
            say(
                isNew ? "cli.init.done" : "cli.init.done_already", ["store": desk.path, "hotline": desk.hotline.name])
        )
        Output.note(say(isOpen ? "cli.init.is_open" : "cli.init.is_open_anyway"))
    }

    /// A store that is there is good enough while it holds this hotline and no
    /// call: somebody else was faster, or an earlier release ended half way.
    private func desk(for hotline: Hotline) throws -> (Desk, planned: Int, isNew: Bool) {
        do {
            let (desk, planned) = try Desk.making(options.path, hotline)
            return (desk, planned, isNew: true)
        } catch StoreError.exists(let path) {
            let desk = try Desk(opening: options.path)
            guard desk.hotline.code == hotline.code, try desk.store.calls(limit: 1).calls.isEmpty else {
                throw StoreError.exists(path: path)
            }
            let shifts = try desk.store.planShifts(by: Stamp.systemCode, at: desk.now)
            return (desk, shifts.planned, isNew: false)
        }
    }
}
