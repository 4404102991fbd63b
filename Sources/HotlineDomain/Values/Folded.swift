/// Text as it is compared when somebody searches: lower case, without
/// diacritics, `ё` as `е`, Romanian comma-below and cedilla letters alike, and
/// anything that is no letter or digit as one space.
public func folded(_ text: some StringProtocol) -> String {
    var result = ""
    var pendingSpace = false
    for scalar in text.lowercased().unicodeScalars {
        guard let letter = foldedScalar(scalar) else { continue }
        if letter == " " {
            pendingSpace = !result.isEmpty
        } else {
            if pendingSpace { result.append(" ") }
            pendingSpace = false
            result.append(letter)
        }
    }
    return result
}

private func foldedScalar(_ scalar: Unicode.Scalar) -> String? {
    if let plain = foldTable[scalar] { return plain }
    let properties = scalar.properties
    // Combining marks vanish, so that decomposed text folds as composed text does.
    if properties.generalCategory == .nonspacingMark { return nil }
    return properties.isAlphabetic || properties.numericType != nil ? String(scalar) : " "
}

private let foldTable: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
        ("àáâãäåāăąǎ", "a"), ("çćĉċč", "c"), ("ďđð", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ĥħ", "h"),
        ("ìíîïĩīĭįı", "i"), ("ĵ", "j"), ("ķ", "k"), ("ĺļľŀł", "l"), ("ñńņň", "n"), ("òóôõöøōŏő", "o"),
        ("ŕŗř", "r"), ("śŝşšș", "s"), ("ţťŧț", "t"), ("ùúûüũūŭůűų", "u"), ("ŵ", "w"), ("ýÿŷ", "y"), ("źżž", "z"),
        ("ё", "е"), ("й", "и"), ("ї", "і"), ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (letters, plain) in rows { for scalar in letters.unicodeScalars { table[scalar] = plain } }
    return table
}()
