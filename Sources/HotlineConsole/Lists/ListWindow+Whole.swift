import TerminalUI

/// A list that is at hand as a whole still moves and scrolls in a window; here
/// the window's questions are answered from it.
extension ListWindow {
    /// More rows than any list has that is not read page by page.
    static var wholeRows: Int { 100_000 }

    /// For lists given with `show`.
    static var ofWhole: ListWindow { ListWindow(pageRows: wholeRows) }

    /// Shows these rows; the cursor stays on its row and the row on its line.
    mutating func show(_ all: [Row]) {
        refresh()
        while let want { take(ListWindow.page(want, of: all), for: want) }
    }

    static func page(_ want: Want, of all: [Row]) -> [Row] {
        func place(_ id: Row.ID) -> Int? { all.firstIndex { $0.id == id } }
        switch want {
        case .first, .last: return all
        case .from(let id): return Array(all[(place(id) ?? 0)...])
        case .before(let id): return Array(all[..<(place(id) ?? 0)])
        case .after(let id): return place(id).map { Array(all[($0 + 1)...]) } ?? []
        }
    }

    /// Draws the rows that are seen, each by `drawRow`, the cursor's selected.
    func draw(
        on surface: inout Surface, in rect: Rect, isActive: Bool = true, _ drawRow: (Row, inout Surface) -> Void
    ) {
        surface.draw(in: rect) { surface in
            for (place, row) in visible.enumerated() {
                let line = Rect(y: place, width: surface.width, height: 1)
                surface.draw(in: line) { drawRow(row, &$0) }
                guard isActive, top + place == cursor else { continue }
                surface.select(line)
                surface.put(.cursor, x: 0, y: place, role: .selected)
            }
        }
    }
}
