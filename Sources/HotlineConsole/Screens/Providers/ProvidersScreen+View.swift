import HotlineDomain
import TerminalUI
import Wording

/// Where the directory and the provider under the cursor stand: side by side
/// from 100 columns on, else one above the other.
struct ProvidersLayout {
    let heading: Rect
    let field: Rect
    let list: Rect
    let detail: Rect
    let isBeside: Bool

    init(_ size: Size) {
        let whole = Rect(width: size.columns, height: size.rows)
        isBeside = size.columns >= DetailPane.columnsForTwo
        let main: Rect
        if isBeside {
            let width = size.columns / 2
            main = whole.cutLeft(width).left
            detail = whole.cutLeft(width + 1).rest
        } else {
            let rows = size.rows * 2 / 5
            (main, detail) = (whole.cutBottom(rows).rest, whole.cutBottom(rows).bottom)
        }
        let (heading, rest) = main.cutTop(1)
        let (field, list) = rest.cutTop(1)
        self.heading = heading
        self.field = field.inset(left: 1, right: 1)
        self.list = list
    }
}

extension ProvidersScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let layout = ProvidersLayout(surface.bounds.size)
        let used = surface.put(say("providers.title"), x: 1, y: layout.heading.y, role: .heading)
        if freeOnly { surface.put(say("providers.free_only"), x: used + 4, y: layout.heading.y, role: .faint) }
        picker.field.draw(on: &surface, in: layout.field, isFocused: true)
        picker.drawList(on: &surface, in: layout.list)
        if picker.matches.isEmpty {
            let empty = situation.hotline.providers.isEmpty ? "providers.none" : "providers.nothing_fits"
            surface.put(say(empty), x: 1, y: layout.list.y, role: .faint)
        }
        if layout.isBeside {
            surface.verticalLine(x: layout.list.right)
        } else {
            surface.horizontalLine(y: layout.detail.y)
        }
        guard let provider = picker.selected.flatMap({ situation.hotline.provider($0.id) }) else { return }
        let room = layout.isBeside ? layout.detail : layout.detail.cutTop(1).rest
        surface.draw(in: room) { surface in
            var sheet = Sheet(width: surface.width)
            sheet.heading(provider.name)
            sheet.fact(say("provider.code"), provider.code)
            sheet.fact(say("provider.aliases"), provider.aliases.joined(separator: ", "))
            sheet.fact(
                say("provider.services"),
                provider.services.map { situation.label(.service, $0) }.joined(separator: ", "))
            sheet.provider(provider, address: uncovered?.address, situation)
            sheet.lines.draw(on: &surface)
        }
    }
}
