import HotlineDomain
import TerminalUI
import Wording

extension CaseFieldsScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        let layout = ActLayout(surface.bounds.size)
        var used = surface.put(heading(say), x: 1, y: 0, role: .heading) + 1
        if let group = form.fields.focus.field?.group {
            used +=
                surface.put("\(Glyph.dot) \(say("case.group.\(group.rawValue)"))", x: used + 1, y: 0, role: .label)
                + 1
        }
        if draftStartedAt != nil {
            surface.put("\(Glyph.ellipsis) \(say("act.not_saved"))", x: used + 2, y: 0, role: .faint)
        }
        if let file {
            surface.put(
                file.case.dataQuality.line(say, namesMax: 3), x: 1, y: 1, role: .faint, maxWidth: surface.width - 2)
        }
        form.fields.draw(on: &surface, in: layout.work, say)
        surface.verticalLine(x: layout.rule, y: layout.work.y, length: layout.work.height)
        if form.fields.offersChoices {
            let (choices, foot) = layout.side.cutBottom(form.fields.focus.field?.mayLeave == false ? 3 : 0)
            form.fields.drawChoices(on: &surface, in: choices, say)
            surface.draw(in: foot) { surface in
                var sheet = Sheet(width: surface.width)
                sheet.text(say("case_fields.hint.stays"), role: .warning)
                if surface.height > 0 { sheet.lines.draw(on: &surface) }
            }
        } else {
            surface.draw(in: layout.side) { drawHint(on: &$0, say) }
        }
    }

    private func heading(_ say: Say) -> String {
        let number = file?.case.number ?? ""
        return switch part {
        case .file: say("case_fields.file", ["number": number])
        case .person(let person): say("case_fields.person", ["number": number, "person": String(person)])
        case .newPerson: say("case_fields.new_person", ["number": number])
        }
    }

    /// Beside a field that is typed: how it is typed, and that it is sealed.
    private func drawHint(on surface: inout Surface, _ say: Say) {
        var sheet = Sheet(width: surface.width)
        switch form.fields.focus.field?.kind {
        case .date, .sealedDate: sheet.text(say("case_fields.hint.date"), role: .faint)
        case .number: sheet.text(say("case_fields.hint.number"), role: .faint)
        default: sheet.text(say("case_fields.hint.text"), role: .faint)
        }
        sheet.lines.draw(on: &surface)
    }
}
