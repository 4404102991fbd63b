import HotlineDomain
import HotlineSwitch
import TerminalUI

/// Where the parts of the desk stand: the lists left, the own work right.
struct DeskLayout {
    let left: Rect
    let rule: Int
    let right: Rect
    let waitingRows: Int
    let todayRows: Int

    /// More than this many callers at once and the rest is a number.
    private static let waitingMax = 6

    init(_ size: Size, _ situation: Situation) {
        let width = size.columns < 100 ? size.columns / 2 : min(90, size.columns * 11 / 20)
        let whole = Rect(width: size.columns, height: size.rows)
        left = whole.cutLeft(width).left
        rule = width
        right = whole.cutLeft(width + 1).rest
        waitingRows = min(DeskLayout.waitingMax, situation.queue.waiting.count)
        let above = waitingRows == 0 ? 0 : waitingRows + 2
        todayRows = max(1, size.rows - above - 1)
    }
}
