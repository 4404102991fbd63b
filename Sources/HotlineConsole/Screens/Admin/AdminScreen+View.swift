import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

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
        let layout = LeafedLists(surface.bounds.size)
        layout.draw(Part.parts(situation), shown: part, on: &surface) { say("admin.part.\($0.rawValue)") }
        list.draw(on: &surface, in: layout.list, say, isActive: true, empty: empty) { row, surface in
            row.draw(on: &surface, slots, situation)
        }
        layout.draw(on: &surface) { list.selected?.sheet(width: $0, slots, situation) }
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
        let (fields, under) = layout.work.cutTop(form.fields.rows(width: layout.work.width, say))
        form.fields.draw(on: &surface, in: fields, say)
        surface.verticalLine(x: layout.rule, y: layout.work.y, length: layout.work.height)
        if form.fields.offersChoices { form.fields.drawChoices(on: &surface, in: layout.side, say) }
        // A long form leaves no room under it.
        let isBeside = form.task.isEntry && !form.fields.offersChoices
        surface.draw(in: isBeside ? layout.side : under.inset(top: 1)) { surface in
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
        case .addPerson: say("admin.add_title")
        case .addLine: say("admin.add_line_title")
        case .addProvider: say("admin.add_provider_title")
        case .addDonor: say("admin.add_donor_title")
        case .donor(let code): say("admin.donor_of", ["code": code])
        case .line(let code): say("admin.line_of", ["code": code])
        case .provider(let code): say("admin.provider_of", ["code": code])
        case .roles(let code): say("admin.roles_of", ["code": code])
        case .setting(let setting): say("admin.setting.\(setting.rawValue)")
        }
    }

    /// What one has to know before it is saved.
    fileprivate func explain(_ sheet: inout Sheet, _ situation: Situation) {
        let say = situation.say
        if let hint = hint(situation.hotline) { sheet.text(say(hint), role: .faint) }
        switch task {
        case .addPerson: sheet.text(say("admin.add_hint"), role: .faint)
        case .roles:
            if !situation.about.isOpen { sheet.text(say("admin.roles_hint"), role: .faint) }
        case .setting(let setting): sheet.explain(setting, situation)
        case .addDonor, .donor: sheet.text(say("admin.donor_hint"), role: .faint)
        case .addLine, .line, .addProvider, .provider: break
        }
    }
}
