import ArgumentParser
import HotlineReports
import StoreSQLite
import Wording

/// A backup takes the place of the store; the old one is kept beside it.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "restore", abstract: say("cli.restore"))

    @Argument(help: ArgumentHelp(say("cli.restore.file"), valueName: "file"))
    var file: String
    @OptionGroup var options: StoreOptions

    func run() throws {
        let path = try options.path
        let kept = try SQLiteEngine.restore(
            from: file, to: path, progress: Progress.shown("cli.restore.progress"))
        try Output.done(
            options.json, ["store": .text(path), "kept": .string(kept)],
            say("cli.restore.done", ["store": path]))
        if let kept { Output.note(say("cli.restore.kept", ["file": kept])) }
    }
}
