/// Lines of text with a mark between the fields (RFC 4180).
enum SeparatedText {
    /// What a spreadsheet on Windows takes for the beginning of UTF-8.
    static let byteOrderMark = "\u{FEFF}"

    static func line(_ fields: [String], separator: Character = ",") -> String {
        fields.map { field($0, separator) }.joined(separator: String(separator)) + "\r\n"
    }

    /// Keys are codes, but an operator's or a line's is what a hotline wrote.
    private static func field(_ text: String, _ separator: Character) -> String {
        guard
            text.unicodeScalars.contains(where: { "\"\r\n".unicodeScalars.contains($0) }) || text.contains(separator)
        else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Text that a spreadsheet would compute is told to be text. Numbers are not
    /// given to this: `-1` is a number, `-1+cmd` is somebody's words.
    static func plain(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\u{FEFF}" }) else {
            return text
        }
        let dangerous: [Unicode.Scalar] = [
            "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
        ]
        return dangerous.contains(first) ? "'" + text : text
    }
}
