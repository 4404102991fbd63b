/// Marks up text for XML and HTML.
enum XMLText {
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            // XML has no place for these, not even escaped.
            case let control where control.value < 0x20 && control != "\t" && control != "\n": continue
            case let none where none.value & 0xFFFE == 0xFFFE: continue
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// `<name a="1">inner</name>`; `inner` is marked up already.
    static func element(_ name: String, _ attributes: [(String, String)] = [], _ inner: String = "") -> String {
        let marks = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
        return inner.isEmpty ? "<\(name)\(marks)/>" : "<\(name)\(marks)>\(inner)</\(name)>"
    }
}
