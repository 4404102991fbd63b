/// A visit: one stay of a call in one line, as the switch knows it. Opaque; a
/// call that enters a line again makes another one.
public struct SwitchCallID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }

    /// The nth stay of a call in a queue, by the switch's own names: mapping a
    /// queue to another line later does not make another visit of it.
    public init(call: String, queue: String, stay: Int) { self.init("\(call)/\(queue)/\(stay)") }

    public var description: String { text }
    public static func < (a: SwitchCallID, b: SwitchCallID) -> Bool { a.text < b.text }

    public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(text)
    }
}
