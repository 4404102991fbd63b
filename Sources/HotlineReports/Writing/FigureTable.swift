/// The tidy table as comma-separated text (RFC 4180), a head line first.
public enum FigureTable {
    public static func csv(_ figures: [Figure]) -> String {
        ([Figure.columnNames] + figures.map(\.columns))
            .map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// Keys are codes, but an operator's or a line's is what a hotline wrote.
    private static func field(_ text: String) -> String {
        guard text.utf8.contains(where: { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) }) else {
            return text
        }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
