/// What stands in a cell. There are no formulas: a cell that is computed shows
/// what it was computed from.
public enum SheetCell: Hashable, Sendable {
    case empty
    case text(String)
    /// May run over several lines.
    case words(String)
    case title(String)
    /// Begins a table; runs on over the empty cells beside it.
    case section(String)
    /// Of a column.
    case heading(String)
    case number(Int)
    /// Shown as a percentage with one decimal.
    case share(Share)
    /// No number, said in grey at the right: withheld, unknown, not collected, nothing to divide by.
    case status(String)

    /// A figure, or why there is none.
    static func figure(_ value: FigureValue, _ words: PackWords) -> SheetCell {
        if let number = value.number { .number(number) } else { .status(words.figure(value)) }
    }

    static func headings(_ texts: [String]) -> [SheetCell] { texts.map { SheetCell.heading($0) } }
    static func numbers(_ numbers: [Int]) -> [SheetCell] { numbers.map { SheetCell.number($0) } }

    /// The two cells of a percentage: itself, and n/N.
    static func shares(_ share: Share?) -> [SheetCell] {
        guard let share, share.percentage != .undefined else { return [.status("-"), .empty] }
        return [.share(share), .text(share.fraction)]
    }
}
