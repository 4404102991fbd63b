import HotlineDomain
import HotlineStore
import TerminalUI
import Wording

extension RegisterRow {
    /// Everything that is known of the line.
    func sheet(width: Int, _ situation: Situation) -> Sheet {
        let say = situation.say
        var sheet = Sheet(width: width)
        switch self {
        case .entry(let file): sheet.entry(file, situation)
        case .callBack(let call): sheet.call(call, note: nil, situation)
        case .caseTask(let file, let task):
            sheet.heading(say("registers.task_of_case", ["case": file.number, "task": String(task.number)]))
            sheet.state(StateMark(task, of: file, situation))
            sheet.fact(say("act.field.to"), task.responsible)
            sheet.text(say("registers.read_in_case"), role: .faint)
        }
        return sheet
    }
}

extension Sheet {
    /// A line of a register, with who entered it and when.
    mutating func entry(_ file: EntryFile, _ situation: Situation) {
        let say = situation.say
        let entry = file.entry
        heading(say("registers.line.\(entry.content.kind.rawValue)"))
        state(StateMark(entry, situation))
        switch entry.content {
        case .task(let task):
            fact(say("act.field.due"), situation.shortDay(task.due))
            fact(say("act.field.to"), task.responsible)
            text(file.what?.revealed ?? say("detail.erased"))
        case .mission(let mission): self.mission(mission, situation)
        case .indicator(let indicator): self.indicator(indicator, situation)
        case .return(let asked): self.return(asked, situation)
        }
        if let reason = entry.withdrawnBecause {
            fact(say("act.field.reason"), situation.label(.discardedBecause, reason))
        }
        fact(say("registers.added"), "\(situation.shortDay(entry.addedOn)), \(entry.addedBy)")
    }

    private mutating func mission(_ mission: EntryContent.Mission, _ situation: Situation) {
        let say = situation.say
        fact(say("act.field.day"), situation.shortDay(mission.date))
        fact(say("act.field.country"), situation.label(.country, mission.country))
        fact(say("act.field.persons"), situation.text(of: mission.persons))
        let total = mission.persons.map(\.count).reduce(0, +)
        if mission.persons.count > 1 { fact(say("registers.total"), String(total)) }
        fact(say("act.field.donor"), mission.donor ?? "")
    }

    private mutating func indicator(_ indicator: EntryContent.Indicator, _ situation: Situation) {
        let say = situation.say
        fact(say("act.field.indicator"), indicator.code)
        fact(say("act.field.period"), situation.text(from: indicator.first, to: indicator.last))
        fact(say("act.field.target"), indicator.target.map { String($0) } ?? say("registers.no_target"))
        fact(say("act.field.actual"), indicator.actual.map { String($0) } ?? say("registers.not_measured"))
        if let target = indicator.target, let actual = indicator.actual, target > 0 {
            fact(say("registers.share"), "\(actual)/\(target)")
        }
        fact(say("act.field.figure_source"), indicator.source ?? "")
        fact(say("act.field.as_of"), indicator.asOf.map(situation.shortDay) ?? "")
        if indicator.cumulative { text(say("registers.cumulative"), role: .faint) }
    }

    private mutating func `return`(_ asked: EntryContent.TerritoryReturn, _ situation: Situation) {
        let say = situation.say
        fact(say("act.field.territory"), situation.hotline.territory(asked.territory)?.name ?? asked.territory)
        fact(say("act.field.subject"), asked.subject)
        fact(say("act.field.period"), situation.text(from: asked.first, to: asked.last))
        fact(say("act.field.due"), situation.shortDay(asked.due))
        switch asked.answer {
        case .received(let date, let figures)?:
            fact(say("registers.received"), situation.shortDay(date))
            for figure in figures { fact(figure.name, String(figure.value)) }
        case .some(.none): text(say("registers.silent"), role: .warning)
        case nil: break
        }
    }
}
