extension Say {
    /// As it stands before `call`, `apel`, `звонок`: `third`, `al treilea`,
    /// `третий`; from thirteen on in digits.
    public func ordinal(_ number: Int) -> String {
        let words = Say.ordinalWords(language)
        if words.indices.contains(number - 1) { return words[number - 1] }
        switch language {
        case .en: return integer(number) + Say.englishSuffix(number)
        case .ro: return "al \(integer(number))-lea"
        case .ru: return "\(integer(number))-й"
        }
    }

    private static func ordinalWords(_ language: Language) -> [String] {
        switch language {
        case .en: list("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", " ")
        case .ro:
            list(
                "primul,al doilea,al treilea,al patrulea,al cincilea,al șaselea,al șaptelea,al optulea,al nouălea,"
                    + "al zecelea,al unsprezecelea,al doisprezecelea", ",")
        case .ru:
            list(
                "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый",
                " ")
        }
    }

    private static func englishSuffix(_ number: Int) -> String {
        if (11...13).contains(number % 100) { return "th" }
        switch number % 10 {
        case 1: return "st"
        case 2: return "nd"
        case 3: return "rd"
        default: return "th"
        }
    }

    private static func list(_ text: String, _ mark: Character) -> [String] {
        text.split(separator: mark).map(String.init)
    }
}
