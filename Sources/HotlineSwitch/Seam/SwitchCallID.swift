/// A visit: one stay of a call in one line, as the switch knows it. Opaque; a
/// call that enters a line again makes another one.
public struct SwitchCallID: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }

    /// The nth stay of a call in a queue, by the switch's own names: mapping a
    /// queue to another line later does not make another visit of it.
    public init(call: String, queue: String, stay: Int) { self.init("\(call)/\(queue)/\(stay)") }

    public var description: String { text }
    public static func < (a: SwitchCallID, b: SwitchCallID) -> Bool { a.text < b.text }
}
