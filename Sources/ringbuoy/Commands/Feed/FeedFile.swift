import Glibc
import HotlineDomain
import Wording

/// A file, or `-` for standard input, in pieces.
final class FeedFile {
    let name: String
    let descriptor: Int32
    /// Whether it holds anything but space.
    private var hasText = false
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(_ path: String) throws(FeedError) {
        name = path
        guard path != "-" else {
            descriptor = dup(STDIN_FILENO)
            return
        }
        // A pipe with a name is not open until somebody writes to it.
        descriptor = EndSignals.lettingThrough { open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FeedFile.error(path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw .unreadable(file: path, detail: String(cString: strerror(EISDIR)))
        }
    }

    deinit { close(descriptor) }

    enum Arrival {
        case bytes([UInt8])
        /// Nothing in the time there was.
        case nothing
        case end
    }

    /// Waits for what comes, as long as that. A file never keeps anybody waiting.
    func arrival(within span: Span) throws(FeedError) -> Arrival {
        guard isReadable(within: span) else { return .nothing }
        return try read().map { .bytes($0) } ?? .end
    }

    /// Whether there is more to be read at once, or it is at its end.
    var hasMore: Bool { isReadable(within: .zero) }

    private func isReadable(within span: Span) -> Bool {
        var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&interest, 1, Int32(clamping: max(0, span.milliseconds))) != 0
    }

    /// Nil at its end.
    func read() throws(FeedError) -> [UInt8]? {
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count > 0 {
                hasText = hasText || buffer[..<count].contains { $0 > UInt8(ascii: " ") }
                return Array(buffer[..<count])
            }
            if count == 0 { return nil }
            if errno != EINTR { throw FeedFile.error(name) }
        }
    }

    /// At its end. A file of another kind, given by mistake, must not look like a day without calls.
    func check(understood: Int) throws(FeedError) {
        guard understood == 0, hasText else { return }
        throw .notUnderstood(file: name == "-" ? say("cli.feed.standard_input") : name)
    }

    private static func error(_ path: String) -> FeedError {
        .unreadable(file: path, detail: String(cString: strerror(errno)))
    }
}

/// Bytes in, whole lines out; the last one counts without its end too.
struct FeedLines {
    private var partial: [UInt8] = []
    /// A line this long is no line of any feed; it is handed on cut, and refused there.
    private static let bytesMax = 131_072

    mutating func take(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                lines.append(end())
            } else if partial.count < FeedLines.bytesMax {
                partial.append(byte)
            }
        }
        return lines
    }

    mutating func finish() -> [String] { partial.isEmpty ? [] : [end()] }

    private mutating func end() -> String {
        if partial.last == UInt8(ascii: "\r") { partial.removeLast() }
        defer { partial.removeAll(keepingCapacity: true) }
        return String(decoding: partial, as: UTF8.self)
    }
}
