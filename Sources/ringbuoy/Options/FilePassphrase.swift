import ArgumentParser
import HotlineStore
import Wording

/// The passphrase of a file that goes to another house: nobody's own, told to
/// those there on another way than the file.
struct FilePassphrase: ParsableArguments {
    @Option(help: ArgumentHelp(say("cli.option.file_passphrase_file"), valueName: "file"))
    var filePassphraseFile: String?
    @Option(
        name: .customLong("file-passphrase-fd"),
        help: ArgumentHelp(say("cli.option.file_passphrase_fd"), valueName: "n"))
    var filePassphraseDescriptor: Int32?

    /// For a file that is being made: long enough, and typed twice.
    func new() throws -> Passphrase {
        let given = try source
        let first = try (given ?? .terminal(prompt: say("cli.prompt.file_passphrase"))).line()
        try Passphrase(first).check()
        guard given == nil else { return Passphrase(first) }
        guard try PassphraseSource.terminal(prompt: say("cli.prompt.again")).line() == first else {
            throw UsageError(say("cli.usage.passphrases_differ"))
        }
        return Passphrase(first)
    }

    /// Of a file that is there.
    func known() throws -> Passphrase {
        try (source ?? .terminal(prompt: say("cli.prompt.file_passphrase"))).read()
    }

    private var source: PassphraseSource? {
        get throws {
            switch (filePassphraseFile, filePassphraseDescriptor) {
            case (nil, nil): nil
            case (let file?, nil): .file(file)
            case (nil, let number?): .descriptor(number)
            case (.some, .some): throw UsageError(say("cli.usage.one_passphrase"))
            }
        }
    }
}
