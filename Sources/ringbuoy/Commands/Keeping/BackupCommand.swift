import ArgumentParser
import HotlineDomain
import HotlineReports
import StoreSQLite
import Wording

/// A consistent copy of the whole store, while others write.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "backup", abstract: say("cli.backup"))

    @Argument(help: ArgumentHelp(say("cli.backup.file"), valueName: "file"))
    var file: String
    @OptionGroup var options: StoreOptions

    func run() throws {
        let desk = try options.open()
        try desk.engine.backup(to: file, progress: Progress.shown("cli.backup.progress"))
        try Output.done(options.json, ["file": .text(file)], say("cli.backup.done", ["file": file]))
        Output.note(say("cli.backup.is_open"))
    }
}
