/// Puts JSON together in the one form the journal keeps: the members of an
/// object in the order of their keys, nothing between the tokens.
///
/// Synthesised coding gives members as they are declared and never says that an
/// object is complete. So members are written one after the other as they come;
/// when an object is closed they are put in order, with their punctuation.
final class CanonicalWriter {
    private(set) var bytes: [UInt8] = []
    /// Objects and lists begun and not yet closed, the innermost last.
    private var open: [Compound] = []
    /// What `open` holds so far, the outermost's parts first.
    private var parts: [Part] = []
    /// Where a compound is put together; kept for its room.
    private var whole: [UInt8] = []
    /// Something asked for a form of coding that this writer does not know.
    private(set) var isRefused = false
    /// A text had one, which no server's table takes.
    private(set) var hasZeroByte = false

    private struct Compound {
        let start: Int
        let firstPart: Int
        let isObject: Bool
    }

    /// A member of an object, or an element of a list, which has no key.
    private struct Part {
        let key: String
        let start: Int
        var end: Int
    }

    init() {
        bytes.reserveCapacity(512)
        whole.reserveCapacity(512)
        open.reserveCapacity(8)
        parts.reserveCapacity(32)
    }

    /// How many compounds are open: the level of the next one.
    var depth: Int { open.count }

    /// Begins an object or a list; gives its level, by which its parts are begun.
    func begin(isObject: Bool) -> Int {
        open.append(Compound(start: bytes.count, firstPart: parts.count, isObject: isObject))
        return open.count - 1
    }

    /// Begins a member or an element: its value is what is written next.
    func beginPart(_ key: String = "", level: Int) {
        guard level < open.count else { return refuse() }
        close(to: level + 1)
        endPart()
        parts.append(Part(key: key, start: bytes.count, end: bytes.count))
        if open[level].isObject {
            write(key)
            bytes.append(UInt8(ascii: ":"))
        }
    }

    /// How many parts the innermost compound has.
    func count(level: Int) -> Int { level < open.count ? parts.count - open[level].firstPart : 0 }

    /// Closes compounds until no more than `depth` are open.
    func close(to depth: Int) {
        while open.count > depth { close() }
    }

    func refuse() { isRefused = true }

    private func endPart() {
        guard let compound = open.last, parts.count > compound.firstPart else { return }
        parts[parts.count - 1].end = bytes.count
    }

    private func close() {
        endPart()
        let compound = open.removeLast()
        if compound.isObject { parts[compound.firstPart...].sort { $0.key < $1.key } }
        whole.removeAll(keepingCapacity: true)
        whole.append(UInt8(ascii: compound.isObject ? "{" : "["))
        for place in compound.firstPart..<parts.count {
            if place > compound.firstPart { whole.append(UInt8(ascii: ",")) }
            whole.append(contentsOf: bytes[parts[place].start..<parts[place].end])
        }
        whole.append(UInt8(ascii: compound.isObject ? "}" : "]"))
        bytes.removeSubrange(compound.start...)
        bytes.append(contentsOf: whole)
        parts.removeSubrange(compound.firstPart...)
    }
}

// MARK: - Values

extension CanonicalWriter {
    func writeNull() { bytes.append(contentsOf: "null".utf8) }

    func write(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    func write(_ value: some FixedWidthInteger) {
        guard value != 0 else { return bytes.append(UInt8(ascii: "0")) }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }

    /// Escapes what JSON must have escaped and nothing else.
    func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { units in
            var plain = 0
            for (place, unit) in units.enumerated() where unit < 0x20 || unit == 0x22 || unit == 0x5C {
                bytes.append(contentsOf: units[plain..<place])
                writeEscaped(unit)
                plain = place + 1
            }
            bytes.append(contentsOf: units[plain...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func writeEscaped(_ unit: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch unit {
        case 0x00:
            hasZeroByte = true
            bytes.append(contentsOf: "u0000".utf8)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x22, 0x5C: bytes.append(unit)
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(digits[Int(unit >> 4)])
            bytes.append(digits[Int(unit & 15)])
        }
    }
}
