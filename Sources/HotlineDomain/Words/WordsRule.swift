public enum WordsRule: String, RuleName {
    case tooLong = "words.too_long"
    case controlCharacter = "words.control_character"
    case directionMark = "words.direction_mark"
}

extension Written {
    /// In characters, for a note; a reason or a place name is shorter.
    public static let lengthMax = 20_000
    public static let regionLengthMax = 80

    /// Refuses what would damage the record or spoof a screen: control
    /// characters (newline and tab are text), marks that turn the writing
    /// direction, and anything longer than `lengthMax`.
    func check(_ lengthMax: Int = Written.lengthMax) throws(Refusal) {
        // Bytes first: counting the characters of ten megabytes takes a second.
        let bytes = text.revealed.utf8.count
        if bytes > lengthMax * 4 || text.revealed.count > lengthMax {
            throw Refusal(WordsRule.tooLong, ["max": String(lengthMax)])
        }
        for scalar in text.revealed.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A: continue
            case 0x00...0x1F, 0x7F...0x9F:
                throw Refusal(WordsRule.controlCharacter, ["code": String(scalar.value, radix: 16)])
            case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069:
                throw Refusal(WordsRule.directionMark, ["code": String(scalar.value, radix: 16)])
            default: continue
            }
        }
    }
}
