import Wording

/// Who is at the keyboard, and where their passphrase comes from. Never an
/// argument: every user of the machine could read it there.
struct IdentityOptions {
    let person: String?
    let passphraseFile: String?
    let passphraseDescriptor: Int32?

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
