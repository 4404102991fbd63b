/// The tidy table as comma-separated text (RFC 4180), a head line first.
public enum FigureTable {
    public static func csv(_ figures: [Figure]) -> String {
        ([Figure.columnNames] + figures.map(\.columns)).map { SeparatedText.line($0) }.joined()
    }
}
