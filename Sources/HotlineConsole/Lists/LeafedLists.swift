import TerminalUI

/// Where several lists of one screen stand that are leafed through: the names
/// of all of them over the one that is shown, and what is under the cursor
/// beside it from 100 columns on, else below it.
struct LeafedLists {
    let heading: Rect
    let list: Rect
    private let detail: Rect
    private let isBeside: Bool

    /// - Parameters:
    ///   - headRows: the names, and what else stands over the list.
    ///   - tenths: of the width that the list takes where the detail is beside it.
    ///   - detailTenths: of the height that the detail takes where it is below.
    init(_ size: Size, headRows: Int = 1, tenths: Int = 5, detailTenths: Int = 4) {
        let (head, rest) = Rect(width: size.columns, height: size.rows).cutTop(headRows)
        heading = head
        isBeside = size.columns >= DetailPane.columnsForTwo
        if isBeside {
            let width = size.columns * tenths / 10
            list = rest.cutLeft(width).left
            detail = rest.cutLeft(width + 1).rest
        } else {
            let rows = size.rows * detailTenths / 10
            list = rest.cutBottom(rows).rest
            detail = rest.cutBottom(rows).bottom
        }
    }

    /// Rows of the list; the last line is kept for what is typed under it.
    var rows: Int { max(1, list.height - 1) }

    /// The names of the lists, the one that is shown standing out.
    func draw<Part: Equatable>(
        _ parts: [Part], shown: Part, on surface: inout Surface, _ name: (Part) -> String
    ) {
        var x = 1
        for part in parts {
            x += surface.put(name(part), x: x, y: heading.y, role: part == shown ? .heading : .faint) + 3
        }
    }

    /// What is known of the line under the cursor, behind a rule.
    func draw(on surface: inout Surface, _ sheet: (_ width: Int) -> Sheet?) {
        if isBeside {
            surface.verticalLine(x: list.right, y: list.y, length: list.height)
        } else {
            surface.horizontalLine(y: detail.y)
        }
        let room = isBeside ? detail : detail.cutTop(1).rest
        surface.draw(in: room) { surface in sheet(surface.width)?.lines.draw(on: &surface) }
    }
}

extension Array where Element: Equatable {
    /// So many steps from one of them, round and round; the first where that one is none of them.
    func leafed(from element: Element, by step: Int) -> Element? {
        guard !isEmpty else { return nil }
        guard let place = firstIndex(of: element) else { return first }
        return self[((place + step) % count + count) % count]
    }
}
