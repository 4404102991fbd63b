import ArgumentParser
import Wording

/// Who is at the keyboard, and where their passphrase comes from. Never an
/// argument: every user of the machine could read it there.
struct IdentityOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: ArgumentHelp(say("cli.option.as"), valueName: "code"))
    var person: String?
    @Option(help: ArgumentHelp(say("cli.option.passphrase_file"), valueName: "file"))
    var passphraseFile: String?
    @Option(name: .customLong("passphrase-fd"), help: ArgumentHelp(say("cli.option.passphrase_fd"), valueName: "n"))
    var passphraseDescriptor: Int32?

    var source: PassphraseSource? {
        get throws {
            switch (passphraseFile, passphraseDescriptor) {
            case (nil, nil): nil
            case (let file?, nil): .file(file)
            case (nil, let number?): .descriptor(number)
            case (.some, .some): throw UsageError(say("cli.usage.one_passphrase"))
            }
        }
    }
}
