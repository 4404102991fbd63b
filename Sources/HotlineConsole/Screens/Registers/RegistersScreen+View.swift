import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// Where the registers' names, what they come to, the lines and the line under
/// the cursor stand: beside the list from 100 columns on, else below it.
struct RegistersLayout {
    let heading: Rect
    let list: Rect
    let detail: Rect
    let isBeside: Bool

    init(_ size: Size) {
        let (head, rest) = Rect(width: size.columns, height: size.rows).cutTop(2)
        heading = head
        isBeside = size.columns >= DetailPane.columnsForTwo
        if isBeside {
            let width = size.columns * 3 / 5
            list = rest.cutLeft(width).left
            detail = rest.cutLeft(width + 1).rest
        } else {
            let rows = size.rows * 2 / 5
            list = rest.cutBottom(rows).rest
            detail = rest.cutBottom(rows).bottom
        }
    }
}

extension RegistersScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let layout = RegistersLayout(surface.bounds.size)
        var x = 1
        for other in RegisterKind.kinds(situation) {
            let name = say("registers.part.\(other.rawValue)")
            x += surface.put(name, x: x, y: 0, role: other == kind ? .heading : .faint) + 3
        }
        surface.put(summary(situation), x: 1, y: 1, role: .faint, maxWidth: max(0, surface.width - 2))
        let rows = list.window.rows.map { RegisterLine($0, situation) }
        let widths = RegisterLine.widths(of: rows, room: layout.list.width)
        let empty = list.isFiltered ? "list.nothing_fits" : openOnly ? "list.nothing_open" : "list.nothing"
        list.draw(on: &surface, in: layout.list, say, isActive: true, empty: empty) { row, surface in
            RegisterLine(row, situation).draw(on: &surface, widths)
        }
        if layout.isBeside {
            surface.verticalLine(x: layout.list.right, y: layout.list.y, length: layout.list.height)
        } else {
            surface.horizontalLine(y: layout.detail.y)
        }
        guard let selected = list.selected else { return }
        let room = layout.isBeside ? layout.detail : layout.detail.cutTop(1).rest
        surface.draw(in: room) { surface in
            selected.sheet(width: surface.width, situation).lines.draw(on: &surface)
        }
    }

    /// How many answered of those who were asked, what was reached of what was promised.
    private func summary(_ situation: Situation) -> String {
        let say = situation.say
        let shown = say(openOnly ? "list.open_only" : "list.all")
        guard kind == .return, !files.isEmpty else { return shown }
        let answers = files.compactMap { file -> EntryContent.TerritoryReturn? in
            if case .return(let asked) = file.entry.content { asked } else { nil }
        }
        let silent = answers.count { $0.answer == .some(.none) }
        let received = answers.count { $0.answer != nil } - silent
        return shown + "   "
            + say(
                "registers.returns",
                ["n": String(received), "of": String(answers.count), "silent": String(silent)])
    }
}
