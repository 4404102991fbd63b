import HotlineDomain
import HotlineReports
import TerminalUI
import Wording

extension GivePackScreen {
    public func draw(on surface: inout Surface, _ situation: Situation) {
        let say = situation.say
        surface.put(say(isDraft ? "pack.give.heading.draft" : "pack.give.heading"), x: 1, y: 0, role: .heading)
        let (_, rest) = surface.bounds.cutTop(2)
        let (top, under) = rest.cutTop(min(rest.height, form.rows(width: rest.width, say)))
        form.draw(on: &surface, in: top, say)
        surface.draw(in: under.inset(top: 1)) { surface in
            guard surface.height > 0 else { return }
            sheet(width: surface.width, situation).lines.draw(on: &surface)
        }
    }

    private func sheet(width: Int, _ situation: Situation) -> Sheet {
        let say = situation.say
        let facts = facts(situation)
        var sheet = Sheet(width: width)
        sheet.fact(say("pack.give.recipient"), facts[0])
        sheet.fact(say("pack.give.period"), facts[1])
        sheet.fact(say("pack.give.goes_to"), folder, role: .strong)
        if !isDraft { sheet.fact(say("pack.give.signature"), situation.person?.code ?? "") }
        sheet.heading(say("pack.give.means"))
        sheet.text(say(isDraft ? "pack.give.means.draft" : "confirm.give_pack.text"))
        sheet.text(say("pack.give.folder_hint"), role: .faint)
        return sheet
    }
}
