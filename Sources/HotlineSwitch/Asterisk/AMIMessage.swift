/// One message of Asterisk's manager interface: pairs in the order they came,
/// keys may repeat. Text is decoded when it is asked for; bytes that are no
/// UTF-8 become a replacement mark.
public struct AMIMessage: Hashable, Sendable {
    struct Pair: Hashable, Sendable {
        let key: Range<Int>
        let value: Range<Int>
    }

    private var bytes: [UInt8]
    private(set) var pairs: [Pair]
    /// Lines within it that are no pair.
    public internal(set) var garbageLines = 0

    init() {
        bytes = []
        pairs = []
    }

    /// For tests and for what is not read off a line.
    public init(_ pairs: [(key: String, value: String)]) {
        self.init()
        for (key, value) in pairs {
            let line = Array("\(key): \(value)".utf8)
            append(line[...], colon: key.utf8.count)
        }
    }

    var isEmpty: Bool { pairs.isEmpty }
    var size: Int { bytes.count }

    /// `colon` is the place of the colon in the line. One space after it, or none.
    mutating func append(_ line: ArraySlice<UInt8>, colon: Int) {
        let start = bytes.count
        bytes.append(contentsOf: line)
        var value = start + colon + 1
        while value < bytes.count, bytes[value] == UInt8(ascii: " ") { value += 1 }
        pairs.append(Pair(key: start..<start + colon, value: value..<bytes.count))
    }

    /// The first value of a key, upper and lower case alike; nil where there is none.
    public subscript(key: String) -> String? { self[utf8: key.utf8] }

    /// Every value of a key, in order.
    public func all(_ key: String) -> [String] {
        pairs.filter { matches($0, key.utf8) }.map { text($0.value) }
    }

    /// Every value of the keys that begin so.
    func all(prefix: String) -> [String] {
        let count = prefix.utf8.count
        return pairs.filter { $0.key.count >= count && matches($0.key.prefix(count), prefix.utf8) }
            .map { text($0.value) }
    }

    func isEvent(_ name: String) -> Bool { self["Event"] == name }

    private subscript(utf8 key: String.UTF8View) -> String? {
        for pair in pairs where matches(pair, key) { return text(pair.value) }
        return nil
    }

    private func matches(_ pair: Pair, _ key: String.UTF8View) -> Bool {
        pair.key.count == key.count && matches(pair.key, key)
    }

    private func matches(_ range: Range<Int>, _ key: String.UTF8View) -> Bool {
        var place = range.lowerBound
        for byte in key {
            if AMIMessage.lower(bytes[place]) != AMIMessage.lower(byte) { return false }
            place += 1
        }
        return true
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
