/// What tells a desk that joined a server from every other: it stands in the numbers people say there, and
/// the nodes it writes under follow from it. A store that never joined has none, and neither has the server's.
public struct DeskMark: Hashable, Comparable, Sendable {
    public let number: Int

    /// Nil for a number that no desk can have.
    public init?(_ number: Int) {
        guard DeskMark.all.contains(number) else { return nil }
        self.number = number
    }

    public static func < (one: DeskMark, other: DeskMark) -> Bool { one.number < other.number }

    public static let all = 1...1000

    /// Programs that may write at this desk at the same time, one a node.
    public static let programs = 4

    /// Programs that write at the server itself, or to a store that is nobody's desk.
    public static let nodesOfHouse: ClosedRange<Int64> = 1...95

    public var nodes: ClosedRange<Int64> {
        let first = DeskMark.nodesOfHouse.upperBound + 1 + Int64((number - 1) * DeskMark.programs)
        return first...(first + Int64(DeskMark.programs) - 1)
    }

    /// Whose node it is; nil for the house's.
    public init?(node: Int64) {
        guard node > DeskMark.nodesOfHouse.upperBound else { return nil }
        self.init(Int((node - DeskMark.nodesOfHouse.upperBound - 1) / Int64(DeskMark.programs)) + 1)
    }
}

extension DeskMark: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let mark = try DeskMark(container.decode(Int.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no desk's mark")
        }
        self = mark
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

extension DeskMark: CustomStringConvertible {
    public var description: String { String(number) }

    /// `3`
    public init?(_ text: some StringProtocol) {
        guard let number = Int(digits: text) else { return nil }
        self.init(number)
    }
}
