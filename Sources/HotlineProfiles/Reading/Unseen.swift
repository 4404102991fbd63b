extension Unicode.Scalar {
    /// Nobody sees it, or it turns the writing: in a profile it could make a
    /// text read otherwise than it works, and on a screen steer the terminal.
    var isUnseen: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
        default: properties.isDefaultIgnorableCodePoint
        }
    }

    /// As Unicode writes it, `U+001B`.
    var named: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}
