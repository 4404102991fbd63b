extension Say {
    private var words: CalendarWords { CalendarWords.of(language) }

    /// `1,346`, `1.346`, `1 346`; the space does not break.
    public func integer(_ number: Int) -> String {
        var digits = Array(String(number.magnitude))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(contentsOf: words.groupSeparator, at: place)
            place -= 3
        }
        return (number < 0 ? "-" : "") + String(digits)
    }

    /// A number of tenths: 94 is `9.4`, `9,4`.
    public func decimal(tenths: Int) -> String {
        let whole = integer(Int(tenths.magnitude / 10))
        return (tenths < 0 ? "-" : "") + "\(whole)\(words.decimalMark)\(tenths.magnitude % 10)"
    }

    /// `9.4%`, `9,4 %`; an empty whole is `-`, never 0 % or 100 %. Half a tenth rounds up.
    public func percentage(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "-" }
        let tenths = (part * 2000 + whole) / (whole * 2)
        return decimal(tenths: tenths) + words.percentSign
    }
}
