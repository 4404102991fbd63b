import ArgumentParser
import Glibc
import HotlineDomain
import HotlineReports
import HotlineStore
import StoreSQLite
import Wording

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: say("cli.backup"), subcommands: [BackupMake.self, BackupList.self],
        defaultSubcommand: BackupMake.self)
}

/// A consistent copy of the whole store, while others write.
struct BackupMake: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "make", abstract: say("cli.backup"))

    @Argument(help: ArgumentHelp(say("cli.backup.file"), valueName: "file"))
    var file: FileName
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.openUnread()
        do {
            try desk.store.backup(
                to: file.path, at: desk.now, clock: { Clock.now }, progress: Progress.shown("cli.backup.progress"))
        } catch StoreError.exists(let path) {
            throw StoreError.taken(path: path)
        }
        try Output.done(options.json, ["file": .text(file.path)], say("cli.backup.done", ["file": file.path]))
        if desk.store.access == .open { Output.note(say("cli.backup.is_open", ["file": file.path])) }
    }
}

/// Every copy that was made, and what was erased since and is still in it.
struct BackupList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: say("cli.backup.list"))

    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open(for: .readJournal)
        let zone = try desk.zone()
        let backups = try desk.store.backups()
        if options.json { return try Output.rows(backups.map { $0.row(zone) }) }
        var table = TextTable(
            ["time", "erased_since", "there", "file"].map { say("cli.field.\($0)") }, rightAligned: [1])
        for backup in backups {
            table.add([
                zone.spoken(backup.stamp.at), String(backup.erasedSince), say(backup.isThere ? "cli.yes" : "cli.no"),
                backup.path.shown,
            ])
        }
        try table.print()
    }
}

extension Store.BackupMade {
    /// Still where it was made; it may as well lie on a disk that is not plugged in.
    var isThere: Bool { access(path, F_OK) == 0 }

    func row(_ zone: ZoneRules) -> JSONValue {
        [
            "file": .text(path), "at": .time(stamp.at, zone), "operator": .text(stamp.by),
            "there": .flag(isThere), "erased_since": .number(erasedSince),
        ]
    }
}
