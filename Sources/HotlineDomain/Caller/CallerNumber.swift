/// A caller's number as it is compared, in memory and nowhere else. Numbers come
/// as switches and people write them, and few follow a plan that could be looked
/// up, so nothing is parsed:
///
/// * only digits count, of whatever script; spaces, brackets and dashes do not;
/// * `+` and `00` in front are one and the same, and as good as neither, since
///   many switches leave both out: `+373 533 1 23 45`, `00373…` and `373…` agree;
/// * a `(0)` behind a country's code is not dialled with it and does not count;
/// * a number written without its country's code is another number than with it.
public struct CallerNumber: Hashable, Sendable {
    public let digits: Private<String>

    /// Shorter ones are an extension or a mistake and would take everybody for the same caller.
    static let digitsMin = 3
    static let digitsMax = 32

    /// Nil for what is no number: withheld, a name, too few digits or too many, several lines.
    public init?(_ typed: String) {
        // Before anything is looked through: somebody may paste a book.
        guard typed.utf8.count <= 256 else { return nil }
        // Two lines are two numbers, or a number and a word about it: nobody has that one.
        guard !typed.contains(where: \.isNewline) else { return nil }
        let text = typed.replacingTrunkZero
        var digits = ""
        for scalar in text.unicodeScalars {
            if let digit = CallerNumber.digit(scalar) {
                digits += String(digit)
            } else if scalar.properties.isAlphabetic {
                return nil
            }
        }
        let isInternational = text.first { !$0.isWhitespace } == "+"
        if !isInternational, digits.hasPrefix("00") { digits.removeFirst(2) }
        guard (CallerNumber.digitsMin...CallerNumber.digitsMax).contains(digits.count) else { return nil }
        self.digits = Private(digits)
    }

    static func digit(_ scalar: Unicode.Scalar) -> Int? {
        guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else {
            return nil
        }
        return Int(value)
    }
}

extension String {
    /// `+44 (0)20 …`: the zero is for callers at home.
    fileprivate var replacingTrunkZero: String {
        guard let open = firstIndex(of: "("), self[open...].hasPrefix("(0)"),
            self[..<open].contains(where: \.isWholeNumber)
        else { return self }
        return String(self[..<open] + self[index(open, offsetBy: 3)...])
    }
}
