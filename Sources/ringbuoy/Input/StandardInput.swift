import Glibc
import HotlineDomain
import Synchronization
import Wording

/// Text that is handed in through a pipe, or typed until Ctrl-D.
enum StandardInput {
    private static let isRead = Mutex(false)

    /// Everything there is, line ends as `\n`, without the last ones. Refuses
    /// what is longer than a note may be before it has read it all.
    static func text(from descriptor: Int32 = STDIN_FILENO) throws -> String {
        // There is one text in it: a second reader would find nothing, and nobody would be told.
        if descriptor == STDIN_FILENO,
            isRead.withLock({ first in
                defer { first = true }; return first
            })
        {
            throw UsageError(say("cli.usage.input_twice"))
        }
        let bytes = try read(descriptor, atMost: Written.lengthMax * 4)
        var decoder = UTF8()
        var source = bytes.makeIterator()
        var place = 0
        decoding: while true {
            switch decoder.decode(&source) {
            case .scalarValue(let scalar): place += UTF8.width(scalar)
            case .emptyInput: break decoding
            case .error: throw notUTF8(descriptor, byte: place + 1)
            }
        }
        // Some programs begin a text with a mark that says it is UTF-8.
        let start = bytes.starts(with: "\u{FEFF}".utf8) ? 3 : 0
        let text = String(decoding: bytes[start...], as: UTF8.self).replacing("\r\n", with: "\n")
        return String(text.reversed().drop { $0 == "\n" }.reversed())
    }

    /// What a person named is blamed, and not standard input for all of them.
    private static func notUTF8(_ descriptor: Int32, byte: Int) -> InputError {
        descriptor == STDIN_FILENO
            ? .standardInputNotUTF8(byte: byte) : .descriptorNotUTF8(number: descriptor, byte: byte)
    }

    private static func unreadable(_ descriptor: Int32, _ detail: String) -> InputError {
        descriptor == STDIN_FILENO
            ? .standardInputUnreadable(detail: detail) : .descriptorUnreadable(number: descriptor, detail: detail)
    }

    private static func read(_ descriptor: Int32, atMost limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw unreadable(descriptor, String(cString: strerror(errno)))
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            if bytes.count > limit { throw Refusal(WordsRule.tooLong, ["max": String(Written.lengthMax)]) }
        }
    }
}
