import TerminalUI

extension ListPane {
    /// Shows these rows: a list that is at hand as a whole. The cursor stays on its row.
    mutating func show(_ all: [Row]) {
        refresh()
        while let want = want() { _ = take(Page(ListWindow.page(want, of: all), for: want)) }
    }
}
