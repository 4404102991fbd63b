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
    @Option(help: ArgumentHelp(say("cli.init.admin"), valueName: "code"))
    var admin: String?

    func run() throws {
        let profile = try HotlineProfile.read(path: profile.path)
        try options.check(profile.hotline.code)
        let turn = try MakingTurn(at: StorePlace(options.path).ownFiles)
        let recovery = RecoveryKey.make()
        let (desk, planned, isNew) = try desk(for: profile.hotline, recovery)
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
        // That it is made comes before what to do about it.
        try Output.flush()
        if isOpen { Output.note(say(desk.engine.beside == nil ? "cli.init.is_open_on_server" : "cli.init.is_open")) }
        if !isOpen, isNew {
            // Once, and on standard error: what is sent on to a file or a script stays without it.
            for line in ["recovery_first", "recovery_key", "recovery_last"] {
                Output.note(say("cli.init.\(line)", ["key": recovery.printed]))
            }
        }
    }

    /// Who opens a sealed store first, with their passphrase.
    private func protection(_ hotline: Hotline, _ recovery: RecoveryKey) throws -> Protection {
        if isOpen {
            // Whoever gives one means a sealed store.
            if try admin != nil || options.identity.source != nil { throw UsageError(say("cli.usage.open_has_none")) }
            return .open
        }
        let admins = hotline.operators.filter { $0.active && $0.has(.admin) }.map(\.code)
        let first = admin ?? options.identity.person ?? (admins.count == 1 ? admins[0] : nil)
        guard let first else {
            throw UsageError(say("cli.usage.which_admin", ["known": admins.joined(separator: ", ")]))
        }
        let passphrase = try options.identity.source?.read() ?? NewPassphrase.typed(for: first)
        return .sealed(FirstSlots(admin: first, passphrase: passphrase, recovery: recovery))
    }

    /// A store that is there is good enough while it holds this hotline and no
    /// call: somebody else was faster, or an earlier release ended half way.
    private func desk(
        for hotline: Hotline, _ recovery: RecoveryKey
    ) throws -> (Desk, planned: Int, isNew: Bool) {
        do {
            // Nobody is asked for a passphrase in vain.
            if (try? Desk(opening: options.path)) != nil {
                throw StoreError.exists(path: StorePlace(try options.path).shown)
            }
            let (desk, planned) = try Desk.making(options.path, hotline, protection(hotline, recovery))
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
