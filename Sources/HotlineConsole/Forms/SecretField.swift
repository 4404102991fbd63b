import HotlineStore
import TerminalUI

/// A passphrase being typed: dots for letters, and a mask wherever it is printed.
public struct SecretField: Hashable, Sendable {
    private var field = TextField(limit: Passphrase.lengthMax)

    public init() {}

    public var isEmpty: Bool { field.isEmpty }
    public var passphrase: Passphrase { Passphrase(field.text) }

    public mutating func handle(_ key: Key) -> Edit { field.handle(key) }
    /// Whatever came of it, it is not kept.
    public mutating func clear() { field = TextField(limit: Passphrase.lengthMax) }

    public func draw(on surface: inout Surface, in rect: Rect, isFocused: Bool) {
        // As many dots as fit, and no more: how long it is is nobody's business either.
        var dots = TextField(String(repeating: "•", count: min(field.count, max(0, rect.width - 1))))
        if field.cursor < dots.cursor { dots = TextField(String(repeating: "•", count: field.cursor)) }
        dots.draw(on: &surface, in: rect, isFocused: isFocused)
    }
}

extension SecretField: CustomStringConvertible, CustomReflectable {
    public var description: String { "SecretField(•••)" }
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
