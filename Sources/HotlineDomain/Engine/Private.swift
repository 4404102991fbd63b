/// Something that is nobody's business but the people's who opened it. It
/// prints as a mask wherever values are printed by accident: interpolation,
/// dumps, logs, errors, failed tests. Reading it takes the word `revealed`.
public struct Private<Value: Sendable & Hashable>: Hashable, Sendable {
    public let revealed: Value
    public init(_ value: Value) { revealed = value }
}

extension Private: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
