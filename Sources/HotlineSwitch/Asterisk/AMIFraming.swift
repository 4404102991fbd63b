/// Cuts what arrives from the manager interface into messages, wherever the
/// network cut it. Holds no more than one line and one message, each of them
/// bounded: what is longer is dropped and told.
public struct AMIFraming: Sendable {
    public enum Frame: Hashable, Sendable {
        /// The greeting: one line without a blank line after it.
        case banner(String)
        case message(AMIMessage)
        /// Lines between messages that belong to none.
        case garbage(lines: Int)
        case oversized(bytes: Int)
    }

    /// The longest line that is kept: no field of a queue event is near it.
    public static let lineMax = 8192
    /// The longest message, in bytes.
    public static let messageMax = 65_536

    private var line: [UInt8] = []
    private var message = AMIMessage()
    private var dropped = 0
    private var atStart: Bool

    /// `expectsBanner`: the first line is the greeting.
    public init(expectsBanner: Bool = true) { atStart = expectsBanner }

    public mutating func take(_ bytes: [UInt8]) -> [Frame] {
        var frames: [Frame] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                endLine(&frames)
            } else if line.count < AMIFraming.lineMax {
                line.append(byte)
            } else {
                dropped += 1
            }
        }
        return frames
    }

    private mutating func endLine(_ frames: inout [Frame]) {
        defer { line.removeAll(keepingCapacity: true) }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        if atStart || isLateBanner {
            atStart = false
            // A switch that does not greet begins with a message.
            guard !line.isEmpty, colon == nil else { return endMessageLine(&frames) }
            return frames.append(.banner(String(decoding: line, as: UTF8.self)))
        }
        endMessageLine(&frames)
    }

    private mutating func endMessageLine(_ frames: inout [Frame]) {
        guard !line.isEmpty else { return endMessage(&frames) }
        if line.count == AMIFraming.lineMax || message.size + line.count > AMIFraming.messageMax {
            // Cut short, it would say something else than was sent.
            dropped += line.count
        } else if let colon, colon > 0 {
            message.append(line[...], colon: colon)
        } else {
            message.garbageLines += 1
        }
    }

    private mutating func endMessage(_ frames: inout [Frame]) {
        if dropped > 0 { frames.append(.oversized(bytes: dropped)) }
        if !message.isEmpty {
            frames.append(.message(message))
        } else if message.garbageLines > 0 {
            frames.append(.garbage(lines: message.garbageLines))
        }
        message = AMIMessage()
        dropped = 0
    }

    private var colon: Int? { line.firstIndex(of: UInt8(ascii: ":")) }
    /// Slow switches greet after they were spoken to.
    private var isLateBanner: Bool { message.isEmpty && line.starts(with: AMIFraming.greeting) }
    static let greeting = Array("Asterisk Call Manager/".utf8)
}
