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
    /// Of a column of numbers: over them, at the right.
    case numberHeading(String)
    case number(Int)
    /// Shown as a percentage with one decimal, of a whole there is.
    case share(Share)
    /// No number, said in grey at the right: withheld, unknown, not collected, nothing to divide by.
    case status(String)

    /// A figure, or why there is none.
    static func figure(_ value: FigureValue, _ words: PackWords) -> SheetCell {
        if let number = value.number { .number(number) } else { .status(words.figure(value)) }
    }

    /// Of a table of numbers: the first column says what they are of.
    static func headings(_ texts: [String]) -> [SheetCell] {
        texts.enumerated().map { $0 == 0 ? .heading($1) : .numberHeading($1) }
    }
    static func numbers(_ numbers: [Int]) -> [SheetCell] { numbers.map { SheetCell.number($0) } }

    /// The two cells of a percentage: itself, and n/N.
    static func shares(_ share: Share?, _ words: PackWords) -> [SheetCell] {
        guard let share, share.percentage != .undefined else { return [.status("-"), .empty] }
        return [percentage(share, words), .status(words.fraction(share))]
    }

    /// A format would round the nearly nothing to 0.0 % and the nearly everything to 100.0 %.
    static func percentage(_ share: Share, _ words: PackWords) -> SheetCell {
        if case .tenths = share.percentage { .share(share) } else { .status(words.percentage(share)) }
    }
}
