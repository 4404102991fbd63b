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

    private static let sectionsWidth = 50

    init(_ size: Size) {
        let list = HeadedLayout(size)
        isWide = list.isWide
        head = list.head
        let body = Rect(width: size.columns, height: size.rows).cutTop(1).rest
        rule = isWide ? ReportsLayout.sectionsWidth : size.columns
        sections = body.cutLeft(rule).left
        side = isWide ? body.cutLeft(rule + 1).rest : body
        figures = side.cutTop(2).rest
    }
}
