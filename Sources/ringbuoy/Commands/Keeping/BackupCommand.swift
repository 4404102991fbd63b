import ArgumentParser
import HotlineDomain
import HotlineReports
import HotlineStore
import StoreSQLite
import Wording

/// A consistent copy of the whole store, while others write.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "backup", abstract: say("cli.backup"))

    @Argument(help: ArgumentHelp(say("cli.backup.file"), valueName: "file"))
    var file: FileName
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.openUnread()
        do {
            try desk.store.backup(to: file.path, progress: Progress.shown("cli.backup.progress"))
        } catch StoreError.exists(let path) {
            throw StoreError.taken(path: path)
        }
        try Output.done(options.json, ["file": .text(file.path)], say("cli.backup.done", ["file": file.path]))
        if desk.store.access == .open { Output.note(say("cli.backup.is_open", ["file": file.path])) }
    }
}
