/// Turns the bytes of a terminal into keys, however they were cut on their way.
///
/// Only a lone Escape needs a clock: while `holdsEscape`, wait 25 ms for more
/// bytes, then `flush`. Everything else that is incomplete waits for its rest.
public struct KeyDecoder: Sendable {
    /// How long a lone Escape may be the beginning of something.
    public static let escapeDelay: Duration = .milliseconds(25)
    /// A longer paste loses its end: no field takes a fraction of it.
    static let pasteBytesMax = 16 << 20
    /// No terminal sends a longer sequence; what is longer is noise.
    private static let sequenceBytesMax = 64

    private enum State: Equatable {
        case ground
        case escape
        /// After `ESC [`
        case sequence
        /// After `ESC O`
        case application
        /// After `ESC [ [`, the function keys of the Linux console
        case linux
        /// So many bytes of an old mouse report are still to come
        case mouse(Int)
        case paste
    }

    private var state = State.ground
    private var scalars = ScalarAssembler()
    private var isAlt = false
    private var sequence: [UInt8] = []
    private var pasted: [UInt8] = []
    /// How much of the end mark of a paste has been seen.
    private var endSeen = 0
    private var keys: [Key] = []

    public init() {}

    /// True while an Escape has come and nothing after it.
    public var holdsEscape: Bool { state == .escape }

    /// Takes bytes as they arrived and gives the keys they complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
        feed(Array(bytes)[...])
    }

    /// Says that nothing came after an Escape for a while: it was the key itself.
    public mutating func flush() -> [Key] {
        guard state == .escape else { return [] }
        state = .ground
        return [.escape]
    }

    private mutating func feed(_ bytes: ArraySlice<UInt8>) -> [Key] {
        var rest = bytes
        while !rest.isEmpty {
            if state == .paste {
                rest = takePasted(rest)
            } else {
                take(rest.removeFirst())
            }
        }
        defer { keys = [] }
        return keys
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeText(byte)
        case .escape: takeAfterEscape(byte)
        case .sequence: takeInSequence(byte)
        case .application: takeAfterApplication(byte)
        case .linux:
            state = .ground
            if (0x41...0x45).contains(byte) { emit(.function(Int(byte) - 0x40)) }
        case .mouse(let left): state = left > 1 ? .mouse(left - 1) : .ground
        case .paste: break
        }
    }
}

// MARK: - Text and controls

extension KeyDecoder {
    private mutating func takeText(_ byte: UInt8) {
        switch scalars.take(byte) {
        case .incomplete: break
        case .scalar(let scalar): takeScalar(scalar)
        case .invalid: emitText("\u{FFFD}")
        case .invalidBefore:
            emitText("\u{FFFD}")
            takeText(byte)
        }
    }

    private mutating func takeScalar(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x1B: state = .escape
        case 0x0D, 0x0A: emit(.enter)
        case 0x09: emit(.tab)
        case 0x08, 0x7F: emit(.backspace)
        case 0x00: emit(.character(" "), .control)
        case 0x01...0x1A: emit(.character(Unicode.Scalar(UInt8(scalar.value + 0x60))), .control)
        case 0x1C...0x1F: emit(.character(Unicode.Scalar(UInt8(scalar.value + 0x40))), .control)
        // C1: nobody has these on a keyboard.
        case 0x80...0x9F: isAlt = false
        default: emitText(scalar)
        }
    }

    private mutating func emitText(_ scalar: Unicode.Scalar) { emit(.character(scalar)) }

    private mutating func emit(_ code: Key.Code, _ modifiers: Key.Modifiers = []) {
        keys.append(Key(code, isAlt ? modifiers.union(.alt) : modifiers))
        isAlt = false
    }

    private mutating func takeAfterEscape(_ byte: UInt8) {
        switch byte {
        case 0x5B:
            state = .sequence
            sequence = []
        case 0x4F: state = .application
        // The first Escape was the key; the second may begin something.
        case 0x1B: emit(.escape)
        default:
            state = .ground
            isAlt = true
            takeText(byte)
        }
    }
}

// MARK: - Sequences

extension KeyDecoder {
    private mutating func takeAfterApplication(_ byte: UInt8) {
        state = .ground
        if byte == 0x1B {
            state = .escape
        } else if let key = KeySequence.application(byte) {
            keys.append(key)
        }
    }

    private mutating func takeInSequence(_ byte: UInt8) {
        switch byte {
        case 0x5B where sequence.isEmpty: state = .linux
        case 0x4D where sequence.isEmpty: state = .mouse(3)
        // xterm's final bytes, and the dollar with which rxvt ends shifted keys.
        case 0x40...0x7E, 0x24: endSequence(final: byte)
        case 0x20...0x3F:
            sequence.append(byte)
            if sequence.count > Self.sequenceBytesMax { state = .ground }
        // Not part of a sequence: that one is lost, this byte is not.
        default:
            state = .ground
            takeText(byte)
        }
    }

    private mutating func endSequence(final: UInt8) {
        state = .ground
        guard final == 0x7E, sequence == [0x32, 0x30, 0x30] else {
            if let key = KeySequence.control(parameters: sequence, final: final) { keys.append(key) }
            return
        }
        state = .paste
        pasted = []
        endSeen = 0
    }
}

// MARK: - Paste

extension KeyDecoder {
    private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

    /// Takes as much as belongs to the paste and gives back the rest.
    private mutating func takePasted(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while let byte = rest.first {
            if endSeen == 0 {
                let end = rest.firstIndex(of: 0x1B) ?? rest.endIndex
                keep(rest[..<end])
                rest = rest[end...]
                if !rest.isEmpty {
                    rest = rest.dropFirst()
                    endSeen = 1
                }
            } else if byte == Self.pasteEnd[endSeen] {
                rest = rest.dropFirst()
                endSeen += 1
                guard endSeen == Self.pasteEnd.count else { continue }
                endPaste()
                return rest
            } else {
                keep(Self.pasteEnd[..<endSeen])
                endSeen = 0
            }
        }
        return rest
    }

    private mutating func keep(_ bytes: ArraySlice<UInt8>) {
        pasted.append(contentsOf: bytes.prefix(max(0, Self.pasteBytesMax - pasted.count)))
    }

    private mutating func endPaste() {
        state = .ground
        endSeen = 0
        var text: [UInt8] = []
        text.reserveCapacity(pasted.count)
        var previous: UInt8 = 0
        for byte in pasted {
            if byte == 0x0D {
                text.append(0x0A)
            } else if byte != 0x0A || previous != 0x0D {
                text.append(byte)
            }
            previous = byte
        }
        pasted = []
        keys.append(.paste(String(decoding: text, as: UTF8.self)))
    }
}
