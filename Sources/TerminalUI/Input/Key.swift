/// One key as it was pressed, or one paste.
public struct Key: Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        case character(Unicode.Scalar)
        case enter
        case escape
        case tab
        case backspace
        case delete
        case insert
        case home
        case end
        case pageUp
        case pageDown
        case up
        case down
        case left
        case right
        /// F1 ... F12
        case function(Int)
        /// What was pasted, with line ends as `\n`.
        case paste(String)
    }

    public struct Modifiers: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let shift = Modifiers(rawValue: 1)
        public static let alt = Modifiers(rawValue: 2)
        public static let control = Modifiers(rawValue: 4)
    }

    public let code: Code
    public let modifiers: Modifiers

    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    public static let enter = Key(.enter)
    public static let escape = Key(.escape)
    public static let tab = Key(.tab)
    public static let shiftTab = Key(.tab, .shift)
    public static let backspace = Key(.backspace)
    public static let delete = Key(.delete)
    public static let insert = Key(.insert)
    public static let home = Key(.home)
    public static let end = Key(.end)
    public static let pageUp = Key(.pageUp)
    public static let pageDown = Key(.pageDown)
    public static let up = Key(.up)
    public static let down = Key(.down)
    public static let left = Key(.left)
    public static let right = Key(.right)
    public static let space = Key(.character(" "))

    public static func character(_ scalar: Unicode.Scalar) -> Key { Key(.character(scalar)) }
    public static func control(_ scalar: Unicode.Scalar) -> Key { Key(.character(scalar), .control) }
    public static func alt(_ scalar: Unicode.Scalar) -> Key { Key(.character(scalar), .alt) }
    public static func function(_ number: Int) -> Key { Key(.function(number)) }
    public static func paste(_ text: String) -> Key { Key(.paste(text)) }

    /// The letter to write, if the key is one and not a command.
    public var typed: Unicode.Scalar? {
        guard case .character(let scalar) = code, modifiers.isSubset(of: .shift) else { return nil }
        return scalar
    }
}

/// `let new: Key = "n"`
extension Key: ExpressibleByUnicodeScalarLiteral {
    public init(unicodeScalarLiteral scalar: Unicode.Scalar) { self = .character(scalar) }
}

/// As it is printed in the bar, the help and the manual. A paste prints its
/// length only: it may hold a caller's words.
extension Key: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String {
        var text = ""
        if modifiers.contains(.control) { text += "Ctrl-" }
        if modifiers.contains(.alt) { text += "Alt-" }
        if modifiers.contains(.shift) { text += "Shift-" }
        if modifiers.contains(.control), case .character(let scalar) = code {
            return text + scalar.properties.uppercaseMapping
        }
        return text + code.name
    }

    public var debugDescription: String { description }
}

extension Key: CustomReflectable {
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

extension Key.Code: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { name }
    public var debugDescription: String { name }
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .enum) }
}

extension Key.Code {
    fileprivate var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let scalar): String(scalar)
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .function(let number): "F\(number)"
        case .paste(let text): "Paste(\(text.utf8.count))"
        }
    }
}
