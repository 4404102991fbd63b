/// Puts UTF-8 together byte by byte, wherever the bytes were cut.
struct ScalarAssembler: Sendable {
    enum Step: Equatable {
        /// More bytes have to come.
        case incomplete
        case scalar(Unicode.Scalar)
        /// These bytes can never be a scalar; the present byte is used up.
        case invalid
        /// What was begun can never be a scalar; the present byte begins anew.
        case invalidBefore
    }

    private var value: UInt32 = 0
    private var remaining = 0
    /// What the next byte may be; narrower after some first bytes, so that
    /// over-long forms and surrogates are never put together.
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    var isEmpty: Bool { remaining == 0 }

    mutating func take(_ byte: UInt8) -> Step {
        guard remaining > 0 else { return begin(byte) }
        guard allowed.contains(byte) else {
            remaining = 0
            return .invalidBefore
        }
        value = value << 6 | UInt32(byte & 0x3F)
        remaining -= 1
        allowed = 0x80...0xBF
        guard remaining == 0 else { return .incomplete }
        return Unicode.Scalar(value).map { .scalar($0) } ?? .invalid
    }

    private mutating func begin(_ byte: UInt8) -> Step {
        allowed = 0x80...0xBF
        switch byte {
        case 0...0x7F: return .scalar(Unicode.Scalar(byte))
        case 0xC2...0xDF: expect(1, from: byte & 0x1F)
        case 0xE0: expect(2, from: 0, first: 0xA0...0xBF)
        case 0xED: expect(2, from: 0x0D, first: 0x80...0x9F)
        case 0xE1...0xEF: expect(2, from: byte & 0x0F)
        case 0xF0: expect(3, from: 0, first: 0x90...0xBF)
        case 0xF1...0xF3: expect(3, from: byte & 0x07)
        case 0xF4: expect(3, from: 4, first: 0x80...0x8F)
        default: return .invalid
        }
        return .incomplete
    }

    private mutating func expect(_ count: Int, from bits: UInt8, first: ClosedRange<UInt8> = 0x80...0xBF) {
        value = UInt32(bits)
        remaining = count
        allowed = first
    }
}
