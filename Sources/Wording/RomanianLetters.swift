/// Romanian as it is to be kept: ș and ț with a comma below. Old keyboards and
/// documents have the cedilla letters ş and ţ, which look alike and compare unequal.
/// A letter with a combining cedilla or comma becomes the one letter too.
public func commaBelow(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if let single = cedillaLetters[scalar] {
            result.append(single)
        } else if scalar == "\u{327}" || scalar == "\u{326}", let base = result.last, let joined = bases[base] {
            result.removeLast()
            result.append(joined)
        } else {
            result.append(scalar)
        }
    }
    return String(result)
}

private let cedillaLetters: [Unicode.Scalar: Unicode.Scalar] = ["ş": "ș", "Ş": "Ș", "ţ": "ț", "Ţ": "Ț"]
private let bases: [Unicode.Scalar: Unicode.Scalar] = ["s": "ș", "S": "Ș", "t": "ț", "T": "Ț"]
