extension String {
    /// As it may be shown on a terminal: what would steer it, or turn the
    /// writing, stands there by its number.
    var shown: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.steersTerminal {
                let number = String(scalar.value, radix: 16, uppercase: true)
                let zeros = String(repeating: "0", count: max(0, 4 - number.count))
                result.append(contentsOf: "U+\(zeros)\(number)".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    fileprivate var steersTerminal: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: properties.isBidiControl
        }
    }
}
