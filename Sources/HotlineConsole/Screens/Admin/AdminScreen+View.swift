import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

/// Where the parts stand: the list, and what is under the cursor beside it from
/// 100 columns on, else below.
struct AdminLayout {
    let heading: Rect
    let list: Rect
    let detail: Rect
    let isBeside: Bool

    init(_ size: Size) {
        let (head, rest) = Rect(width: size.columns, height: size.rows).cutTop(1)
        heading = head
        isBeside = size.columns >= DetailPane.columnsForTwo
        if isBeside {
            let width = size.columns / 2
            list = rest.cutLeft(width).left
            detail = rest.cutLeft(width + 1).rest
        } else {
            let rows = size.rows * 2 / 5
            list = rest.cutBottom(rows).rest
            detail = rest.cutBottom(rows).bottom
        }
    }
}

extension AdminScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        switch work {
        case .form(let form): draw(form, on: &surface, situation)
        case .slot(let form): draw(form, on: &surface, situation)
        case nil: drawList(on: &surface, situation)
        }
    }

    private func drawList(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let layout = AdminLayout(surface.bounds.size)
        var x = 1
        for other in Part.allCases {
            let name = say("admin.part.\(other.rawValue)")
            x += surface.put(name, x: x, y: 0, role: other == part ? .heading : .faint) + 3
        }
        list.draw(on: &surface, in: layout.list, say, isActive: true, empty: empty) { row, surface in
            row.draw(on: &surface, slots, situation)
        }
        if layout.isBeside {
            surface.verticalLine(x: layout.list.right, y: layout.list.y, length: layout.list.height)
        } else {
            surface.horizontalLine(y: layout.detail.y)
        }
        guard let selected = list.selected else { return }
        let room = layout.isBeside ? layout.detail : layout.detail.cutTop(1).rest
        surface.draw(in: room) { surface in
            selected.sheet(width: surface.width, slots, situation).lines.draw(on: &surface)
        }
    }

    private var empty: String {
        if list.isFiltered { return "list.nothing_fits" }
        if part == .retention { return retention == nil ? "admin.retention.listing" : "admin.retention.nothing" }
        return part == .providers ? "providers.none" : "list.nothing"
    }

    private func draw(_ form: AdminForm, on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let layout = ActLayout(surface.bounds.size)
        surface.put(form.title(say), x: 1, y: 0, role: .heading)
        let (fields, under) = layout.work.cutTop(form.fields.shown.count)
        form.fields.draw(on: &surface, in: fields, say)
        surface.verticalLine(x: layout.rule, y: layout.work.y, length: layout.work.height)
        if form.fields.offersChoices { form.fields.drawChoices(on: &surface, in: layout.side, say) }
        surface.draw(in: under.inset(top: 1)) { surface in
            var sheet = Sheet(width: surface.width)
            form.explain(&sheet, situation)
            sheet.lines.draw(on: &surface)
        }
    }

    private func draw(_ form: SlotForm, on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        surface.put(say("admin.slot_for", ["code": form.code]), x: 1, y: 0, role: .heading)
        let (fields, under) = surface.bounds.cutTop(2).rest.cutTop(8)
        surface.draw(in: fields) { form.draw(on: &$0, situation) }
        surface.draw(in: under) { surface in
            var sheet = Sheet(width: surface.width)
            sheet.text(say("admin.slot_hint"), role: .faint)
            if let person = situation.hotline.operatorNamed(form.code), !person.opensWords {
                sheet.text(say("admin.slot_opens_none"), role: .faint)
            }
            sheet.lines.draw(on: &surface)
        }
    }
}

extension AdminForm {
    fileprivate func title(_ say: Say) -> String {
        switch task {
        case .add: say("admin.add_title")
        case .roles(let code): say("admin.roles_of", ["code": code])
        case .setting(let setting): say("admin.setting.\(setting.rawValue)")
        }
    }

    /// What one has to know before it is saved; a fault too long to stand beside its field in full.
    fileprivate func explain(_ sheet: inout Sheet, _ situation: Situation) {
        let say = situation.say
        if let fault = fields.faults[fields.focus] {
            sheet.text("\(Glyph.overdue) \(say(fault.key, fault.arguments))", role: .warning)
        }
        switch task {
        case .add: sheet.text(say("admin.add_hint"), role: .faint)
        case .roles:
            if !situation.about.isOpen { sheet.text(say("admin.roles_hint"), role: .faint) }
        case .setting(let setting): sheet.explain(setting, situation)
        }
    }
}
