import TerminalUI

/// What one line of a form holds.
public enum FieldContent: Hashable, Sendable {
    case code(CodeField)
    case text(TextField)
    /// A number of somebody's: shown while it is typed, and afterwards masked.
    case secret(TextField)
    /// A text of several lines; Enter goes on, Alt-Enter begins a line.
    case note(TextArea, rows: Int)

    /// As a draft keeps it.
    public var value: String {
        switch self {
        case .code(let field): field.codes.joined(separator: " ")
        case .text(let field), .secret(let field): field.text
        case .note(let area, _): area.text
        }
    }

    public mutating func restore(_ value: String) {
        switch self {
        case .code(var field):
            field.set(value.split(separator: " ").map(String.init))
            self = .code(field)
        case .text(var field):
            field.replace(with: value)
            self = .text(field)
        case .secret(var field):
            field.replace(with: value)
            self = .secret(field)
        case .note(let area, let rows):
            self = .note(
                TextArea(value, limit: area.limit, width: area.width, height: area.height, enterLeaves: true),
                rows: rows)
        }
    }

    var rows: Int {
        if case .note(_, let rows) = self { return rows }
        return 1
    }
}

/// What is missing in a field or wrong with it: said beside it.
public struct FieldFault: Hashable, Sendable {
    public let key: String
    public let arguments: [String: String]
    public init(says key: String, _ arguments: [String: String] = [:]) {
        self.key = key
        self.arguments = arguments
    }
}
