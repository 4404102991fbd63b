import HotlineDomain

/// One JSON object, with lists of such objects in it at most: what a line of a
/// feed may hold. Read strictly (RFC 8259); of a name given twice, the last counts.
struct JSONObject: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        case null
        case flag(Bool)
        /// As it was written: an epoch with microseconds does not fit a double.
        case number(String)
        case text(String)
        /// Nothing but objects in it; an empty one too.
        case list([JSONObject])
        /// Whatever else is nested is read and not kept.
        case nested
    }

    private(set) var members: [String: Value] = [:]

    /// Throws the place where it stops being one, counted in bytes from 1.
    init(_ text: some StringProtocol) throws(JSONFault) {
        var reader = JSONReader(Array(text.utf8))
        members = try reader.object()
        try reader.end()
    }

    fileprivate init(members: [String: Value]) { self.members = members }

    subscript(name: String) -> Value? { members[name] }
}

struct JSONFault: Error, Hashable, Sendable {
    let at: Int
}

/// Reads JSON from bytes, no deeper than a switch has reason to nest.
struct JSONReader {
    private static let depthMax = 16
    private let bytes: [UInt8]
    private var place = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func object() throws(JSONFault) -> [String: JSONObject.Value] {
        var members: [String: JSONObject.Value] = [:]
        try expect("{")
        if take("}") { return members }
        repeat {
            let name = try string()
            try expect(":")
            members[name] = try value()
        } while take(",")
        try expect("}")
        return members
    }

    mutating func end() throws(JSONFault) {
        skipSpace()
        guard place == bytes.count else { throw fault }
    }

    private mutating func value() throws(JSONFault) -> JSONObject.Value {
        skipSpace()
        guard place < bytes.count else { throw fault }
        switch bytes[place] {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try nested()
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func nested() throws(JSONFault) -> JSONObject.Value {
        depth += 1
        defer { depth -= 1 }
        guard depth < JSONReader.depthMax else { throw fault }
        guard bytes[place] == UInt8(ascii: "[") else {
            _ = try object()
            return .nested
        }
        var items: [JSONObject]? = []
        try expect("[")
        if take("]") { return .list([]) }
        repeat {
            skipSpace()
            if peek == UInt8(ascii: "{") {
                let item = JSONObject(members: try object())
                items?.append(item)
            } else {
                _ = try value()
                items = nil
            }
        } while take(",")
        try expect("]")
        return items.map { .list($0) } ?? .nested
    }

    private mutating func word(_ text: String, _ value: JSONObject.Value) throws(JSONFault) -> JSONObject.Value {
        guard bytes[place...].starts(with: text.utf8) else { throw fault }
        place += text.utf8.count
        return value
    }

    private mutating func number() throws(JSONFault) -> String {
        let start = place
        if peek == UInt8(ascii: "-") { place += 1 }
        guard let first = peek, JSONReader.isDigit(first) else { throw fault }
        place += 1
        if first != UInt8(ascii: "0") { skipDigits() }
        if peek == UInt8(ascii: ".") {
            place += 1
            guard let digit = peek, JSONReader.isDigit(digit) else { throw fault }
            skipDigits()
        }
        if let mark = peek, mark | 0x20 == UInt8(ascii: "e") {
            place += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { place += 1 }
            guard let digit = peek, JSONReader.isDigit(digit) else { throw fault }
            skipDigits()
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func string() throws(JSONFault) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw fault }
            place += 1
            if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
        }
        try expect("\"")
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        guard let byte = peek else { throw fault }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): try unicode(into: &text)
        default: throw fault
        }
    }

    private mutating func unicode(into text: inout [UInt8]) throws(JSONFault) {
        var code = UInt32(try hex())
        if (0xD800...0xDBFF).contains(code), peek == UInt8(ascii: "\\") {
            place += 1
            guard peek == UInt8(ascii: "u") else { throw fault }
            place += 1
            let low = UInt32(try hex())
            guard (0xDC00...0xDFFF).contains(low) else { throw fault }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault }
        text += Array(String(Character(scalar)).utf8)
    }

    private mutating func hex() throws(JSONFault) -> UInt16 {
        let end = place + 4
        guard end <= bytes.count,
            bytes[place..<end].allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let code = UInt16(String(decoding: bytes[place..<end], as: UTF8.self), radix: 16)
        else { throw fault }
        place = end
        return code
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }
    private var fault: JSONFault { JSONFault(at: place + 1) }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private mutating func skipDigits() { while let digit = peek, JSONReader.isDigit(digit) { place += 1 } }
    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
    }

    private mutating func take(_ mark: Character) -> Bool {
        skipSpace()
        guard peek == mark.asciiValue else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ mark: Character) throws(JSONFault) { guard take(mark) else { throw fault } }
}
