import Glibc
import HotlineDomain
import HotlineStore
import Wording

/// Where a passphrase is read from.
enum PassphraseSource: Hashable {
    /// A file that only its owner may read.
    case file(String)
    /// An open descriptor, `3<secret`.
    case descriptor(Int32)
    /// The terminal, without showing what is typed.
    case terminal(prompt: String)

    /// The first line of it.
    func read() throws -> Passphrase { Passphrase(try line()) }

    func line() throws -> String {
        switch self {
        case .descriptor(let number): return try PassphraseSource.line(number, named: "fd \(number)")
        case .terminal(let prompt): return try PassphraseSource.typed(prompt)
        case .file(let path):
            // A pipe nobody writes into would be waited for.
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { throw PassphraseSource.unreadable(path) }
            defer { close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                throw InputError.passphraseUnreadable(file: path, detail: String(cString: strerror(EINVAL)))
            }
            guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
                throw InputError.passphraseFileShared(file: path)
            }
            return try PassphraseSource.line(descriptor, named: path)
        }
    }

    /// Longer lines are no passphrase; what follows the first line is not read.
    private static func line(_ descriptor: Int32, named name: String) throws -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count <= Passphrase.lengthMax * 4 {
            let count = Glibc.read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(name) }
            if count == 0 || byte == UInt8(ascii: "\n") { break }
            bytes.append(byte)
        }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty else {
            throw InputError.passphraseUnreadable(file: name, detail: say("cli.input.no_line"))
        }
        return text
    }

    /// Somebody sits there who can be asked again.
    static var hasTerminal: Bool {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { return false }
        close(terminal)
        return true
    }

    private static func typed(_ prompt: String) throws -> String {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { throw UsageError(say("cli.usage.passphrase_needed")) }
        defer { close(terminal) }
        var shown = termios()
        tcgetattr(terminal, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(terminal, TCSAFLUSH, &hidden)
        defer { tcsetattr(terminal, TCSAFLUSH, &shown) }
        let question = Array("\(prompt) ".utf8)
        _ = write(terminal, question, question.count)
        // The Enter behind it is not shown either; what is said next begins its own line.
        defer { _ = write(terminal, "\n", 1) }
        return try line(terminal, named: "/dev/tty")
    }

    private static func unreadable(_ name: String) -> InputError {
        .passphraseUnreadable(file: name, detail: String(cString: strerror(errno)))
    }
}
