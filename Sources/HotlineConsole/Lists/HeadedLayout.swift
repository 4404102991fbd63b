import TerminalUI

/// Where the parts of a screen stand that has a heading over its whole width:
/// below it a list, and from 100 columns on the thing under the cursor beside it.
struct HeadedLayout {
    let isWide: Bool
    let head: Rect
    let list: Rect
    let rule: Int
    let detail: Rect

    /// - Parameter headRows: lines above the list over the whole width.
    init(_ size: Size, headRows: Int = 1) {
        isWide = size.columns >= DetailPane.columnsForTwo
        let (head, rest) = Rect(width: size.columns, height: size.rows).cutTop(headRows)
        self.head = head
        let width = isWide ? HeadedLayout.listWidth(size) : size.columns
        list = rest.cutLeft(width).left
        rule = width
        detail = rest.cutLeft(width + 1).rest
    }

    /// A little more than half, up to what a line of a list has to say.
    static func listWidth(_ size: Size) -> Int { min(110, size.columns * 11 / 20) }

    /// The last line of the list is kept for what is typed under it, so that nothing moves.
    var listRows: Int { max(1, list.height - 1) }
}
