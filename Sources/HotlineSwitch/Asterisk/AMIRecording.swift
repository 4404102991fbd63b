import HotlineDomain

/// A recording of the manager interface: `@<epoch.micros> <bytes>`, a line end,
/// then that many bytes as they arrived, one message with its blank line or the
/// greeting. No bytes at all: the connection was lost there. Read in pieces of
/// any size; holds one record.
public struct AMIRecording: Sendable {
    public struct Record: Hashable, Sendable {
        public let at: Instant
        /// Empty where the connection was lost.
        public let bytes: [UInt8]

        public init(at: Instant, bytes: [UInt8]) {
            self.at = at
            self.bytes = bytes
        }
    }

    /// Longer than any message; a larger number is no length.
    public static let recordMax = 16_777_216

    private enum Part: Sendable {
        case head
        case body(Instant, left: Int)
        case broken
    }

    private var part = Part.head
    private var buffer: [UInt8] = []
    private var count = 0
    /// The first head that is none, counted from 1; nothing is read after it.
    public private(set) var fault: BadLine?

    public init() {}

    public mutating func take(_ bytes: [UInt8]) -> [Record] {
        var records: [Record] = []
        for byte in bytes {
            switch part {
            case .broken: return records
            case .head:
                if byte == UInt8(ascii: "\n") {
                    beginBody(&records)
                } else {
                    buffer.append(byte)
                    if buffer.count > 64 { fail() }
                }
            case .body(let at, let left):
                buffer.append(byte)
                part = left == 1 ? .head : .body(at, left: left - 1)
                if left == 1 {
                    records.append(Record(at: at, bytes: buffer))
                    buffer.removeAll(keepingCapacity: true)
                }
            }
        }
        return records
    }

    /// Whether it stops in the middle of a record.
    public var isCut: Bool { if case .head = part { !buffer.isEmpty } else { true } }

    private mutating func beginBody(_ records: inout [Record]) {
        let words = String(decoding: buffer, as: UTF8.self).split(separator: " ")
        guard words.count == 2, words[0].first == "@", let at = Instant(decimalSeconds: words[0].dropFirst()),
            let length = Int(words[1]), (0...AMIRecording.recordMax).contains(length)
        else { return fail() }
        count += 1
        buffer.removeAll(keepingCapacity: true)
        if length == 0 { records.append(Record(at: at, bytes: [])) } else { part = .body(at, left: length) }
    }

    private mutating func fail() {
        part = .broken
        fault = BadLine(number: count + 1, fault: .malformed(at: 1))
    }
}
