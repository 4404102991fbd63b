import TerminalUI

/// Where the parts of a report stand: its sections left, the figures of one of
/// them beside or, on a narrow screen, in their place.
struct ReportsLayout {
    let isWide: Bool
    let head: Rect
    let sections: Rect
    let rule: Int
    let side: Rect
    /// The figures, below their heading.
    let figures: Rect

    /// What a step with its count and share takes, and where there is room more for what leads a section.
    private static let sectionsWidth = 47...60

    init(_ size: Size) {
        let list = HeadedLayout(size)
        isWide = list.isWide
        head = list.head
        let body = Rect(width: size.columns, height: size.rows).cutTop(1).rest
        let widths = ReportsLayout.sectionsWidth
        rule = isWide ? min(widths.upperBound, max(widths.lowerBound, size.columns * 2 / 5)) : size.columns
        sections = body.cutLeft(rule).left
        side = isWide ? body.cutLeft(rule + 1).rest : body
        figures = side.cutTop(2).rest
    }
}
