import Glibc
import Synchronization
import TerminalUI

/// What was to be printed could not be written.
struct OutputError: Error, Hashable {
    let detail: String
}

/// Standard output, gathered and written in large pieces; standard error, line
/// by line.
enum Output {
    private static let gathered = Mutex<[UInt8]>([])
    private static let pieceBytes = 1 << 16

    static func line(_ text: String) throws { try self.text(text + "\n") }

    static func text(_ text: String) throws { try bytes(text.utf8) }

    static func bytes(_ bytes: some Sequence<UInt8>) throws {
        let isFull = gathered.withLock {
            $0.append(contentsOf: bytes)
            return $0.count >= pieceBytes
        }
        if isFull { try flush() }
    }

    static func flush() throws {
        let piece = gathered.withLock { bytes in
            defer { bytes.removeAll(keepingCapacity: true) }
            return bytes
        }
        try piece.withUnsafeBytes { try write($0, to: STDOUT_FILENO) }
    }

    /// A remark for a person, on standard error: one line, whatever was typed
    /// or read into it. Nobody is told when it cannot be written.
    static func note(_ text: String) {
        // A terminal would cut the words where its line ends.
        let lines = terminalColumns.map { wrap(text.shown, width: $0) } ?? [text.shown]
        noteInPlace(lines.joined(separator: "\n") + "\n")
    }

    /// Nil where nobody reads along.
    private static var terminalColumns: Int? {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Without a line end: for a line that is written over.
    static func noteInPlace(_ text: String) {
        var text = text
        text.withUTF8 { try? write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
    }

    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                // Whoever read along has seen enough.
                exit(ExitStatus.done.rawValue)
            } else if errno != EINTR {
                throw OutputError(detail: String(cString: strerror(errno)))
            }
        }
    }
}
