/// The rules that can stand in the way of keeping words.
public enum WordsRule: String, RuleName {
    case tooLong = "words.too_long"
    case controlCharacter = "words.control_character"
    case directionMark = "words.direction_mark"
}

extension Written {
    /// In characters, for a note; a reason or a place name is shorter.
    public static let lengthMax = 20_000
    public static let regionLengthMax = 80
    public static let pseudonymLengthMax = 60
    /// What is known in one field, or is to be done.
    public static let fieldLengthMax = 2_000
    /// What became of a case in the houses it was in before.
    public static let courseLengthMax = 1_000_000

    /// Refuses what would damage the record or spoof a screen: control
    /// characters (newline and tab are text), marks that turn the writing
    /// direction, and anything longer than `lengthMax`.
    func check(_ lengthMax: Int = Written.lengthMax, isOneLine: Bool = false) throws(Refusal) {
        // Bytes first: counting the characters of ten megabytes takes a second.
        let bytes = text.revealed.utf8.count
        if bytes > lengthMax * 4 || text.revealed.count > lengthMax {
            throw Refusal(WordsRule.tooLong, ["max": String(lengthMax)])
        }
        for scalar in text.revealed.unicodeScalars {
            if scalar.isText, !isOneLine || scalar.value >= 0x20 { continue }
            let rule = scalar.turnsDirection ? WordsRule.directionMark : .controlCharacter
            throw Refusal(rule, ["code": scalar.hexadecimal])
        }
    }

    /// No reason at all, when a reason is asked for.
    /// Characters nobody sees are none.
    var isBlank: Bool {
        text.revealed.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
        }
    }
}

extension Unicode.Scalar {
    /// Neither damages a record nor a screen; newline and tab are text.
    public var isText: Bool {
        switch value {
        case 0x09, 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F: false
        default: !turnsDirection
        }
    }

    /// As Unicode writes it, `001B`.
    fileprivate var hexadecimal: String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    /// Turns the writing direction of what follows, or marks one.
    var turnsDirection: Bool {
        switch value {
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
